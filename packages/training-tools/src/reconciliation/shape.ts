import { correlate } from '@core/metrics/correlation';
import { type ChannelName, type Grid, PAUSED, totals } from '@core/metrics/samples';

/** How two recordings of one signal lie on each other. */
export interface Match {
  readonly signal: ChannelName;
  /** Pearson's r of the seconds that both have, at the best shift. */
  readonly r: number;
  /** Second of the file that is second 0 of the platform's recording. */
  readonly lagS: number;
  /** Seconds that both have. */
  readonly seconds: number;
  /** Mean of the file over mean of the platform, in those seconds; `null` where one of them is 0. */
  readonly ratio: number | null;
  /** The platform's recording leaves out the file's pauses. */
  readonly pausesCut: boolean;
}

/** What tells one session from another, the most telling first. */
const signals = ['power', 'speed', 'heart_rate', 'cadence', 'altitude'] as const;
const BLOCK_S = 10;
/** How far apart two recorders of one session are started at most. */
const MOST_LAG_S = 3600;

/** The best match of each signal that both have, the most telling first. */
export function matches(file: Grid, platform: Grid): Match[] {
  const whole = matchesOn(file.channels, platform);
  if (!file.state.includes(PAUSED) || Math.abs(file.seconds - platform.seconds) < 2 * BLOCK_S) return whole;
  const running = matchesOn(withoutPauses(file), platform, true);
  const mean = (all: readonly Match[]) => all.reduce((sum, { r }) => sum + r, 0) / Math.max(1, all.length);
  return mean(running) > mean(whole) + 0.02 ? running : whole;
}

function matchesOn(channels: Grid['channels'], { channels: others }: Grid, pausesCut = false): Match[] {
  const found: Match[] = [];
  for (const signal of signals) {
    const [a, b] = [channels[signal], others[signal]];
    if (a === undefined || b === undefined) continue;
    // The first one says how the two lie; the others confirm it there or do not.
    const anchor = found[0]?.lagS;
    const best = anchor === undefined ? bestShift(a, b) : bestOf(a, b, anchor - 2, anchor + 2);
    if (best !== null) found.push(matchOf(signal, best, pausesCut));
  }
  return found;
}

function matchOf(signal: ChannelName, { a, b, r, lag }: Shift, pausesCut: boolean): Match {
  const [ours, theirs] = [totals(a), totals(b)];
  const ratio = ours.sum > 0 && theirs.sum > 0 ? ours.sum / theirs.sum : null;
  return { signal, r, lagS: lag, seconds: a.length, ratio, pausesCut };
}

function withoutPauses({ channels, state }: Grid): Grid['channels'] {
  return Object.fromEntries(
    Object.entries(channels).map(([name, values]) => [name, values.filter((_, i) => state[i] !== PAUSED)]),
  );
}

/** Coarse over means of 10 s, then second by second around the best. */
function bestShift(file: Float64Array, platform: Float64Array): Shift | null {
  const most = MOST_LAG_S / BLOCK_S;
  const coarse = bestOf(blocks(file), blocks(platform), -most, most);
  if (coarse === null) return null;
  return bestOf(file, platform, BLOCK_S * (coarse.lag - 1.5), BLOCK_S * (coarse.lag + 1.5));
}

function blocks(values: Float64Array): Float64Array {
  return Float64Array.from({ length: Math.floor(values.length / BLOCK_S) }, (_, i) => {
    const { sum, count } = totals(values.subarray(i * BLOCK_S, (i + 1) * BLOCK_S));
    return count === 0 ? Number.NaN : sum / count;
  });
}

interface Shift {
  readonly lag: number;
  readonly r: number;
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** The shift between two bounds at which the values common to both correlate best; half of the shorter must be common. */
function bestOf(a: Float64Array, b: Float64Array, from: number, to: number): Shift | null {
  let best: Shift | null = null;
  for (let lag = Math.ceil(from); lag <= to; lag++) {
    const shifted = common(a, b, lag);
    if (shifted.a.length < Math.min(a.length, b.length) / 2) continue;
    const { value } = correlate([...shifted.a], [...shifted.b]);
    if (value !== null && (best === null || value.r > best.r)) best = { lag, r: value.r, ...shifted };
  }
  return best;
}

/** Values that both have when the second series begins `lag` later than the first. */
function common(a: Float64Array, b: Float64Array, lag: number): Pick<Shift, 'a' | 'b'> {
  const first = Math.max(0, -lag);
  const length = Math.max(0, Math.min(a.length - lag, b.length) - first);
  const [mine, theirs] = [a.subarray(first + lag, first + lag + length), b.subarray(first, first + length)];
  const both = (_: number, i: number) => Number.isFinite(mine[i]) && Number.isFinite(theirs[i]);
  return { a: mine.filter(both), b: theirs.filter(both) };
}
