import type { Activity, ActivitySource, SportFamily } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import type { WireActivityRow } from '../client/wire/activity.ts';
import { HIDDEN_REASON, isHidden } from '../domain/activity/hidden.ts';
import { localDay, localMinute } from '../domain/local-time.ts';
import { fraction } from '../domain/si.ts';
import { familyOf } from '../domain/sport.ts';
import { readTogether } from './read-together.ts';
import { recordingOf } from './recording.ts';

/** Activities of Intervals.icu: one request a list, an activity and its streams for a recording. */
export function activitySource(port: IntervalsPort): ActivitySource {
  const readable = readTogether(port);
  /** Listed in this call, so whose they are is known: they need no look at the activity itself. */
  const listed = new Set<string>();
  return {
    loadsBy: 'platform',
    list: async ({ id: athlete }, range) => {
      const { items, skipped, skippedBecause } = await port.activities.list({ athlete, ...range });
      const activities = items.flatMap((row) => toActivity(row) ?? []);
      for (const { id, hidden } of activities) if (hidden === null) listed.add(`${athlete} ${id}`);
      const undated = items.length - activities.length;
      return {
        items: activities,
        skipped: {
          ...(skipped > 0 && { [skippedBecause ?? 'cannot be read']: skipped }),
          ...(undated > 0 && { 'has no day': undated }),
        },
      };
    },
    get: async (who, id) => toActivity(await readable(who, id))!,
    recording: async (who, id, { laps = true } = {}) => {
      if (!listed.has(`${who.id} ${id}`)) await readable(who, id);
      return recordingOf(port, id, laps);
    },
  };
}

function toActivity(row: WireActivityRow): Activity | undefined {
  const day = localDay(row.start_date_local);
  if (day === null) return undefined;
  const load = row.icu_training_load;
  const measured = row.power_load === load || row.pace_load === load;
  return {
    id: row.id,
    day,
    start: localMinute(row.start_date_local) ?? day,
    sport: row.type,
    family: familyOf(row.type) satisfies SportFamily,
    name: row.name,
    movingS: row.moving_time,
    distanceM: row.icu_distance ?? row.distance,
    ascentM: row.total_elevation_gain,
    load: load === null ? null : { points: load, estimated: row.hr_load === load && !measured },
    intensity: fraction(row.icu_intensity),
    averageW: row.icu_average_watts,
    normalizedW: row.icu_weighted_avg_watts,
    averageBpm: row.average_heartrate,
    rpe1to10: row.icu_rpe,
    feel: row.feel === null ? null : { name: 'feel_1to5_1_is_strong', value: row.feel },
    race: row.race === true,
    indoor: row.trainer,
    plannedId: row.paired_event_id,
    hidden: isHidden(row) ? HIDDEN_REASON : null,
  };
}
