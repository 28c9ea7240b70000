import type { IntervalsSandbox } from '../../servers/intervals/sandbox/index.ts';
import type { Checks } from './checks.ts';
import type { Reply } from './session.ts';

/** What a question of the demo has at hand. */
export interface Asking {
  readonly call: (tool: string, args?: Record<string, unknown>) => Promise<Reply>;
  /** What the simulator knows, for the checks. */
  readonly sandbox: IntervalsSandbox;
  /** The athlete's local day. */
  readonly today: string;
  readonly checks: Checks;
  readonly paint: (text: string, ...styles: ('bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan')[]) => string;
}

/** Something an athlete asks, and how the answer is shown. */
export interface Question {
  readonly asked: string;
  readonly answer: (asking: Asking) => Promise<string>;
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Rows of a `{ columns, rows }` answer as objects. */
export function rowsOf(structured: Record<string, unknown>): Row[] {
  const { columns, rows } = structured as { columns: string[]; rows: (string | number | boolean | null)[][] };
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
}

/** A cell as a number; `undefined` when nothing is recorded. */
export function numberIn(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}

/** A cell as text. */
export function textIn(row: Row, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
}
