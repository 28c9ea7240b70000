import { Failure } from '@core/mcp-kit';
import type {
  CalendarEntry,
  CalendarPort,
  PlannedSession,
  Race,
  StepPlan,
  Unavailable,
  Who,
} from '@core/training-tools';
import type { WorkoutDoc } from '@core/workouts/intervals';
import type { IntervalsPort } from '../client/index.ts';
import type { WireEvent } from '../client/wire/event.ts';
import { readableActivity } from '../domain/activity/readable.ts';
import { eventDay, hasSteps, isSession, lastDay } from '../domain/calendar/event.ts';
import { workoutSettings } from '../domain/calendar/settings.ts';
import { planSteps } from '../domain/compare/plan.ts';
import { settingsThatDay } from '../domain/compare/thresholds.ts';
import { familyOf } from '../domain/sport.ts';
import { calendarWriter } from './calendar-writer.ts';

/** The calendar of Intervals.icu: one request for a range. */
export function calendarPort(port: IntervalsPort): CalendarPort {
  return {
    list: async ({ id: athlete }, range) => {
      const { items, skipped } = await port.events.list({ athlete, ...range });
      return {
        items: items.flatMap((event) => toEntry(event) ?? []),
        skipped: skipped > 0 ? { 'cannot be read': skipped } : {},
      };
    },
    session: async (who, { id, activityId }) => {
      const event = await port.events.get({ athlete: who.id, event: id });
      const entry = toEntry(event);
      if (entry?.kind !== 'session' && entry?.kind !== 'race') {
        throw new Failure('bad_input', `Calendar entry ${id} is no session`, {
          next: 'use the id of a planned workout or race',
        });
      }
      return { entry, plan: hasSteps(event) ? await stepPlan(port, who, event, activityId) : null };
    },
    write: calendarWriter(port),
  };
}

/** Steps in absolute units, by the thresholds of the activity's day where one is given. */
async function stepPlan(
  port: IntervalsPort,
  who: Who,
  event: WireEvent,
  activityId?: string,
): Promise<StepPlan | null> {
  const [profile, activity] = await Promise.all([
    port.athletes.profile({ athlete: who.id }),
    activityId === undefined ? undefined : readableActivity(port, activityId, who),
  ]);
  const indoor = activity?.trainer === true || event.indoor === true;
  const today = workoutSettings(profile, event.type ?? activity?.type ?? 'Other', indoor);
  const settings = activity === undefined ? today : settingsThatDay(today, activity);
  const plan = planSteps(event.workout_doc as unknown as WorkoutDoc, settings, indoor);
  return plan === undefined
    ? null
    : { measure: plan.measure === 'hr' ? 'heart_rate' : plan.measure, steps: plan.steps };
}

const reasons: Readonly<Record<string, Unavailable['reason']>> = {
  SICK: 'sick',
  INJURED: 'injured',
  HOLIDAY: 'holiday',
};

function toEntry(event: WireEvent): CalendarEntry | undefined {
  const day = eventDay(event);
  if (day === null) return undefined;
  const entry = { id: event.id, day, name: event.name, text: event.description };
  const category = event.category ?? '';
  if (isSession(event)) return toSession(event, entry);
  if (category === 'NOTE') {
    return { ...entry, kind: 'note', visibility: event.hide_from_athlete === true ? 'coach' : 'athlete' };
  }
  const reason = reasons[category] ?? (event.training_availability === 'LIMITED' ? 'limited' : undefined);
  if (reason !== undefined) return { ...entry, kind: 'unavailable', lastDay: lastDay(event) ?? day, reason };
  return { ...entry, kind: 'other', category };
}

type EntryFields = Pick<CalendarEntry, 'id' | 'day' | 'name' | 'text'>;

function toSession(event: WireEvent, entry: EntryFields): PlannedSession | Race {
  const planned = {
    ...entry,
    sport: event.type,
    family: familyOf(event.type),
    plannedS: event.moving_time,
    plannedDistanceM: event.distance !== null && event.distance > 0 ? event.distance : null,
    plannedLoad: event.icu_training_load,
    structured: hasSteps(event),
    doneId: event.paired_activity_id,
  };
  if (event.category === 'WORKOUT') return { ...planned, kind: 'session' };
  const priority = (['A', 'B', 'C'] as const).find((letter) => event.category === `RACE_${letter}`) ?? null;
  return { ...planned, kind: 'race', priority };
}
