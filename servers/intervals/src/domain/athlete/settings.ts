import { Failure } from '@core/mcp-kit';
import { type Field, flag, number, text, type Values, whole } from '../fields/field.ts';
import { readFields } from '../fields/read.ts';

const upload = (name: string, key: string) => flag(`send_workouts_to_${name}`, `${key}_upload_workouts`);

/**
 * What may be set on an athlete. The body of the platform also holds e-mail, password, key and plan: none of them is here,
 * so that none can be sent.
 */
export const athleteFields: readonly Field[] = [
  number('weight_kg', 'icu_weight', { range: [20, 300] }),
  number('height_cm', 'height', { scale: 0.01, range: [80, 260] }),
  whole('resting_hr_bpm', 'icu_resting_hr', { range: [20, 150] }),
  text('time_zone', 'timezone'),
  text('units', 'measurement_preference', { choices: ['meters', 'feet'] }),
  text('city', 'city'),
  text('state', 'state'),
  text('country', 'country'),
  text('bio', 'bio'),
  text('website', 'website'),
  flag('form_as_percent', 'icu_form_as_percent'),
  whole('power_model_days', 'icu_mmp_days', { range: [7, 365] }),
  upload('garmin', 'icu_garmin'),
  upload('suunto', 'suunto'),
  upload('coros', 'coros'),
  upload('wahoo', 'wahoo'),
  upload('zwift', 'zwift'),
  upload('zepp', 'zepp'),
  upload('huawei', 'huawei'),
];

/** An athlete's settings under our names. */
export const athleteSettings = (wire: object): Record<string, unknown> => readFields(wire, athleteFields);

const unitNames: Readonly<Record<string, string>> = { metric: 'meters', imperial: 'feet' };

/** Values with units under the platform's name: answers call them metric and imperial. */
export function withPlatformUnits(values: Values): Values {
  const { units } = values;
  return typeof units === 'string' ? { ...values, units: unitNames[units.toLowerCase()] ?? units } : values;
}

/**
 * Holds a time zone against those that exist: with a wrong one every "today" would be another day.
 *
 * @throws Failure `bad_input`
 */
export function requireTimeZone({ time_zone: zone }: Values): void {
  if (zone === undefined || zone === null) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: String(zone) });
  } catch {
    throw new Failure('bad_input', `"${String(zone).slice(0, 40)}" is not a time zone`, {
      next: 'send a name such as Europe/Ljubljana or America/New_York',
    });
  }
}
