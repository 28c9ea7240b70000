import type { InjectedFault } from './injector.ts';

/** How far the clock fault is off. */
export const CLOCK_SKEW_MS = 600_000;
const OVERSIZE_BYTES = 50 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;
/** 2^53 + 1: the first integer that a JSON number loses in JavaScript. */
const HUGE_ID = '9007199254740993';
const HTML_PAGE =
  '<!doctype html><html><head><title>Attention Required!</title></head><body><h1>Please wait</h1><p>Ray ID 8f00ba12</p></body></html>';

type ErrorBody = (status: number, request: Request) => { body: string; contentType: string };

/** The answer of a fault that stands in for the handler. */
export function answerInstead({ fault }: InjectedFault, request: Request, errorBody: ErrorBody | undefined): Response {
  const status = fault.status ?? 500;
  const headers = new Headers(fault.headers);
  if (fault.id === 'html-200') {
    headers.set('content-type', 'text/html; charset=utf-8');
    return new Response(HTML_PAGE, { status, headers });
  }
  if (status >= 300 && status < 400) return new Response(null, { status, headers });
  const { body, contentType } = errorBody?.(status, request) ?? plainError(status);
  headers.set('content-type', contentType);
  return new Response(body, { status, headers });
}

function plainError(status: number): { body: string; contentType: string } {
  return { body: JSON.stringify({ status, error: `injected ${status}` }), contentType: 'application/json' };
}

/** Alters a handler's answer the way the fault says. Bodies that are not JSON are left as they are, or cut. */
export async function tamper(injected: InjectedFault, response: Response): Promise<Response> {
  const { fault, scope } = injected;
  switch (fault.id) {
    case 'clock-skew':
      return response;
    case 'wrong-content-type':
      return withBody(response, await bytesOf(response), 'application/octet-stream');
    case 'body-50mb':
      return oversized(response);
    case 'truncated-json': {
      const bytes = await bytesOf(response);
      return withBody(response, bytes.slice(0, Math.floor(bytes.length / 2)));
    }
    default:
      return withText(response, alterJson(fault.id, scope.field, new TextDecoder().decode(await bytesOf(response))));
  }
}

function alterJson(id: string, field: string | undefined, text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  switch (id) {
    case 'missing-field':
      return JSON.stringify(mapObjects(value, (object) => withoutField(object, field)));
    case 'other-type':
      return JSON.stringify(mapObjects(value, (object) => withOtherType(object, field)));
    case 'all-null':
      return JSON.stringify(mapLeaves(value, () => null));
    case 'nan-strings':
      return JSON.stringify(mapLeaves(value, (leaf) => (typeof leaf === 'number' ? 'NaN' : leaf)));
    case 'huge-ids':
      return JSON.stringify(mapLeaves(value, hugeId)).replaceAll(`"@${HUGE_ID}"`, HUGE_ID);
    default:
      return text;
  }
}

function hugeId(leaf: unknown, key: string): unknown {
  if (!/(^|_)id$/i.test(key)) return leaf;
  if (typeof leaf === 'number') return `@${HUGE_ID}`;
  if (typeof leaf === 'string' && /^\d+$/.test(leaf)) return HUGE_ID;
  return leaf;
}

function withoutField(object: Record<string, unknown>, field: string | undefined): Record<string, unknown> {
  const name = field ?? Object.keys(object)[0];
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

function withOtherType(object: Record<string, unknown>, field: string | undefined): Record<string, unknown> {
  const name = field ?? Object.keys(object)[0];
  return name === undefined || !(name in object) ? object : { ...object, [name]: { unexpected: [true] } };
}

function mapObjects(value: unknown, change: (object: Record<string, unknown>) => Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (value === null || typeof value !== 'object') return value;
  return change(value as Record<string, unknown>);
}

function mapLeaves(value: unknown, change: (leaf: unknown, key: string) => unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, change, key));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapLeaves(inner, change, name)]));
  }
  return change(value, key);
}

/** Valid JSON followed by 50 MB of white space: only a size cap notices. */
async function oversized(response: Response): Promise<Response> {
  const head = await bytesOf(response);
  let left = OVERSIZE_BYTES;
  const blank = new Uint8Array(CHUNK_BYTES).fill(0x20);
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(head),
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(blank);
      left -= CHUNK_BYTES;
    },
  });
  return new Response(stream, { status: response.status === 204 ? 200 : response.status, headers: response.headers });
}

async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await response.arrayBuffer());
}

function withText(response: Response, text: string): Response {
  return withBody(response, new TextEncoder().encode(text));
}

function withBody(response: Response, body: Uint8Array<ArrayBuffer>, contentType?: string): Response {
  const headers = new Headers(response.headers);
  if (contentType !== undefined) headers.set('content-type', contentType);
  return new Response(response.status === 204 ? null : body, { status: response.status, headers });
}
