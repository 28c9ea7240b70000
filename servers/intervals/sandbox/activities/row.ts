import type { AthleteRecord } from '../athlete-record.ts';
import { chatIdOf } from '../conversations.ts';
import { allKeys } from '../shape/json.ts';
import { activityKeys } from '../shape/keys.ts';
import { typeOf } from './facts.ts';
import { analyze } from './interval-groups.ts';
import type { StoredActivity } from './stored.ts';

const STRAVA_NOTE = 'STRAVA activities are not available via the API';

/** The full row of an activity, or the five-key stub of a Strava one. */
export function activityRow(record: AthleteRecord, activity: StoredActivity): Record<string, unknown> {
  if (activity.source === 'STRAVA') return stub(record, activity);
  const summary = record.activities.summary(activity);
  const day = activity.startLocal.slice(0, 10);
  const fitness = record.fitness.on(day);
  const row = {
    ...summary,
    ...identity(record, activity),
    icu_ctl: fitness.ctl,
    icu_atl: fitness.atl,
    ...record.garage.gearOf(activity),
    paired_event_id: record.calendar.pairedWith(activity)?.id ?? null,
    icu_chat_id: chatIdOf(record, activity.id),
    ...activity.patch,
  };
  return allKeys(activityKeys, { ...row, ...derived(record, activity, row) });
}

/** The row with its intervals: `?intervals=true`. */
export function withIntervals(record: AthleteRecord, activity: StoredActivity): Record<string, unknown> {
  const row = activityRow(record, activity);
  if (activity.source === 'STRAVA') return row;
  const recording = record.activities.recording(activity);
  return { ...row, ...(recording ? analyze(record, activity, recording) : { icu_intervals: [], icu_groups: [] }) };
}

export function stub(record: AthleteRecord, activity: StoredActivity): Record<string, unknown> {
  return {
    id: activity.id,
    icu_athlete_id: record.id,
    start_date_local: activity.startLocal,
    source: 'STRAVA',
    _note: STRAVA_NOTE,
  };
}

function identity(record: AthleteRecord, activity: StoredActivity): Record<string, unknown> {
  const { origin } = activity;
  const session = origin.kind === 'session' ? origin.session : undefined;
  const start = record.wall.instantOf(activity.startLocal);
  return {
    id: activity.id,
    icu_athlete_id: record.id,
    start_date_local: activity.startLocal,
    start_date: start.toISOString().replace('.000Z', 'Z'),
    timezone: record.profile.timeZone,
    type: typeOf(activity),
    source: activity.source,
    created: activity.created,
    icu_sync_date: activity.created,
    analyzed: activity.created,
    gap_model: 'NONE',
    icu_ignore_time: false,
    ...(session
      ? {
          name: session.title,
          description: session.description,
          tags: session.tags.length > 0 ? session.tags : null,
          trainer: session.sport === 'virtual-ride' ? true : null,
          race: session.race,
          commute: session.commute,
          sub_type: session.race ? 'RACE' : session.commute ? 'COMMUTE' : 'NONE',
          icu_rpe: session.rpe,
          feel: session.feel,
          device_name: session.device,
          route_id: session.courseName ? record.simulated.course(session.courseName).id : null,
          file_type: 'fit',
          file_sport_index: 0,
          external_id: `${session.source}-${session.seed}`,
        }
      : {}),
    ...(origin.kind === 'file' ? { name: origin.name, file_type: origin.fileType, file_sport_index: 0 } : {}),
  };
}

function derived(
  record: AthleteRecord,
  activity: StoredActivity,
  row: Record<string, unknown>,
): Record<string, unknown> {
  const load = record.activities.load(activity);
  const planned = record.calendar.pairedWith(activity);
  const goal = planned ? record.calendar.plannedLoad(planned) : null;
  const { icu_rpe: rpe, moving_time: moving } = row;
  return {
    icu_training_load: load > 0 || row.icu_training_load !== null ? load : null,
    compliance: goal !== null && goal > 0 ? (100 * load) / goal : null,
    session_rpe: typeof rpe === 'number' && typeof moving === 'number' ? Math.floor((rpe * moving) / 60) : null,
  };
}
