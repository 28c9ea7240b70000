/** An answer that ends a request: an empty body, a bare text, or `{"message": …}`, as the controllers of the service differ. */
export class Refusal extends Error {
  readonly status: number;
  readonly form: 'text' | 'message' | 'empty';

  constructor(status: number, message = '', form: 'text' | 'message' | 'empty' = message === '' ? 'empty' : 'text') {
    super(message);
    this.status = status;
    this.form = form;
  }
}

export const badRequest = (message: string) => new Refusal(400, message, 'message');
export const forbidden = () => new Refusal(403);
export const missing = () => new Refusal(404);
/** What the older controllers say to everything they did not expect. */
export const brokenController = () => new Refusal(500, 'An error has occurred.', 'message');

export function refusalResponse(error: unknown): Response {
  if (!(error instanceof Refusal)) throw error;
  const { status, form, message } = error;
  if (form === 'empty') return new Response(null, { status });
  if (form === 'message') return Response.json({ message }, { status });
  return new Response(message, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
