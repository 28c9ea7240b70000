/** How load becomes fitness (CTL), fatigue (ATL) and form (TSB). */
export interface FitnessConvention {
  /**
   * The share α of the distance to today's load that a day moves the average by: `exponential` 1 − e^(−1/τ),
   * `reciprocal` 1/τ. With τ = 42: .0235283 and .0238095. They are one model with different τ
   * (`reciprocal` 42 is `exponential` 41.4975).
   */
  readonly recursion: 'exponential' | 'reciprocal';
  /** Form of a day: CTL − ATL of the evening before (`previous_day`) or of the same evening (`same_day`). */
  readonly form: 'previous_day' | 'same_day';
  /** Time constant of CTL, 1 to 1000 days. */
  readonly ctlDays: number;
  /** Time constant of ATL, 1 to 1000 days. */
  readonly atlDays: number;
}

const MORNING_FORM: FitnessConvention = { recursion: 'exponential', form: 'previous_day', ctlDays: 42, atlDays: 7 };

/**
 * The platforms' conventions. `default` is also that of GoldenCheetah, WKO and elevate: exponential, form of the evening
 * before. A device has none of its own: what it calls training load is its vendor's.
 * @source TrainingPeaks help 204071764; WKO `shift(tl(tss,42)-tl(tss,7),1)`; intervals.icu forum 5788 and 112 live
 *   wellness rows (error ≤ 3·10⁻⁶).
 */
export const FITNESS_PRESETS = {
  default: MORNING_FORM,
  trainingpeaks: { ...MORNING_FORM, recursion: 'reciprocal' },
  intervals: { ...MORNING_FORM, form: 'same_day' },
  goldencheetah: MORNING_FORM,
} as const satisfies Record<string, FitnessConvention>;

export type FitnessPreset = keyof typeof FITNESS_PRESETS;

/** A preset by name, some of its parts replaced. */
export type ConventionOptions = Partial<FitnessConvention> & { readonly preset?: FitnessPreset };

/**
 * The convention that options describe: the preset (default `default`), then the parts given beside it.
 * @throws RangeError for an unknown preset, recursion or form, a time constant that is 0 or less or infinite, or under
 *   1 day with `reciprocal`.
 */
export function fitnessConvention(options: ConventionOptions = {}): FitnessConvention {
  const { preset = 'default' } = options;
  check(preset in FITNESS_PRESETS, `preset "${preset}" is not one of ${Object.keys(FITNESS_PRESETS)}`);
  const { recursion, form, ctlDays, atlDays } = { ...FITNESS_PRESETS[preset], ...options };
  check(form === 'previous_day' || form === 'same_day', `form "${form}" is not previous_day or same_day`);
  dailyShare(ctlDays, recursion);
  dailyShare(atlDays, recursion);
  return { recursion, form, ctlDays, atlDays };
}

/**
 * α, the share of a day's load that enters the average, above 0 and at most 1: 1 − e^(−1/τ) or 1/τ.
 * @throws RangeError when τ gives no such share (0, negative, infinite; below 1 day under 1/τ) or the recursion is unknown.
 */
export function dailyShare(days: number, recursion: FitnessConvention['recursion']): number {
  const share = { exponential: -Math.expm1(-1 / days), reciprocal: 1 / days }[recursion];
  check(days > 0 && days < Infinity && share <= 1, `no ${recursion} average over ${days} days; write exponential, 42`);
  return share;
}

/** @throws RangeError with the message unless the condition holds. */
export function check(holds: boolean, message: string): void {
  if (!holds) throw new RangeError(message);
}
