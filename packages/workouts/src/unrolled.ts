import { child, type Path } from './path.ts';
import { type Item, isRepeat, type Repeat, type Step } from './workout.ts';

export interface PlacedStep {
  readonly path: Path;
  readonly step: Step;
}

/** More steps than any session has; a hostile file may ask for billions. */
const MOST_STEPS = 20_000;

function refuseAbove(count: number, path: Path): void {
  if (count > MOST_STEPS)
    throw new RangeError(`${path}: more than ${MOST_STEPS} steps once the repeats are multiplied out`);
}

/**
 * Every step in the order it is done, repeats multiplied out, each with the place where it is written.
 * @throws {RangeError} naming the repeat that goes beyond 20,000 steps
 */
export function unrolled(items: readonly Item[], parent: Path = ''): PlacedStep[] {
  const out: PlacedStep[] = [];
  items.forEach((item, index) => {
    const path = child(parent, index);
    if (!isRepeat(item)) {
      out.push({ path, step: item });
      return;
    }
    const once = unrolled(item.steps, path);
    if (once.length === 0) return;
    refuseAbove(out.length + once.length * item.times, path);
    for (let time = 0; time < item.times; time++) out.push(...once);
  });
  return out;
}

export type FlatItem = { readonly path: Path; readonly step: Step } | FlatRepeat;
export interface FlatRepeat {
  readonly path: Path;
  readonly times: number;
  readonly name?: string;
  readonly steps: readonly PlacedStep[];
}

/**
 * The same training without a repeat inside a repeat: an outer repeat that holds another one is written out as many
 * times as it says. `onUnroll` hears of each. A repeat of one becomes its steps.
 * @throws {RangeError} naming the repeat that goes beyond 20,000 steps
 */
export function withoutNesting(
  items: readonly Item[],
  onUnroll: (path: Path, repeat: Repeat) => void,
  parent: Path = '',
): FlatItem[] {
  const out: FlatItem[] = [];
  items.forEach((item, index) => {
    const path = child(parent, index);
    if (!isRepeat(item)) {
      out.push({ path, step: item });
    } else if (item.times > 1 && !item.steps.some(isRepeat)) {
      const steps = item.steps.map((step, at) => ({ path: child(path, at), step: step as Step }));
      out.push({ path, times: item.times, steps, ...(item.name === undefined ? {} : { name: item.name }) });
    } else {
      onUnroll(path, item);
      const once = withoutNesting(item.steps, onUnroll, path);
      if (once.length === 0) return;
      refuseAbove(out.length + once.length * item.times, path);
      for (let time = 0; time < item.times; time++) out.push(...once);
    }
  });
  return out;
}

export function isFlatRepeat(item: FlatItem): item is FlatRepeat {
  return 'times' in item;
}
