import { createIntervalsSandbox, type IntervalsSandbox, type SandboxOptions } from '../index.ts';

export type Row = Record<string, unknown>;

/** The day before the frozen clock. */
export const YESTERDAY = '2026-10-13';

/** The emulator with a caller that holds its key. */
export interface TestSandbox extends IntervalsSandbox {
  /** Sends a request below `/api/v1`; a body that is not text becomes JSON. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The parsed body of a GET. */
  get<T = Record<string, unknown>>(path: string): Promise<T>;
  /** The parsed body of any call. */
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
  status(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<number>;
  /** The body of an answer that is an error. */
  refusal(method: string, path: string, body?: unknown): Promise<{ status: number; error: string }>;
  /** The row of yesterday's ride, which was planned. */
  yesterdaysRide(): Promise<Row>;
  /** The newest row that came through Strava. */
  stravaRow(): Promise<Row>;
}

/** The body of a planned 2 x 20 min. */
export function workout(values: Row = {}): Row {
  return {
    category: 'WORKOUT',
    type: 'Ride',
    start_date_local: '2026-10-20T00:00:00',
    name: '2 x 20',
    description: '- 10m 60%\n\n2x\n- 20m 90%\n- 5m 55%\n\n- 10m 50%',
    ...values,
  };
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
  const get = <T>(path: string) => call<T>('GET', path);
  const caller = {
    send,
    call,
    get,
    status: async (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
      (await send(method, path, body, headers)).status,
    refusal: async (method: string, path: string, body?: unknown) => {
      const response = await send(method, path, body);
      return { status: response.status, ...((await response.json()) as { error: string }) };
    },
    yesterdaysRide: async () => (await get<Row[]>(`/athlete/0/activities?oldest=${YESTERDAY}`))[0]!,
    stravaRow: async () => {
      const { day } = sandbox.athlete.sessions.findLast((session) => session.source === 'strava')!;
      const rows = await get<Row[]>(`/athlete/0/activities?oldest=${day}&newest=${day}`);
      return rows.find((row) => row.source === 'STRAVA')!;
    },
  };
  return Object.defineProperties(caller, Object.getOwnPropertyDescriptors(sandbox)) as typeof caller & IntervalsSandbox;
}

function bodyOf(body: unknown): string | FormData | Blob {
  return typeof body === 'string' || body instanceof FormData || body instanceof Blob ? body : JSON.stringify(body);
}
