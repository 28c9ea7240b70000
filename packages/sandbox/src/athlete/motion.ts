import { between, type Random } from '../engine/random.ts';
import type { Course } from './course.ts';
import type { FlatStep } from './workout.ts';

/** A stretch of the recording that belongs to one step of the workout. Indices are samples, the end is exclusive. */
export interface Lap {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly step: FlatStep;
}

/** The timer was stopped before this sample. */
export interface Pause {
  readonly index: number;
  readonly seconds: number;
}

/** What the legs and the road did, one sample a second of timer time. NaN is "no value". */
export interface Motion {
  readonly length: number;
  /** Elapsed seconds since the start of each sample; jumps where the timer was paused. */
  readonly time: Int32Array;
  /** W at the pedals; undefined where the sport has none. */
  readonly power: Float32Array | undefined;
  /** m/s */
  readonly speed: Float32Array;
  /** m */
  readonly distance: Float32Array;
  /** m; undefined indoors. */
  readonly altitude: Float32Array | undefined;
  /** Rise over run; undefined indoors. */
  readonly grade: Float32Array | undefined;
  /** Effort as a share of the threshold: what heart rate follows. */
  readonly effort: Float32Array;
  readonly laps: Lap[];
  readonly pauses: Pause[];
  /** Full pool lengths, for a swim. */
  readonly lengths: number | undefined;
  readonly course: Course | undefined;
}

export const POOL_LENGTH_M = 25;

/** The target of a step at one of its seconds, as a share of the threshold. */
export function targetAt(step: FlatStep, second: number): number {
  if (step.ramp !== true) return (step.low + step.high) / 2;
  return step.low + ((step.high - step.low) * second) / Math.max(1, step.seconds - 1);
}

/** Laps of a recording that follows the steps second by second. */
export function lapsOf(steps: readonly FlatStep[]): Lap[] {
  return steps.map((step) => ({ startIndex: step.start, endIndex: step.start + step.seconds, step }));
}

/** Where the timer stops in the free-riding parts, about once in `every` seconds, for 12 s up to `longest`. */
export function pausesIn(laps: readonly Lap[], random: Random, every: number, longest: number): Pause[] {
  const pauses: Pause[] = [];
  for (const { startIndex, endIndex, step } of laps) {
    if (step.kind === 'work' || step.kind === 'rest') continue;
    let at = startIndex + 60 - every * Math.log(1 - random());
    while (at < endIndex) {
      pauses.push({ index: Math.floor(at), seconds: Math.round(between(random, 12, longest)) });
      at += 60 - every * Math.log(1 - random());
    }
  }
  return pauses;
}

/** Where the columns of a simulation are put. */
export interface Space {
  floats(length: number): Float32Array<ArrayBuffer>;
  ints(length: number): Int32Array<ArrayBuffer>;
}

export const freshSpace: Space = {
  floats: (length) => new Float32Array(length),
  ints: (length) => new Int32Array(length),
};

/**
 * Columns that are used again after `reuse()`: two years of sessions are measured without two years of garbage. Whatever
 * was put there before is lost.
 */
export function reusableSpace(): Space & { reuse(): void } {
  const columns: ArrayBuffer[] = [];
  let next = 0;
  const take = (length: number): ArrayBuffer => {
    let column = columns[next];
    if (column === undefined || column.byteLength < 4 * length) column = new ArrayBuffer(4 * Math.max(length, 16_384));
    columns[next] = column;
    next += 1;
    return column;
  };
  return {
    floats: (length) => new Float32Array(take(length), 0, length),
    ints: (length) => new Int32Array(take(length), 0, length),
    reuse() {
      next = 0;
    },
  };
}
