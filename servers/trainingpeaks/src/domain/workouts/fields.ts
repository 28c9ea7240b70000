import type { FieldChange } from '@core/mcp-kit';
import type { WorkoutBody } from '../../client/workouts/wire.ts';
import { localMinute } from '../local-time.ts';
import { rounded } from './rounding.ts';
import { sportName } from './sport.ts';
import { storedSteps } from './steps.ts';

/** A key of the wire that an edit may touch, under the name and in the unit in which tools speak of it. */
interface Field {
  readonly key: string;
  readonly name: string;
  readonly show: (value: unknown, body: WorkoutBody) => unknown;
}

const number =
  (digits: number, factor = 1) =>
  (value: unknown) =>
    typeof value === 'number' ? rounded(value * factor, digits) : null;
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
const moment = (value: unknown) => localMinute(typeof value === 'string' ? value : null);
const asIs = (value: unknown) => value ?? null;

/** Hours of the wire as seconds, metres as kilometres: the one place where an edit is put into the words of an answer. */
const FIELDS: readonly Field[] = [
  { key: 'workoutDay', name: 'date', show: (value) => moment(value)?.slice(0, 10) ?? null },
  { key: 'startTimePlanned', name: 'planned_start', show: moment },
  { key: 'startTime', name: 'start', show: moment },
  { key: 'title', name: 'title', show: text },
  {
    key: 'workoutTypeValueId',
    name: 'sport',
    show: (value) => (typeof value === 'number' ? sportName(value) : null),
  },
  { key: 'workoutSubTypeId', name: 'subtype_id', show: asIs },
  { key: 'description', name: 'description', show: text },
  { key: 'coachComments', name: 'coach_comment', show: text },
  { key: 'athleteComments', name: 'athlete_comment', show: text },
  { key: 'userTags', name: 'tags', show: text },
  { key: 'isHidden', name: 'hidden', show: (value) => value === true },
  { key: 'orderOnDay', name: 'order_on_day', show: asIs },
  { key: 'structure', name: 'steps', show: stepsFrom },
  { key: 'totalTimePlanned', name: 'planned_time_s', show: number(0, 3600) },
  { key: 'distancePlanned', name: 'planned_distance_km', show: number(3, 1 / 1000) },
  { key: 'tssPlanned', name: 'planned_tss', show: number(1) },
  { key: 'ifPlanned', name: 'planned_intensity_factor', show: number(3) },
  { key: 'energyPlanned', name: 'planned_energy_kj', show: number(0) },
  { key: 'caloriesPlanned', name: 'planned_calories_kcal', show: number(0) },
  { key: 'elevationGainPlanned', name: 'planned_elevation_gain_m', show: number(0) },
  { key: 'velocityPlanned', name: 'planned_speed_m_per_s', show: number(3) },
  { key: 'totalTime', name: 'time_s', show: number(0, 3600) },
  { key: 'distance', name: 'distance_km', show: number(3, 1 / 1000) },
  { key: 'tssActual', name: 'tss', show: number(1) },
  { key: 'tssSource', name: 'tss_source_code', show: asIs },
  { key: 'if', name: 'intensity_factor', show: number(3) },
  { key: 'powerAverage', name: 'average_power_w', show: number(0) },
  { key: 'normalizedPowerActual', name: 'normalized_power_w', show: number(0) },
  { key: 'heartRateAverage', name: 'average_hr_bpm', show: number(0) },
  { key: 'heartRateMaximum', name: 'max_hr_bpm', show: number(0) },
  { key: 'cadenceAverage', name: 'average_cadence_rpm', show: number(0) },
  { key: 'energy', name: 'energy_kj', show: number(0) },
  { key: 'calories', name: 'calories_kcal', show: number(0) },
  { key: 'elevationGain', name: 'elevation_gain_m', show: number(0) },
  { key: 'rpe', name: 'rpe_0to10_10_is_hardest', show: asIs },
  { key: 'feeling', name: 'feeling_0to10_direction_unknown', show: asIs },
];

function stepsFrom(structure: unknown, body: WorkoutBody): unknown {
  const sport = typeof body.workoutTypeValueId === 'number' ? body.workoutTypeValueId : null;
  return storedSteps({ structure, workoutTypeValueId: sport })?.steps ?? null;
}

function shownIn(body: WorkoutBody, { key, show }: Field): unknown {
  return show(body[key], body);
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What differs between two states of a workout, in the words of an answer; fields that stay are not in it. */
export function differencesBetween(before: WorkoutBody, after: WorkoutBody): FieldChange[] {
  return FIELDS.map((field): FieldChange => {
    return { field: field.name, before: shownIn(before, field), after: shownIn(after, field) };
  }).filter((change) => !same(change.before, change.after));
}

/** What a new workout puts on the calendar, as a person reads it; what it does not name is not in it. */
export function newWorkoutDiff(body: WorkoutBody): FieldChange[] {
  return differencesBetween({}, body).filter(({ after }) => after !== null && after !== false);
}

/**
 * Every way in which the stored workout is not the one that was sent. Only keys that were sent count: the platform fills
 * in others of its own.
 */
export function notStored(sent: WorkoutBody, stored: WorkoutBody): string[] {
  return FIELDS.filter(({ key }) => key in sent).flatMap((field) => {
    const asked = shownIn(sent, field);
    const kept = shownIn(stored, field);
    return same(asked, kept) ? [] : [`${field.name}: sent ${shown(asked)}, TrainingPeaks stored ${shown(kept)}.`];
  });
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  return said.length > 200 ? `${said.slice(0, 200)}…` : said;
}
