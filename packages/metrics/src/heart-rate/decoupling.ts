import { normalizedPower } from '../power/normalized-power.ts';
import { allFinite, type Metric, none, type Warning } from '../result/index.ts';
import type { Series } from '../samples/index.ts';

/** How the two halves are chosen and what stands for output. */
export interface DecouplingConvention {
  /** Output of a half: plain mean (zeros counted) or NP-style weighted mean. */
  readonly output: 'average' | 'weighted';
  /** Minutes cut off the start and end when the activity is longer than `trimAboveMinutes`. */
  readonly warmupMinutes: number;
  readonly cooldownMinutes: number;
  readonly trimAboveMinutes: number;
  /** Refusals: least minutes with both signals, and least share of the compared stretch that has them. */
  readonly minMinutes: number;
  readonly minCoverage: number;
}

const RECOMMENDED: DecouplingConvention = {
  output: 'average',
  warmupMinutes: 10,
  cooldownMinutes: 0,
  trimAboveMinutes: 60,
  minMinutes: 20,
  minCoverage: 0.8,
};

/**
 * Decoupling conventions. `default` trims a 10 min warm-up; `goldencheetah` splits everything with both signals in two
 * by count; `trainingpeaks` compares NP per half; `intervals` trims warm-up and cool-down.
 * @source Friel (definition); the trims and refusals of `default` are engineering choices
 */
export const DECOUPLING_PRESETS = {
  default: RECOMMENDED,
  goldencheetah: { ...RECOMMENDED, warmupMinutes: 0, minMinutes: 0, minCoverage: 0 },
  trainingpeaks: { ...RECOMMENDED, output: 'weighted', warmupMinutes: 0 },
  intervals: { ...RECOMMENDED, cooldownMinutes: 10 },
} as const satisfies Record<string, DecouplingConvention>;

export interface DecouplingOptions extends Partial<DecouplingConvention> {
  readonly preset?: keyof typeof DECOUPLING_PRESETS;
  /** 1 where the athlete moved; seconds with 0 are left out. Same length as the series. */
  readonly moving?: ArrayLike<number>;
}

export interface Decoupling {
  /** (EF₁ − EF₂) / EF₁ · 100; positive means that heart rate rose against output. */
  readonly percent: number;
  readonly first: { readonly output: number; readonly heartRate: number };
  readonly second: { readonly output: number; readonly heartRate: number };
  /** < 5 % `good`, 5–10 % `moderate`, > 10 % `poor`: Friel's convention, not physiology. */
  readonly rating: 'good' | 'moderate' | 'poor';
}

/**
 * Aerobic decoupling (Pw:HR with power, Pa:HR with speed), %: EF of the first half against the second, EF = mean output
 * / mean heart rate over the seconds that carry both signals, halves by count of those seconds.
 *
 * Refuses `too_short` under 20 min with both signals, `low_coverage` under 80 %, `undefined_ratio` when the first half
 * has no output, `bad_input` for unequal lengths. Warns `variable_effort` when NP / average power > 1.10, where the
 * number describes the workout rather than the athlete. O(n).
 * @source Friel; published check 193 W/136 bpm then 195 W/142 bpm: 3.23 % (isaacrides.blogspot.com 2008-05)
 */
export function decoupling(output: Series, heartRate: Series, options: DecouplingOptions = {}): Metric<Decoupling> {
  const how = { ...DECOUPLING_PRESETS[options.preset ?? 'default'], ...options };
  if (output.length !== heartRate.length || (how.moving !== undefined && how.moving.length !== output.length))
    return none('bad_input', 'output, heart rate and moving must have the same length');
  const trim = output.length > how.trimAboveMinutes * 60;
  const from = trim ? Math.round(how.warmupMinutes * 60) : 0;
  const to = output.length - (trim ? Math.round(how.cooldownMinutes * 60) : 0);
  const used = usable(output, heartRate, how.moving, from, to);
  const middle = middleOf(output, heartRate, how.moving, from, to, used.seconds >> 1);
  const first = meansOf(output, heartRate, how.moving, from, middle);
  const second = meansOf(output, heartRate, how.moving, middle, to);
  if (how.output === 'weighted') {
    first.output = weightedOver(output, from, middle) ?? first.output;
    second.output = weightedOver(output, middle, to) ?? second.output;
  }
  return decouplingFrom({ ...used, first, second, trimmed: trim && from > 0 }, how, () =>
    variabilityOf(output, from, to),
  );
}

