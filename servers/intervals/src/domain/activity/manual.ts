import { Failure, isDay } from '@core/mcp-kit';
import type { ActivityBody } from '../../client/wire/activity.ts';
import { externalId } from '../calendar/idempotency.ts';
import { type Field, number, text, type Values, whole } from '../fields/field.ts';
import { checkedValues, wireValues } from '../fields/write.ts';
import { sports } from '../sport.ts';

/** What an activity without a file may say, under the names that a reader sees. */
const manualFields: readonly Field[] = [
  text('start', 'start_date_local'),
  text('sport', 'type', { choices: sports }),
  text('name', 'name'),
  text('description', 'description'),
  whole('moving_time_s', 'moving_time', { range: [1, 604_800] }),
  number('distance_km', 'distance', { scale: 1000, range: [0, 3000] }),
  number('elevation_gain_m', 'total_elevation_gain', { range: [0, 30_000] }),
  whole('load', 'icu_training_load', { range: [0, 3000] }),
  whole('average_hr_bpm', 'average_heartrate', { range: [20, 250] }),
  whole('rpe_1to10', 'icu_rpe', { range: [1, 10] }),
  whole('feel_1to5_1_is_strong', 'feel', { range: [1, 5] }),
  number('weight_lifted_kg', 'kg_lifted', { range: [0, 200_000] }),
  text('external_id', 'external_id'),
];

/** An activity that is to be entered. */
export interface ManualActivity {
  readonly values: Values;
  readonly day: string;
  readonly externalId: string;
  readonly body: ActivityBody;
}

/**
 * An activity as a caller describes it, checked. Its `external_id` follows from what it says when none is given, so that
 * a repeated call finds what the first one made.
 *
 * @throws Failure `bad_input` that names the value.
 */
export function manualActivity(given: Values): ManualActivity {
  const values = checkedValues(given, manualFields);
  const start = startOf(values.start);
  if (typeof values.sport !== 'string' || typeof values.moving_time_s !== 'number') {
    throw new Failure('bad_input', 'Each activity needs start, sport and moving_time_s', {
      next: 'send {"start": "2026-10-12T18:00", "sport": "WeightTraining", "moving_time_s": 3600}',
    });
  }
  const id =
    typeof values.external_id === 'string'
      ? values.external_id
      : externalId(start, values.sport, String(values.moving_time_s), String(values.name ?? ''));
  const body = wireValues({ ...values, start, external_id: id }, manualFields);
  return { values: { ...values, start }, day: start.slice(0, 10), externalId: id, body };
}

/** A local start as the service wants it, to the second; a day alone is its noon, so that no time zone moves it. */
function startOf(start: unknown): string {
  const given = typeof start === 'string' ? start.trim() : '';
  if (isDay(given)) return `${given}T12:00:00`;
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$/.test(given) && isDay(given.slice(0, 10))) {
    return `${given.slice(0, 10)}T${given.slice(11)}${given.length === 16 ? ':00' : ''}`;
  }
  throw new Failure('bad_input', '"start" must be a local day or date and time', {
    next: 'write 2026-10-12T18:00 or 2026-10-12',
  });
}
