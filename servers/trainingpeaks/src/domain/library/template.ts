import type { Cell } from '@core/mcp-kit';
import { type ItemBody, type WireItem, wireItem } from '../../client/library/wire.ts';
import type { WorkoutBody } from '../../client/workouts/wire.ts';
import { recorded } from '../recorded.ts';
import { newBody } from '../workouts/body.ts';
import type { WorkoutEdit } from '../workouts/edit.ts';
import { type ChosenSport, planPatch } from '../workouts/edit.ts';
import { differencesBetween } from '../workouts/fields.ts';
import { rounded, secondsOfHours } from '../workouts/rounding.ts';
import { inShort } from '../workouts/row.ts';
import type { Session } from '../workouts/session.ts';
import { sportName } from '../workouts/sport.ts';
import { storedSteps } from '../workouts/steps.ts';

/** Keys that a template and a workout name alike. */
const SAME_KEYS = [
  'workoutSubTypeId',
  'totalTimePlanned',
  'distancePlanned',
  'tssPlanned',
  'ifPlanned',
  'velocityPlanned',
  'energyPlanned',
  'caloriesPlanned',
  'elevationGainPlanned',
  'description',
  'coachComments',
  'structure',
] as const;

/** A template in the names of a workout, which all that is known of workouts can then be asked about. */
export function asPlan(item: Readonly<Record<string, unknown>>): WorkoutBody {
  return {
    title: item.itemName ?? null,
    workoutTypeValueId: item.workoutTypeId ?? null,
    ...Object.fromEntries(SAME_KEYS.map((key) => [key, item[key] ?? null])),
  };
}

/** The other way round: with the names of the calendar the service stores a template without sport. */
export function asTemplate(plan: WorkoutBody): ItemBody {
  const { title, workoutTypeValueId } = plan;
  return {
    ...('title' in plan && { itemName: title }),
    ...('workoutTypeValueId' in plan && { workoutTypeId: workoutTypeValueId }),
    ...Object.fromEntries(SAME_KEYS.filter((key) => key in plan).map((key) => [key, plan[key]])),
  };
}

/** The workout that a template becomes on a day. */
export function scheduled(item: WireItem, athlete: string, date: string): WorkoutBody {
  return newBody(athlete, date, asPlan(item.whole));
}

/** A new template, whole. */
export function newItem(library: string, patch: WorkoutBody): ItemBody {
  const blank = Object.fromEntries(SAME_KEYS.map((key) => [key, null]));
  return {
    ...blank,
    exerciseLibraryId: Number(library),
    exerciseLibraryItemId: 0,
    exerciseLibraryItemType: 'WorkoutTemplate',
    fileAttachments: '',
    fromLegacy: false,
    ...asTemplate(patch),
  };
}

export interface TemplateEdit extends Omit<WorkoutEdit, 'title' | 'date'> {
  readonly name?: string | undefined;
}

/** What an edit sets, in the names of a workout. */
export function templatePatch(
  { name, ...edit }: TemplateEdit,
  sport: ChosenSport | undefined,
  session: Session | undefined,
): WorkoutBody {
  return planPatch({ ...edit, title: name }, sport, session);
}

/** What differs between two states of a template, in the words of an answer. */
export function templateDiff(before: ItemBody | undefined, after: ItemBody) {
  return differencesBetween(before === undefined ? {} : asPlan(before), asPlan(after))
    .filter((change) => before !== undefined || (change.after !== null && change.after !== false))
    .map((change) => (change.field === 'title' ? { ...change, field: 'name' } : change));
}

/** A template from the body that is about to be written. */
export const itemOf = (body: ItemBody): WireItem => wireItem.parse(body);

export const itemColumns = [
  'library_id',
  'item_id',
  'name',
  'sport',
  'planned_time_s',
  'planned_distance_km',
  'planned_tss',
  'session',
] as const;

/** A template in a line. */
export function itemRow(item: WireItem, library: string): Record<(typeof itemColumns)[number], Cell> {
  const steps = stepsIn(item)?.steps;
  return {
    library_id: library,
    item_id: item.exerciseLibraryItemId,
    name: item.itemName,
    sport: sportName(item.workoutTypeId),
    planned_time_s: secondsOfHours(item.totalTimePlanned),
    planned_distance_km: item.distancePlanned === null ? null : rounded(item.distancePlanned / 1000, 3),
    planned_tss: rounded(item.tssPlanned, 1),
    session: steps === undefined ? null : inShort(steps),
  };
}

const stepsIn = ({ structure, workoutTypeId }: WireItem) =>
  storedSteps({ structure, workoutTypeValueId: workoutTypeId });

/** A template with its text and steps, and what the steps cannot say of it. */
export function shownItem(
  item: WireItem,
  library: string,
): { item: Record<string, unknown>; losses: readonly string[] } {
  const { session: _, ...row } = itemRow(item, library);
  const stored = stepsIn(item);
  return {
    item: recorded({
      ...row,
      subtype_id: item.workoutSubTypeId,
      planned_intensity_factor: rounded(item.ifPlanned, 3),
      planned_energy_kj: rounded(item.energyPlanned, 0),
      planned_elevation_gain_m: rounded(item.elevationGainPlanned, 0),
      planned_calories_kcal: rounded(item.caloriesPlanned, 0),
      description: item.description === '' ? null : item.description,
      coach_comment: item.coachComments === '' ? null : item.coachComments,
      steps: stored?.steps,
    }),
    losses: stored?.losses ?? [],
  };
}

/** Whether files hang on a template: they do not go with it. */
export function hasFiles({ fileAttachments }: WireItem): boolean {
  if (Array.isArray(fileAttachments)) return fileAttachments.length > 0;
  return typeof fileAttachments === 'string' && fileAttachments !== '' && fileAttachments !== '[]';
}
