import type { WindowSums } from '../power/normalized-power.ts';
import { type Tally, tallyFrom, tallyOf } from '../samples/tally.ts';

/** What one walk over power gives beside its tally. */
export interface PowerPass extends WindowSums {
  /** Σ (exponentially weighted power)⁴ of xPower. */
  readonly xFourth: number;
  /** Largest W′ spent, J, when, and what is still spent at the end. */
  readonly mostSpent: number;
  readonly mostSpentAt: number;
  readonly spentAtEnd: number;
}

const WINDOW = 30;
const SHARE = 1 / 26;

/**
 * NP windows, xPower and W′ balance (differential) in one loop: each is a chain of dependent additions, and side by side
 * they cost little more than the longest of them. The formulas are those of `normalizedPower`, `xPower` and `wBalance`,
 * which the tests hold this against. a + |a| is 2·max(a, 0), and a − |a| 2·min(a, 0), without a branch that noise makes
 * unpredictable; so W′ spent is kept twice as large and halved at the end.
 */
export function passOverPower(power: Float64Array, cp: number, wPrime: number): PowerPass {
  const perTwoJoules = 0.5 / wPrime;
  let covered = 0;
  let windows = 0;
  let fourth = 0;
  let average = 0;
  let xFourth = 0;
  let spent = 0;
  let mostSpent = 0;
  let mostSpentAt = 0;
  for (let i = 0; i < power.length; i++) {
    const from = i;
    const full = from + WINDOW - 1;
    let sum = 0;
    for (; i < power.length; i++) {
      const watts = power[i] as number;
      if (Number.isNaN(watts)) break;
      sum += watts;
      if (i >= full) {
        if (i > full) sum -= power[i - WINDOW] as number;
        const square = sum * sum;
        fourth += square * square;
      }
      average = average * (1 - SHARE) + watts * SHARE;
      const square = average * average;
      xFourth += square * square;
      const above = watts - cp;
      const size = Math.abs(above);
      spent = spent * (1 + (above - size) * perTwoJoules) + (above + size);
      if (spent > mostSpent) {
        mostSpent = spent;
        mostSpentAt = i;
      }
    }
    covered += i - from;
    windows += Math.max(0, i - full);
    if (i === power.length) break;
    average = average < 0.1 ? 0 : average - average * SHARE;
    spent -= 2 * cp * spent * perTwoJoules;
  }
  return { covered, windows, fourth, xFourth, mostSpent: mostSpent / 2, mostSpentAt, spentAtEnd: spent / 2 };
}

/** What one walk over heart rate beside output gives: the tally of the beats, and what decoupling needs of the two. */
export interface HeartRatePass extends PairedSums {
  readonly tally: Tally;
  /** The first half of the paired seconds, by count. */
  readonly first: PairedSums;
}

/** Sums of output and heart rate over the seconds with both. */
export interface PairedSums {
  readonly seconds: number;
  readonly output: number;
  readonly beats: number;
}

/** The sums over the paired seconds before a cell. */
interface Mark extends PairedSums {
  readonly cell: number;
}

/** Whole heart rates below this are counted, others are kept one by one. A power of two. */
const BEATS = 256;

/** At least this many cells between two marks. */
const MARKED = 256;

/**
 * The tally of heart rate, and its sums with output (of the same length) from cell `from` on. Heart rate repeats itself,
 * so the walk goes run by run: inside a run only output is added up. The sums are marked now and then, so that the
 * middle, known only at the end, is found again without a second walk.
 */
export function passOverHeartRate(heartRate: Float64Array, output: Float64Array, from: number): HeartRatePass {
  const { length } = heartRate;
  const bins = new Int32Array(BEATS);
  const others: number[] = [];
  const marks: Mark[] = [];
  let seconds = 0;
  let sum = 0;
  let beats = 0;
  let next = from;
  for (let i = 0; i < length; ) {
    if (i >= next) {
      marks.push({ cell: i, seconds, output: sum, beats });
      next = i + MARKED;
    }
    const start = i;
    // A run that goes on over `from` counts as two: only the second is paired.
    const end = start < from ? from : length;
    const held = heartRate[start] as number;
    let runSum = 0;
    let missing = 0;
    do {
      const out = output[i] as number;
      if (Number.isNaN(out)) missing++;
      else runSum += out;
    } while (++i < end && heartRate[i] === held);
    countRun(bins, others, held, i - start);
    if (start < from || !(held > 0)) continue;
    const both = i - start - missing;
    seconds += both;
    sum += runSum;
    beats += both * held;
  }
  const first = firstSeconds(heartRate, output, marks, seconds >> 1);
  return { tally: tallyFrom(bins, others, length), seconds, output: sum, beats, first };
}

/** The pass over a heart rate that has no output beside it. */
export function passWithoutOutput(heartRate: Float64Array): HeartRatePass {
  const nothing = { seconds: 0, output: 0, beats: 0 };
  return { tally: tallyOf(heartRate), ...nothing, first: nothing };
}

function countRun(bins: Int32Array, others: number[], held: number, run: number): void {
  const whole = held & (BEATS - 1);
  if (whole === held) bins[whole] = (bins[whole] as number) + run;
  else if (Number.isFinite(held)) for (let k = 0; k < run; k++) others.push(held);
}

/** Sums over the first `wanted` paired seconds: from the last mark before them, then cell by cell. */
function firstSeconds(
  heartRate: Float64Array,
  output: Float64Array,
  marks: readonly Mark[],
  wanted: number,
): PairedSums {
  const mark = marks.findLast((each) => each.seconds <= wanted);
  if (mark === undefined) return { seconds: 0, output: 0, beats: 0 };
  let { seconds, output: sum, beats } = mark;
  for (let i = mark.cell; seconds < wanted; i++) {
    const out = output[i] as number;
    const held = heartRate[i] as number;
    if (Number.isNaN(out) || !(held > 0)) continue;
    seconds++;
    sum += out;
    beats += held;
  }
  return { seconds, output: sum, beats };
}
