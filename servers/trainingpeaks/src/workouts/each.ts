import { type CallContext, type Cell, type Failure, isFailure, rowsShape, toRows } from '@core/mcp-kit';

/** A table of what became of each item. */
export const itemsShape = rowsShape;

/** One line of it: what it is about, and `result` in a word. */
export type ItemRow = Readonly<Record<string, Cell>> & { readonly result: string };

export interface Items {
  readonly rows: readonly ItemRow[];
  readonly answer: { columns: string[]; rows: Cell[][] };
  readonly notes: readonly string[];
}

/**
 * Does one write after another. An item that the platform refuses never ends the rest, but a write of unknown outcome or a
 * login that ended does: what comes after it is reported as not tried.
 *
 * @param about what a row says of an item whatever became of it
 * @param write yields the outcome, and what else is to be said
 * @throws Failure of the first item, when nothing at all was written.
 */
export async function eachItem<Item, Port>(
  ctx: Pick<CallContext<Port>, 'progress'>,
  items: readonly Item[],
  about: (item: Item) => Readonly<Record<string, Cell>>,
  write: (item: Item) => Promise<ItemRow>,
): Promise<Items> {
  const rows: ItemRow[] = [];
  const failures: Failure[] = [];
  for (const [index, item] of items.entries()) {
    if (failures.some(endsAll)) {
      rows.push({ ...about(item), result: 'not tried' });
      continue;
    }
    try {
      rows.push({ ...about(item), ...(await write(item)) });
    } catch (error) {
      if (!isFailure(error)) throw error;
      failures.push(error);
      rows.push({
        ...about(item),
        result: error.kind === 'ambiguous_write' ? 'unknown' : 'failed',
        reason: error.message,
      });
    }
    ctx.progress(index + 1, items.length);
  }
  if (items.length === 0) return { rows, answer: toRows(rows, []), notes: [] };
  const [first] = failures;
  if (first !== undefined && failures.length === rows.filter(({ result }) => result !== 'not tried').length)
    throw first;
  const columns = [...new Set([...Object.keys(about(items[0]!)), 'result', 'reason', ...rows.flatMap(Object.keys)])];
  return { rows, answer: toRows(rows, columns), notes: notesOf(failures, items.length) };
}

function endsAll({ kind }: Failure): boolean {
  return ['auth', 'ambiguous_write', 'rate_limited', 'timeout', 'network'].includes(kind);
}

function notesOf(failures: readonly Failure[], total: number): string[] {
  if (failures.length === 0) return [];
  const unknown = failures.some(({ kind }) => kind === 'ambiguous_write');
  return [
    `${failures.length} of ${total} failed. Next: ${failures[0]!.next}.`,
    ...(unknown ? ['One may have been written all the same: read it before sending it again.'] : []),
  ];
}
