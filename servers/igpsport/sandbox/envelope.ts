/** A success, as the service wraps it. */
export function ok(data: unknown): Response {
  return Response.json({ code: 0, message: 'success', data });
}

/** A refusal with the status that the service gives it: often 200. */
export function refusal(status: number, code: number, message: string): Response {
  return Response.json({ code, message, data: null }, { status });
}

/** What a handler throws to end a request with a refusal. */
export class Refusal extends Error {
  readonly response: Response;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.response = refusal(status, code, message);
  }
}
