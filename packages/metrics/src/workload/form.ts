/**
 * Form as a share of fitness, %: 100·form/CTL, as Intervals.icu shows it when asked to.
 * @returns `null` when CTL is 0 (or not finite): there is no fitness to take a share of.
 */
export function formPercent(form: number, ctl: number): number | null {
  const percent = (100 * form) / ctl;
  return Number.isFinite(percent) ? percent : null;
}

/** A band of form: its name and the lowest form that belongs to it. Bands are listed from high to low. */
export interface FormBand {
  readonly name: string;
  readonly from: number;
}

/** The bands of form that platforms show: habits of their interfaces, not physiology. */
export const FORM_BANDS = {
  intervals: [
    { name: 'transition', from: 20 },
    { name: 'fresh', from: 5 },
    { name: 'grey', from: -10 },
    { name: 'optimal', from: -30 },
    { name: 'high risk', from: Number.NEGATIVE_INFINITY },
  ],
} as const satisfies Record<string, readonly FormBand[]>;

/** The name of the band that `form` lies in, lower bound included; `null` when form is `NaN` or below every band. */
export function formBand(form: number, bands: readonly FormBand[] = FORM_BANDS.intervals): string | null {
  return bands.find((band) => form >= band.from)?.name ?? null;
}
