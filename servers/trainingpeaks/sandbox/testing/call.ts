import { PEAKSWARE, TPAPI } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import {
  createTrainingpeaksSandbox,
  rememberPeople,
  type SandboxOptions,
  type TrainingpeaksSandbox,
} from '../index.ts';
import type { Quirks } from '../quirks.ts';
import type { Row } from '../shape/body.ts';

export type { Row } from '../shape/body.ts';

/** The emulator with a caller that holds a token. */
export interface TestSandbox extends TrainingpeaksSandbox {
  /** Sends a request to the main API, or below `/rx`, `/workout-analysis` and `/weather` to the other host. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The parsed body of a call. */
  call<T = Row>(method: string, path: string, body?: unknown): Promise<T>;
  get<T = Row>(path: string): Promise<T>;
  status(method: string, path: string, body?: unknown): Promise<number>;
  /** Status and text of an answer. */
  refusal(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }>;
  token(): Promise<string>;
  readonly quirks: Quirks;
  readonly me: AthleteRecord;
}

/** Simulated once a test file. */
const people = rememberPeople();

export function testSandbox(options: SandboxOptions = {}): TestSandbox {
  const sandbox = createTrainingpeaksSandbox({ people, ...options });
  let held: string | undefined;
  const token = async () => {
    const answer = await sandbox.fetch(
      new Request(`${TPAPI}/users/v3/token`, { headers: { cookie: `Production_tpAuth=${sandbox.cookie}` } }),
    );
    return ((await answer.json()) as { token: { access_token: string } }).token.access_token;
  };
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const { tokens } = sandbox.emulator.state;
    if (held === undefined || !tokens.has(held)) held = await token();
    const host = /^\/(rx|workout-analysis|weather)\//.test(path) ? PEAKSWARE : TPAPI;
    return sandbox.fetch(
      new Request(host + path, {
        method,
        headers: { authorization: `Bearer ${held}`, ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  };
  const call = async <T>(method: string, path: string, body?: unknown) =>
    (await send(method, path, body)).json() as Promise<T>;
  const caller = {
    send,
    call,
    token,
    get: <T>(path: string) => call<T>('GET', path),
    status: async (method: string, path: string, body?: unknown) => (await send(method, path, body)).status,
    refusal: async (method: string, path: string, body?: unknown) => {
      const answer = await send(method, path, body);
      return { status: answer.status, text: await answer.text() };
    },
    get quirks() {
      return sandbox.emulator.state.quirks;
    },
    get me() {
      return sandbox.emulator.state.me;
    },
  };
  return Object.defineProperties(caller, Object.getOwnPropertyDescriptors(sandbox)) as typeof caller &
    TrainingpeaksSandbox;
}

/** The smallest body that creates a workout. */
export function plannedWorkout(values: Row = {}): Row {
  return {
    athleteId: 1_200_001,
    workoutDay: '2026-10-20T00:00:00',
    workoutTypeFamilyId: 2,
    workoutTypeValueId: 2,
    title: 'Sweet spot',
    totalTimePlanned: 1.25,
    ...values,
  };
}
