/** One step of a planned workout, repeats written out. */
export interface PlannedStep {
  /** s; null for a step that ends by distance or at the press of the lap button. */
  readonly seconds: number | null;
  /** Range in the unit of the effort (W, m/s, bpm); null for a free step. */
  readonly target: { readonly low: number; readonly high: number } | null;
  /** Default: work where the target's middle lies above the time-weighted mean of all targets. */
  readonly kind?: 'work' | 'rest';
}

/** A step made ready to be looked for. */
export interface Step {
  readonly seconds: number | null;
  readonly target: { readonly low: number; readonly high: number; readonly middle: number } | null;
  readonly work: boolean;
}

/** The steps, or a sentence that says what is wrong with them. */
export function stepsOf(planned: readonly PlannedStep[]): readonly Step[] | string {
  if (planned.length === 0) return 'the workout has no steps';
  if (planned.length > 500) return `the workout has ${planned.length} steps; at most 500 are looked for`;
  let [weighted, weight] = [0, 0];
  for (const [i, { seconds, target }] of planned.entries()) {
    if (seconds !== null && !(seconds >= 1 && seconds <= 86_400))
      return `step ${i + 1}: seconds ${seconds} must be 1 to 86400 or null`;
    if (target === null) continue;
    if (!(target.low >= 0 && target.high >= target.low && target.high > 0 && target.high < Number.POSITIVE_INFINITY))
      return `step ${i + 1}: target ${target.low} to ${target.high} must be a range from low to high`;
    weighted += (seconds ?? 60) * middleOf(target);
    weight += seconds ?? 60;
  }
  if (planned.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0) > 172_800) return 'a workout may have 48 h';
  const mean = weighted / weight;
  return planned.map(({ seconds, target, kind }) => ({
    seconds,
    target: target === null ? null : { ...target, middle: middleOf(target) },
    work: kind === undefined ? target !== null && middleOf(target) > mean : kind === 'work',
  }));
}

function middleOf(target: { readonly low: number; readonly high: number }): number {
  return (target.low + target.high) / 2;
}

/** Whether a length is as planned: within 5 s or 3 %. */
export function asPlanned(seconds: number, planned: number): boolean {
  return Math.abs(seconds - planned) <= Math.max(5, 0.03 * planned);
}

/** How far a value lies outside a target, as a share of its middle, at most 1; 0 without a target. */
export function missOf(value: number, target: Step['target']): number {
  if (target === null) return 0;
  const outside = Math.max(0, target.low - value, value - target.high);
  return Number.isNaN(value) ? 1 : Math.min(1, outside / target.middle);
}
