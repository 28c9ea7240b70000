import { createIntervalsSandbox, type IntervalsSandbox, type SandboxOptions } from '../index.ts';

/** The emulator with a caller that holds its key. */
export interface TestSandbox extends IntervalsSandbox {
  /** Sends a request below `/api/v1`; a body that is not text becomes JSON. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The parsed body of a GET. */
  get<T = Record<string, unknown>>(path: string): Promise<T>;
  /** The parsed body of any call. */
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
}

export function testSandbox(options: SandboxOptions = {}): TestSandbox {
  const sandbox = createIntervalsSandbox(options);
  const key = `Basic ${btoa(`API_KEY:${sandbox.apiKey}`)}`;
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    sandbox.emulator.fetch(
      new Request(`https://intervals.icu/api/v1${path}`, {
        method,
        headers: { authorization: key, ...headers },
        ...(body === undefined ? {} : { body: bodyOf(body) }),
      }),
    );
  const call = async <T>(method: string, path: string, body?: unknown) =>
    (await send(method, path, body)).json() as Promise<T>;
  return Object.defineProperties(
    { send, call, get: <T>(path: string) => call<T>('GET', path) },
    {
      ...Object.getOwnPropertyDescriptors(sandbox),
    },
  ) as TestSandbox;
}

function bodyOf(body: unknown): string | FormData | Blob {
  return typeof body === 'string' || body instanceof FormData || body instanceof Blob ? body : JSON.stringify(body);
}
