import { json } from './json.ts';

/** An answer of the service that ends the request: `{"status":422,"error":"text"}`. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const forbidden = () => new Refusal(403, 'Access denied');
export const missing = (what = 'Not found') => new Refusal(404, what);
export const unprocessable = (message: string) => new Refusal(422, message);

export function refusalResponse(error: unknown): Response {
  if (!(error instanceof Refusal)) throw error;
  return json({ status: error.status, error: error.message }, error.status);
}

/** What the web framework answers for a route or verb it does not know. */
export function frameworkError(status: 404 | 405, url: URL, now: Date): Response {
  const error = status === 404 ? 'Not Found' : 'Method Not Allowed';
  return json({ timestamp: offsetTime(now), status, error, path: url.pathname }, status);
}

/** `2026-09-24T07:12:05.306+00:00` */
export function offsetTime(instant: Date): string {
  return instant.toISOString().replace('Z', '+00:00');
}

/** A query parameter that must be there. */
export function required(query: URLSearchParams, name: string, type = 'String'): string {
  const value = query.get(name);
  if (value === null) {
    throw unprocessable(`Required request parameter '${name}' for method parameter type ${type} is not present`);
  }
  return value;
}

/** A whole-number query parameter, or the fallback when absent. */
export function integer(query: URLSearchParams, name: string, fallback: number): number {
  const value = query.get(name);
  if (value === null || value === '') return fallback;
  if (!/^-?\d+$/.test(value)) {
    throw unprocessable(
      `Method parameter '${name}': Failed to convert value of type 'java.lang.String' to required type 'int'; For input string: "${value}"`,
    );
  }
  return Number(value);
}

/** A boolean query parameter. */
export function flag(query: URLSearchParams, name: string, fallback = false): boolean {
  const value = query.get(name);
  return value === null || value === '' ? fallback : value === 'true';
}

/** A day from `YYYY-MM-DD` or a local date-time. */
export function dayParameter(name: string, value: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?$/.exec(value);
  if (!found || Number.isNaN(Date.parse(found[1]!))) {
    throw unprocessable(`Method parameter '${name}': Text '${value}' could not be parsed at index 0`);
  }
  return found[1]!;
}

/** The JSON body as an object. */
export function objectBody(text: string): Record<string, unknown> {
  const body = jsonBody(text);
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw new Refusal(400, 'JSON parse error');
  return body as Record<string, unknown>;
}

/** The JSON body as an array of objects. */
export function arrayBody(text: string): Record<string, unknown>[] {
  const body = jsonBody(text);
  if (!Array.isArray(body)) throw new Refusal(400, 'JSON parse error');
  return body as Record<string, unknown>[];
}

function jsonBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'JSON parse error');
  }
}
