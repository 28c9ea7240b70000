import type { WindowSums } from '../power/normalized-power.ts';
import { COUNTED, type Tally, tallyFrom } from '../samples/tally.ts';

/** Everything that one walk over power gives. */
export interface PowerPass extends WindowSums {
  readonly tally: Tally;
  /** Σ (exponentially weighted power)⁴ of xPower. */
  readonly xFourth: number;
  /** Largest W′ spent, J, when, and at the end; 0 without an athlete's CP and W′. */
  readonly mostSpent: number;
  readonly mostSpentAt: number;
  readonly spentAtEnd: number;
}

const WINDOW = 30;
const SHARE = 1 / 26;

/**
 * NP windows, xPower, W′ balance (differential) and the tally of power in one loop: each is a chain of dependent
 * additions, and side by side they cost little more than the longest of them. The formulas are those of
 * `normalizedPower`, `xPower` and `wBalance`, which the tests hold this against.
 */
export function passOverPower(power: Float64Array, cp: number, wPrime: number): PowerPass {
  const bins = new Int32Array(COUNTED);
  const others: number[] = [];
  const perJoule = 1 / wPrime;
  let [covered, run, windows, at] = [0, 0, 0, 0];
  let [sum, fourth, average, xFourth, spent, mostSpent] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < power.length; i++) {
    const watts = power[i] as number;
    if (Number.isNaN(watts)) {
      run = 0;
      sum = 0;
      average = average < 0.1 ? 0 : average - average * SHARE;
      spent -= cp * spent * perJoule;
      continue;
    }
    covered++;
    const whole = watts & (COUNTED - 1);
    if (whole === watts) bins[whole] = (bins[whole] as number) + 1;
    else others.push(watts);
    sum += watts;
    if (++run > WINDOW) sum -= power[i - WINDOW] as number;
    if (run >= WINDOW) {
      const square = sum * sum;
      fourth += square * square;
      windows++;
    }
    average += (watts - average) * SHARE;
    const square = average * average;
    xFourth += square * square;
    const above = watts - cp;
    spent = spent * (1 + Math.min(above, 0) * perJoule) + Math.max(above, 0);
    if (spent > mostSpent) {
      mostSpent = spent;
      at = i;
    }
  }
  const tally = tallyFrom(bins, others, covered, power.length);
  return { tally, covered, windows, fourth, xFourth, mostSpent, mostSpentAt: at, spentAtEnd: spent };
}

/** Sums of output and heart rate over the seconds with both, whole and first half by count. */
export interface PairedPass {
  readonly tally: Tally;
  readonly seconds: number;
  readonly output: number;
  readonly beats: number;
  readonly firstOutput: number;
  readonly firstBeats: number;
}

/**
 * The tally of heart rate and what decoupling needs from cell `from` on, in one loop: for every second paired second that
 * is seen, a second pointer takes one more into the first half.
 */
export function passOverPair(output: Float64Array, heartRate: Float64Array, from: number): PairedPass {
  const bins = new Int32Array(COUNTED);
  const others: number[] = [];
  let [covered, seconds, sum, beatSum, firstOutput, firstBeats] = [0, 0, 0, 0, 0, 0];
  let behind = from;
  for (let i = 0; i < heartRate.length; i++) {
    const beats = heartRate[i] as number;
    if (Number.isNaN(beats)) continue;
    covered++;
    const whole = beats & (COUNTED - 1);
    if (whole === beats) bins[whole] = (bins[whole] as number) + 1;
    else others.push(beats);
    const out = output[i] as number;
    if (i < from || Number.isNaN(out) || beats <= 0) continue;
    sum += out;
    beatSum += beats;
    if ((++seconds & 1) === 1) continue;
    while (!((output[behind] as number) === output[behind] && (heartRate[behind] as number) > 0)) behind++;
    firstOutput += output[behind] as number;
    firstBeats += heartRate[behind++] as number;
  }
  const tally = tallyFrom(bins, others, covered, heartRate.length);
  return { tally, seconds, output: sum, beats: beatSum, firstOutput, firstBeats };
}
