import { type Failure, outcomeOf } from '@core/mcp-kit';
import type { Who } from '../ports/index.ts';

/** Athletes are read side by side, so many at a time: a platform's own pacing does the rest. */
const AT_ONCE = 6;

export interface ReadEach<T> {
  /** By athlete id. */
  readonly found: ReadonlyMap<string, T>;
  /** Athletes who could not be read: reason → how many. */
  readonly failed: Readonly<Record<string, number>>;
}

/**
 * Reads something of every athlete. One who cannot be read is counted and does not fail the others.
 *
 * @throws Failure `auth`, and the first failure when nobody could be read.
 */
export async function readEach<T>(
  people: readonly Who[],
  read: (who: Who) => Promise<T>,
  progress: (done: number, total?: number) => void = () => {},
): Promise<ReadEach<T>> {
  const found = new Map<string, T>();
  const failures: Failure[] = [];
  const queue = [...people];
  let done = 0;
  const work = async () => {
    for (let who = queue.shift(); who !== undefined; who = queue.shift()) {
      const { value, failure } = await outcomeOf(Promise.resolve(who).then(read));
      if (failure === undefined) found.set(who.id, value);
      else if (failure.kind === 'auth') throw failure;
      else failures.push(failure);
      done += 1;
      progress(done, people.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, people.length) }, work));
  if (found.size === 0 && failures[0] !== undefined) throw failures[0];
  const failed: Record<string, number> = {};
  for (const { kind } of failures) failed[kind.replaceAll('_', ' ')] = (failed[kind.replaceAll('_', ' ')] ?? 0) + 1;
  return { found, failed };
}
