import { type Item, isIntensity, isRepeat, type Length, type Step } from '../workout.ts';
import { MOST_STAIRS, stairs } from './stairs.ts';

/** Two stairs are steps; from three on they may be a ramp. */
const FEWEST = 3;

/**
 * Steps with every flight of stairs as the ramp that would be written as exactly these stairs, so that a ramp that was
 * written to a format without ramps is shown as one. Writing the result again gives the same steps.
 */
export function foldStairs(items: readonly Item[]): Item[] {
  const folded: Item[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at]!;
    if (isRepeat(item)) {
      folded.push({ ...item, steps: foldStairs(item.steps) });
      at += 1;
      continue;
    }
    const ramp = rampAt(items, at);
    folded.push(ramp?.step ?? item);
    at += ramp?.stairs ?? 1;
  }
  return folded;
}

/** The longest ramp that begins with this step. */
function rampAt(items: readonly Item[], at: number): { step: Step; stairs: number } | undefined {
  for (let count = Math.min(MOST_STAIRS, items.length - at); count >= FEWEST; count -= 1) {
    const flight = items.slice(at, at + count);
    if (flight.some(isRepeat)) continue;
    const step = rampOf(flight as Step[]);
    if (step !== undefined && JSON.stringify(stairs(step)) === JSON.stringify(flight)) return { step, stairs: count };
  }
  return undefined;
}

function rampOf(flight: readonly Step[]): Step | undefined {
  const [first, last] = [flight[0]!, flight.at(-1)!];
  if (!isIntensity(first.target) || !isIntensity(last.target) || first.target.from === last.target.from)
    return undefined;
  const length = totalOf(flight.map((step) => step.length));
  if (length === undefined) return undefined;
  return { ...first, length, target: { ...first.target, to: last.target.to, ramp: true } };
}

function totalOf(lengths: readonly Length[]): Length | undefined {
  const seconds = lengths.flatMap((length) => (length.by === 'time' ? length.seconds : []));
  if (seconds.length === lengths.length) return { by: 'time', seconds: sum(seconds) };
  const metres = lengths.flatMap((length) => (length.by === 'distance' ? length.metres : []));
  return metres.length === lengths.length ? { by: 'distance', metres: sum(metres) } : undefined;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
