import type { Intensity, Step } from '../workout.ts';

export const MOST_STAIRS = 10;
const FEWEST = 3;

/**
 * A ramp as level steps, about one a minute (3 to 10 of them), for formats without ramps. The same time or distance in
 * all; the first stair stands at the start value and the last at the end value. Undefined where there is no ramp, or
 * no length to divide.
 */
export function stairs(step: Step): Step[] | undefined {
  const { length, target } = step;
  if (target === undefined || target.unit === 'free' || target.unit === 'max' || target.ramp !== true) return undefined;
  if (length.by !== 'time' && length.by !== 'distance') return undefined;
  const total = length.by === 'time' ? length.seconds : length.metres;
  const minutes = length.by === 'time' ? total / 60 : total / 200;
  const count = Math.min(MOST_STAIRS, Math.max(FEWEST, Math.round(minutes)), Math.max(1, Math.floor(total)));
  return Array.from({ length: count }, (_, index) => ({
    ...step,
    length: part(length, total, index, count),
    target: level(target, count === 1 ? 0.5 : index / (count - 1)),
  }));
}

/** Whole seconds or metres that add up to the total. */
function part(length: Step['length'], total: number, index: number, count: number): Step['length'] {
  const edge = (at: number) => (at === count ? total : Math.round((total * at) / count));
  const amount = edge(index + 1) - edge(index);
  return length.by === 'time' ? { by: 'time', seconds: amount } : { by: 'distance', metres: amount };
}

function level(target: Intensity, share: number): Intensity {
  const value = Math.round(target.from + (target.to - target.from) * share);
  return { unit: target.unit, from: value, to: value };
}

/** A ramp that cannot be divided, as the band it crosses. */
export function asBand(target: Intensity): Intensity {
  const { unit, from, to } = target;
  const slowFirst = unit.startsWith('s/');
  return from > to === slowFirst ? { unit, from, to } : { unit, from: to, to: from };
}
