import type { WindowSums } from '../power/normalized-power.ts';
import { type Tally, tallyFrom } from '../samples/tally.ts';

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
 * which the tests hold this against. (a + |a|)/2 is max(a, 0) without a branch that noise makes unpredictable.
 */
export function passOverPower(power: Float64Array, cp: number, wPrime: number): PowerPass {
  const perJoule = 1 / wPrime;
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
      const over = (above + Math.abs(above)) * 0.5;
      spent = spent * (1 + (above - over) * perJoule) + over;
      if (spent > mostSpent) {
        mostSpent = spent;
        mostSpentAt = i;
      }
    }
    covered += i - from;
    windows += Math.max(0, i - full);
    if (i === power.length) break;
    average = average < 0.1 ? 0 : average - average * SHARE;
    spent -= cp * spent * perJoule;
  }
  return { covered, windows, fourth, xFourth, mostSpent, mostSpentAt, spentAtEnd: spent };
}

/** Sums of output and heart rate over the seconds with both, whole and first half by count. */
export interface PairedPass {
  readonly seconds: number;
  readonly output: number;
  readonly beats: number;
  readonly firstOutput: number;
  readonly firstBeats: number;
}

/** Whole heart rates below this are counted, others are kept one by one. A power of two. */
const BEATS = 256;

/** The tally of a channel that repeats itself, as heart rate does: counted in runs. */
export function tallyOfRuns(series: Float64Array): Tally {
  const bins = new Int32Array(BEATS);
  const others: number[] = [];
  let held = Number.NaN;
  let run = 0;
  for (let i = 0; i < series.length; i++) {
    const reading = series[i] as number;
    if (reading === held) run++;
    else {
      countRun(bins, others, held, run);
      held = reading;
      run = 1;
    }
  }
  countRun(bins, others, held, run);
  return tallyFrom(bins, others, series.length);
}

function countRun(bins: Int32Array, others: number[], held: number, run: number): void {
  const whole = held & (BEATS - 1);
  if (whole === held) bins[whole] = (bins[whole] as number) + run;
  else if (Number.isFinite(held)) for (let k = 0; k < run; k++) others.push(held);
}

/** Cells between two marks of the running sums. */
const MARK = 256;

/**
 * What decoupling needs of two channels from cell `from` on, in one loop. Running sums are marked now and then, so that
 * the middle, known only at the end, is found again without a second walk.
 */
export function passOverPair(output: Float64Array, heartRate: Float64Array, from: number): PairedPass {
  const length = Math.min(output.length, heartRate.length);
  const marks: number[] = [];
  let seconds = 0;
  let sum = 0;
  let beatSum = 0;
  for (let start = from; start < length; start += MARK) {
    marks.push(seconds, sum, beatSum);
    const end = Math.min(length, start + MARK);
    for (let i = start; i < end; i++) {
      const beats = heartRate[i] as number;
      const out = output[i] as number;
      if (Number.isNaN(out) || !(beats > 0)) continue;
      seconds++;
      sum += out;
      beatSum += beats;
    }
  }
  const first = halfOf(output, heartRate, from, marks, seconds >> 1);
  return { seconds, output: sum, beats: beatSum, ...first };
}

/** Sums over the first `half` paired seconds: from the last mark before them, then cell by cell. */
function halfOf(output: Float64Array, heartRate: Float64Array, from: number, marks: readonly number[], half: number) {
  let mark = Math.max(0, marks.length / 3 - 1);
  while (mark > 0 && (marks[3 * mark] as number) > half) mark--;
  let [seen = 0, firstOutput = 0, firstBeats = 0] = marks.slice(3 * mark, 3 * mark + 3);
  for (let i = from + mark * MARK; seen < half; i++) {
    const out = output[i] as number;
    const beats = heartRate[i] as number;
    if (Number.isNaN(out) || !(beats > 0)) continue;
    seen++;
    firstOutput += out;
    firstBeats += beats;
  }
  return { firstOutput, firstBeats };
}
