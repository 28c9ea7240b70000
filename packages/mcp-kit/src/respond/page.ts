import { createHash } from 'node:crypto';
import { Failure } from '../failure/failure.ts';
import type { Cell } from './rows.ts';

export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | undefined;
  /** The call's arguments without `limit` and `cursor`: a cursor belongs to one set of filters. */
  readonly filters: unknown;
}

export interface Page {
  readonly rows: Cell[][];
  /** Rows that match, on all pages. */
  readonly total: number;
  /** Rows after this page. */
  readonly leftOut: number;
  /** Present while rows are left. */
  readonly cursor: string | undefined;
}

/**
 * One page of rows. The cursor is opaque: an offset bound to the filters.
 *
 * @throws Failure `bad_input` for a cursor of another call.
 */
export function pageOf(rows: readonly Cell[][], { limit, cursor, filters }: PageRequest): Page {
  const offset = cursor === undefined ? 0 : offsetOf(cursor, filters);
  const shown = rows.slice(offset, offset + limit);
  const end = offset + shown.length;
  const leftOut = Math.max(0, rows.length - end);
  return { rows: shown, total: rows.length, leftOut, cursor: leftOut > 0 ? cursorAt(end, filters) : undefined };
}

function cursorAt(offset: number, filters: unknown): string {
  return `${offset.toString(36)}-${fingerprint(filters)}`;
}

function offsetOf(cursor: string, filters: unknown): number {
  const [offset = '', owner = ''] = cursor.split('-');
  const position = Number.parseInt(offset, 36);
  if (owner === fingerprint(filters) && position > 0) return position;
  throw new Failure('bad_input', 'The cursor belongs to a call with other arguments', {
    next: 'repeat the call of the previous page with only the cursor added, or leave `cursor` out',
  });
}

function fingerprint(filters: unknown): string {
  return createHash('sha256').update(JSON.stringify(filters)).digest('hex').slice(0, 8);
}
