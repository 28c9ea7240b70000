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
  /** Requests to the platform of the whole journey, login included. */
  readonly max_upstream: number;
  /** Requests that change something, exactly. */
  readonly writes?: number;
  /** Why a budget differs from that of the journey. */
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
  readonly max_bytes: number;
  /** Names without the server's prefix: the long way round that the question must not need. */
  readonly forbidden_tools: readonly string[];
  readonly servers: Readonly<Record<ServerName, Served | Waiting | NotServed>>;
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
