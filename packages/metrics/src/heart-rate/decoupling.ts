import { normalizedPower } from '../power/normalized-power.ts';
import { type Metric, none, value, type Warning } from '../result/index.ts';
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
 * Decoupling conventions. `default` is reference metrics §3; `goldencheetah` splits everything with both signals in two
 * by count; `trainingpeaks` compares NP per half; `intervals` trims warm-up and cool-down.
 * @source reference metrics §3
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
  if (used.seconds.length < Math.max(2, how.minMinutes * 60))
    return none(
      'too_short',
      `needs ${how.minMinutes} min with output and heart rate, has ${(used.seconds.length / 60).toFixed(1)}`,
    );
  const coverage = used.seconds.length / used.considered;
  if (coverage < how.minCoverage)
    return none('low_coverage', `output and heart rate cover ${Math.round(coverage * 100)} % of the time`);

  const half = Math.floor(used.seconds.length / 2);
  const first = meansOf(output, heartRate, used.seconds, 0, half, how.output);
  const second = meansOf(output, heartRate, used.seconds, half, used.seconds.length, how.output);
  if (!(first.output > 0)) return none('undefined_ratio', 'there is no output in the first half');
  const percent = (1 - second.output / second.heartRate / (first.output / first.heartRate)) * 100;
  if (!Number.isFinite(percent)) return none('bad_input', 'decoupling is not a finite number for this input');
  const rating = percent < 5 ? 'good' : percent <= 10 ? 'moderate' : 'poor';
  const method = `decoupling, ${how.output} output, halves by time${trim && from > 0 ? `, first ${how.warmupMinutes} min left out` : ''}`;
  return value({ percent, first, second, rating }, method, coverage, variability(output, used.seconds));
}

function usable(output: Series, heartRate: Series, moving: ArrayLike<number> | undefined, from: number, to: number) {
  const seconds = new Int32Array(Math.max(0, to - from));
  let count = 0;
  let considered = 0;
  for (let i = from; i < to; i++) {
    if (moving !== undefined && moving[i] === 0) continue;
    considered++;
    const out = output[i] as number;
    if (Number.isFinite(out) && (heartRate[i] as number) > 0) seconds[count++] = i;
  }
  return { seconds: seconds.subarray(0, count), considered };
}

function meansOf(
  output: Series,
  heartRate: Series,
  seconds: Int32Array,
  from: number,
  to: number,
  how: 'average' | 'weighted',
) {
  let sum = 0;
  let beats = 0;
  for (let k = from; k < to; k++) {
    sum += output[seconds[k] as number] as number;
    beats += heartRate[seconds[k] as number] as number;
  }
  const mean = { output: sum / (to - from), heartRate: beats / (to - from) };
  if (how === 'average') return mean;
  const weighted = normalizedPower(gather(output, seconds.subarray(from, to)));
  return weighted.value === null ? mean : { ...mean, output: weighted.value };
}

function gather(series: Series, seconds: Int32Array): Float64Array {
  const out = new Float64Array(seconds.length);
  for (let k = 0; k < seconds.length; k++) out[k] = series[seconds[k] as number] as number;
  return out;
}

function variability(output: Series, seconds: Int32Array): Warning[] {
  const compared = gather(output, seconds);
  const np = normalizedPower(compared);
  if (np.value === null) return [];
  const vi = np.value / (compared.reduce((sum, watts) => sum + watts, 0) / compared.length);
  return vi > 1.1
    ? [{ code: 'variable_effort', detail: `variability index ${vi.toFixed(2)}: decoupling needs a steady effort` }]
    : [];
}
