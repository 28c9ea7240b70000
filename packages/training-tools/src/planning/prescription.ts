import { outcomeOf } from '@core/mcp-kit';
import { isIntensity, unrolled, type Workout } from '@core/workouts';
import type { CoachStore, PrescriptionStyle } from '../store/coach-store.ts';
import { preferencesOf, setTargets } from '../store/preferences.ts';

type Style = PrescriptionStyle['targets'];

/** The two ways to write how hard, as coaches call them. */
const forms: Readonly<Record<Style, string>> = {
  zone: 'by zone number ("Z4 power")',
  percent: 'in % of threshold ("95% FTP")',
};

/** How a session is prescribed, and how the coach does it. */
export interface Prescription {
  /** What to show before it is planned; a question where nobody has said how the coach prescribes. */
  readonly said: readonly string[];
  /** To be remembered when the session is planned: the coach has seen the question and went on. */
  readonly toRemember: Style | null;
}

/** How a workout writes intensity; `null` without zones and percentages, or with both. */
export function styleOf(workout: Workout | undefined): Style | null {
  const units = unrolled(workout?.steps ?? []).flatMap(({ step: { target } }) =>
    isIntensity(target) ? [target.unit] : [],
  );
  const zones = units.some((unit) => unit.endsWith('_zone'));
  const percentages = units.some((unit) => unit.startsWith('%'));
  if (zones === percentages) return null;
  return zones ? 'zone' : 'percent';
}

/**
 * Holds the style of a session against the coach's. A store that cannot be opened asks nothing and remembers nothing.
 *
 * @param setting the call that sets the style, `undefined` where there is none
 */
export async function prescriptionOf(
  workout: Workout | undefined,
  store: CoachStore | undefined,
  setting: (style: Style) => string | undefined,
): Promise<Prescription> {
  const style = styleOf(workout);
  if (style === null || store === undefined) return { said: [], toRemember: null };
  const { value } = await outcomeOf(preferencesOf(store));
  if (value === undefined) return { said: [], toRemember: null };
  const other: Style = style === 'zone' ? 'percent' : 'zone';
  if (value.targets === style) return { said: [`Written ${forms[style]}, as you prescribe.`], toRemember: null };
  if (value.targets === other)
    return {
      said: [`You prescribe ${forms[other]}; this one is written ${forms[style]}. Is that meant?`],
      toRemember: null,
    };
  const change = setting(other);
  return {
    said: [
      `Ask the coach: do you prescribe ${forms.zone} or ${forms.percent}? This one is written ${forms[style]}; planning it so is remembered${change === undefined ? '' : `. The other way: ${change}`}.`,
    ],
    toRemember: style,
  };
}

/** Remembers a style that the coach went on with, and says so; nothing without one, or where nothing can be kept. */
export async function rememberStyle(store: CoachStore | undefined, style: Style | null): Promise<string[]> {
  if (style === null || store === undefined) return [];
  const { failure } = await outcomeOf(setTargets(store, style));
  return failure === undefined ? [`Remembered on this machine: you prescribe ${forms[style]}.`] : [];
}
