/** One request as the emulator saw it, with credentials replaced: what a test asserts on. */
export interface LoggedRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  /** `GET /athlete/{id}/events{ext?}`; undefined when no route matched. */
  route: string | undefined;
  /** Undefined when the fault left the request without an answer. */
  status: number | undefined;
  fault: string | undefined;
  /** True when a handler of a writing method ran and accepted: the state has changed. */
  applied: boolean;
}

const CREDENTIAL_NAME = /authorization|cookie|token|secret|password|api[-_]?key/i;
const BODY_LIMIT = 65_536;

/** Copies what matters of a request. Bodies over 64 KB are logged as their size. */
export function logRequest(request: Request, url: URL, body: Uint8Array | undefined, at: Date): LoggedRequest {
  return {
    at: at.toISOString(),
    method: request.method,
    path: url.pathname,
    query: withoutCredentials(url.searchParams),
    headers: withoutCredentials(request.headers),
    body: describeBody(body),
    route: undefined,
    status: undefined,
    fault: undefined,
    applied: false,
  };
}

function withoutCredentials(pairs: Iterable<[string, string]>): Record<string, string> {
  const copy: Record<string, string> = {};
  for (const [name, value] of pairs) copy[name] = CREDENTIAL_NAME.test(name) ? concealed(value) : value;
  return copy;
}

function concealed(value: string): string {
  const scheme = /^(Basic|Bearer) /i.exec(value)?.[0] ?? '';
  return `${scheme}[credential]`;
}

function describeBody(body: Uint8Array | undefined): string | undefined {
  if (body === undefined || body.length === 0) return undefined;
  if (body.length > BODY_LIMIT) return `[${body.length} bytes]`;
  return new TextDecoder().decode(body);
}