/** What has to be known of two halves. */
export interface Halves {
  /** Seconds with both signals, and seconds looked at. */
  readonly seconds: number;
  readonly considered: number;
  readonly first: Readonly<HalfMeans>;
  readonly second: Readonly<HalfMeans>;
  readonly trimmed: boolean;
}

/** The rules of `decoupling` applied to two halves; `variability` gives NP / average power for the warning. */
export function decouplingFrom(
  halves: Halves,
  how: DecouplingConvention,
  variability: () => number,
): Metric<Decoupling> {
  const { seconds, considered, first, second } = halves;
  if (seconds < Math.max(2, how.minMinutes * 60))
    return none(
      'too_short',
      `needs ${how.minMinutes} min with output and heart rate, has ${(seconds / 60).toFixed(1)}`,
    );
  const coverage = seconds / considered;
  if (coverage < how.minCoverage)
    return none('low_coverage', `output and heart rate cover ${Math.round(coverage * 100)} % of the time`);
  if (!(first.output > 0)) return none('undefined_ratio', 'there is no output in the first half');
  const percent = (1 - second.output / second.heartRate / (first.output / first.heartRate)) * 100;
  const rating = percent < 5 ? 'good' : percent <= 10 ? 'moderate' : 'poor';
  const trimmed = halves.trimmed ? `, first ${how.warmupMinutes} min left out` : '';
  const method = `decoupling, ${how.output} output, halves by time${trimmed}`;
  const vi = variability();
  const detail = `variability index ${vi.toFixed(2)}: decoupling needs a steady effort`;
  const warnings: Warning[] = vi > 1.1 ? [{ code: 'variable_effort', detail }] : [];
  return allFinite({ percent, first, second, rating }, method, coverage, warnings);
}

interface HalfMeans {
  output: number;
  heartRate: number;
}

type Mask = ArrayLike<number> | undefined;

/** Whether a second moves and carries both signals. */
function counts(output: Series, heartRate: Series, moving: Mask, i: number): boolean {
  return Number.isFinite(output[i]) && (heartRate[i] as number) > 0 && (moving === undefined || moving[i] !== 0);
}

function usable(output: Series, heartRate: Series, moving: Mask, from: number, to: number) {
  let seconds = 0;
  let considered = 0;
  for (let i = from; i < to; i++) {
    if (moving !== undefined && moving[i] === 0) continue;
    considered++;
    if (counts(output, heartRate, moving, i)) seconds++;
  }
  return { seconds, considered };
}

/** The cell at which `half` usable seconds lie behind. */
function middleOf(output: Series, heartRate: Series, moving: Mask, from: number, to: number, half: number): number {
  let seen = 0;
  let at = from;
  for (; at < to && seen < half; at++) if (counts(output, heartRate, moving, at)) seen++;
  return at;
}

function meansOf(output: Series, heartRate: Series, moving: Mask, from: number, to: number): HalfMeans {
  let sum = 0;
  let beats = 0;
  let seconds = 0;
  for (let i = from; i < to; i++) {
    if (!counts(output, heartRate, moving, i)) continue;
    sum += output[i] as number;
    beats += heartRate[i] as number;
    seconds++;
  }
  return { output: sum / seconds, heartRate: beats / seconds };
}

/** NP of a stretch, W; null when it has no full window. */
function weightedOver(output: Series, from: number, to: number): number | null {
  const whole = from === 0 && to === output.length;
  const part = whole ? output : output instanceof Float64Array ? output.subarray(from, to) : output.slice(from, to);
  return normalizedPower(part).value;
}

/** NP / average power of a stretch; 1 when it has no NP. */
function variabilityOf(output: Series, from: number, to: number): number {
  const np = weightedOver(output, from, to);
  let sum = 0;
  let seconds = 0;
  for (let i = from; i < to; i++) {
    if (!Number.isFinite(output[i])) continue;
    sum += output[i] as number;
    seconds++;
  }
  return np === null ? 1 : (np * seconds) / sum;
}
