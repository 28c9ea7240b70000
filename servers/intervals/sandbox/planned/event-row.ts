import type { AthleteRecord } from '../athlete-record.ts';
import { allKeys } from '../shape/json.ts';
import { eventKeys } from '../shape/keys.ts';
import type { StoredEvent } from './calendar.ts';
import type { DocStep } from './parse.ts';
import { type Ranges, resolveSteps } from './resolve.ts';

/** The event as the service shows it, all keys present. */
export function eventRow(record: AthleteRecord, event: StoredEvent, resolve?: Ranges): Record<string, unknown> {
  const planned = record.calendar.workout(event);
  const fitness = record.fitness.on(event.start_date_local.slice(0, 10));
  const { added_with: _internal, ...stored } = event;
  const row: Record<string, unknown> = {
    ...stored,
    icu_ctl: event.icu_ctl ?? fitness.ctl,
    icu_atl: event.icu_atl ?? fitness.atl,
  };
  if (planned) {
    const { numbers, doc } = planned;
    row.moving_time = numbers.duration;
    row.distance = numbers.distance;
    row.icu_training_load = numbers.load;
    row.icu_intensity = numbers.intensity;
    row.joules = numbers.joules;
    row.workout_doc = resolve
      ? { ...doc, steps: resolveSteps(doc.steps as DocStep[], planned.group, event.indoor === true, resolve) }
      : doc;
  } else if (
    typeof event.icu_training_load === 'number' &&
    typeof event.moving_time === 'number' &&
    event.moving_time > 0
  ) {
    row.icu_intensity = 100 * Math.sqrt((event.icu_training_load * 36) / event.moving_time);
  }
  if (event.category === 'WORKOUT') {
    row.icu_ftp = null;
    row.paired_activity_id = record.calendar.pairedActivity(event)?.id ?? null;
  }
  return allKeys(eventKeys, row);
}
