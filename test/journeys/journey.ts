import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ServerName = 'intervals' | 'trainingpeaks' | 'igpsport';

/** One call of a journey. A text argument `$2.rows[0].id` is taken from the answer of the second call. */
export interface ScriptedCall {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Something that an answer has to say: the value at `path` of the answer of call number `call` (the last one unless told). */
export interface Assertion {
  readonly call?: number;
  readonly path: string;
  /** Another path of the same answer whose value is taken off. */
  readonly minus?: string;
  /** The value itself, or `{ "fact": name, "of": argument }`: see facts.ts. */
  readonly is?: unknown;
  /** How far a number may be off; 0 unless told. */
  readonly within?: number;
  readonly contains?: string;
  readonly length?: number;
  readonly at_least?: number;
}

/** How one server answers the question. */
export interface Served {
  /** Whose login; the server's usual one unless told. */
  readonly account?: 'coach';
  readonly calls: readonly ScriptedCall[];
  readonly expect: readonly Assertion[];
  readonly max_calls?: number;
  readonly max_bytes?: number;
  readonly max_upstream?: number;
  /** Requests that change something, exactly. */
  readonly writes?: number;
  /** Why this server may spend more than the journey allows. */
  readonly because?: string;
}

/** A tool that is not there yet: the journey is skipped, and says so, until it is. */
export interface Waiting {
  readonly waits_for: string;
}

/** A question that this platform has nothing to answer with. */
export interface NotServed {
  readonly cannot: string;
}

export interface Journey {
  readonly id: string;
  readonly question: string;
  readonly max_calls: number;
  /** Requests to the platform; what a session asks once (login, who it is) is not counted. */
  readonly max_upstream: number | Readonly<Partial<Record<ServerName, number>>>;
  /** Bytes of all answers, object and text. */
  readonly max_bytes: number;
  /** Names without the server's prefix: the long way round that the question must not need. */
  readonly forbidden_tools: readonly string[];
  readonly servers: Readonly<Record<ServerName, Served | Waiting | NotServed>>;
}

/** What a question may cost. */
export interface Budget {
  readonly calls: number;
  readonly requests: number;
  readonly bytes: number;
}

/** The budget of a question on any server that has no reason to spend more. */
export function journeyBudget({ max_calls, max_upstream, max_bytes }: Journey, server: ServerName): Budget {
  const requests = typeof max_upstream === 'number' ? max_upstream : (max_upstream[server] ?? 0);
  return { calls: max_calls, requests, bytes: max_bytes };
}

/** The budget of a question on a server: the journey's, or more where the server says why. */
export function budgetOf(journey: Journey, server: ServerName, served: Served): Budget {
  const { calls, requests, bytes } = journeyBudget(journey, server);
  return {
    calls: served.max_calls ?? calls,
    requests: served.max_upstream ?? requests,
    bytes: served.max_bytes ?? bytes,
  };
}

/** The twenty questions, athlete's first. */
export function allJourneys(): Journey[] {
  const folder = join(import.meta.dirname, 'data');
  const files = globSync('*.json', { cwd: folder }).sort((a, b) => order(a) - order(b));
  return files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Journey);
}

function order(file: string): number {
  return (file.startsWith('A') ? 0 : 100) + Number(/\d+/.exec(file)?.[0]);
}
