import * as z from 'zod';

/** A table cell. `null` says "nothing recorded". */
export type Cell = string | number | boolean | null;

/** Rows as columns name them once; 2.7 times smaller than objects. */
export interface Rows {
  columns: string[];
  rows: Cell[][];
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Output fields of a table: spread into a tool's output, `z.object({ ...rowsShape, … })`. */
export const rowsShape = {
  columns: z.array(z.string()),
  rows: z.array(z.array(cell)),
};

/**
 * Lays objects out as a table with the given columns, in order. An absent property becomes `null`.
 * A column that is `null` in every row is left out, and nothing else is.
 */
export function toRows<Item extends Readonly<Record<string, Cell | undefined>>>(
  items: readonly Item[],
  columns: readonly (keyof Item & string)[],
): Rows {
  const used = columns.filter((column) => items.length === 0 || items.some((item) => (item[column] ?? null) !== null));
  return { columns: used, rows: items.map((item) => used.map((column) => item[column] ?? null)) };
}
