import { type CallContext, earlierOf, Failure } from '@core/mcp-kit';
import type { CalendarEntry, CalendarPort, Note, PlannedSession, Race, Unavailable } from '@core/training-tools';
import type { WireAvailability } from '../client/availability/wire.ts';
import type { WireEvent } from '../client/events/wire.ts';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireNote } from '../client/notes/wire.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { blockOf } from '../domain/calendar/availability.ts';
import { eventKilometres } from '../domain/calendar/event.ts';
import { secondsOfHours } from '../domain/workouts/rounding.ts';
import { sportName } from '../domain/workouts/sport.ts';
import { isDone, isPlanned } from '../domain/workouts/status.ts';
import { storedSteps } from '../domain/workouts/steps.ts';
import { workoutThresholds } from '../domain/workouts/thresholds.ts';
import { calendarWriter } from './calendar-writer.ts';
import { eventFamily, familyOf } from './family.ts';
import { availabilityOf, eventsOf, notesOf, workoutsOf } from './shared-page.ts';
import { stepPlan } from './step-plan.ts';

const DAY_OFF = 7;

/** The calendar of TrainingPeaks. Workouts, events, notes and availability are lists of their own: a request each. */
export function calendarPort(ctx: CallContext<TrainingPeaksPort>): CalendarPort {
  const { port } = ctx;
  return {
    list: async ({ id: athlete }, range, { only, onlyRacesAfter = range.newest } = {}) => {
      const wants = (...kinds: CalendarEntry['kind'][]) =>
        only === undefined || kinds.some((kind) => only.includes(kind));
      const none = { items: [], skipped: 0 };
      const near = { oldest: range.oldest, newest: earlierOf(range.newest, onlyRacesAfter) };
      const plans = wants('session', 'other');
      const [workouts, events, notes, blocks] = await Promise.all([
        plans ? workoutsOf(ctx, athlete, near) : none,
        wants('race') ? eventsOf(ctx, athlete, range) : none,
        wants('note') ? notesOf(ctx, athlete, near) : none,
        wants('unavailable') ? availabilityOf(ctx, athlete, near) : none,
      ]);
      const apart = events.items.filter(({ eventDate }) => eventDate !== null && !(plans && eventDate <= near.newest));
      const raced = await workoutsOfRaces(ctx, athlete, apart);
      const entries = [
        ...sessionsAndRaces([...workouts.items, ...raced], events.items),
        ...notes.items.flatMap((note) => toNote(note) ?? []),
        ...blocks.items.flatMap((block) => toUnavailable(block) ?? []),
      ];
      const unread = workouts.skipped + events.skipped + notes.skipped + blocks.skipped;
      return {
        items: entries.filter(({ kind }) => wants(kind)).sort((a, b) => (a.day < b.day ? -1 : 1)),
        skipped: unread > 0 ? { 'cannot be read': unread } : {},
      };
    },
    session: async ({ id: athlete }, { id, activityId }) => {
      const [workout, settings] = await Promise.all([
        port.workouts.get({ athlete, workout: id }),
        port.settings.get({ athlete }),
        // Held against another workout: it must be the athlete's too.
        activityId === undefined || activityId === id ? undefined : port.workouts.get({ athlete, workout: activityId }),
      ]);
      const entry = toSession(workout);
      if (entry?.kind !== 'session' || !(isPlanned(workout) || !isDone(workout))) {
        throw new Failure('bad_input', `Workout ${id} was not planned`, { next: 'use the id of a planned workout' });
      }
      const steps = storedSteps(workout);
      const thresholds = workoutThresholds(settings, workout.workoutTypeValueId);
      return { entry, plan: steps === undefined ? null : stepPlan(steps.workout, thresholds) };
    },
    write: calendarWriter(port),
  };
}

/** Workouts that hang on events of days whose workouts nobody asked for: the plans of those races. */
async function workoutsOfRaces(
  ctx: CallContext<TrainingPeaksPort>,
  athlete: string,
  events: readonly WireEvent[],
): Promise<WireWorkout[]> {
  const planned = events.filter(({ workouts }) => workouts.length > 0);
  const days = planned.map(({ eventDate }) => eventDate!).sort();
  if (days.length === 0) return [];
  const { items } = await workoutsOf(ctx, athlete, { oldest: days[0]!, newest: days.at(-1)! });
  const wanted = new Set(planned.flatMap(({ workouts }) => workouts));
  return items.filter(({ workoutId }) => wanted.has(workoutId));
}

/**
 * What is planned. A workout that hangs on an event is the plan of that race and stands in its line, so that its load is
 * never counted twice.
 */
function sessionsAndRaces(workouts: readonly WireWorkout[], events: readonly WireEvent[]): CalendarEntry[] {
  const byId = new Map(workouts.map((workout) => [workout.workoutId, workout]));
  const raced = new Set<string>();
  const races = events.flatMap((event): Race[] => {
    const attached = event.workouts.find((id) => byId.has(id) && !raced.has(id));
    if (attached !== undefined) raced.add(attached);
    const race = toRace(event, attached === undefined ? undefined : byId.get(attached));
    return race === undefined ? [] : [race];
  });
  const open = workouts.filter((workout) => !raced.has(workout.workoutId) && (isPlanned(workout) || !isDone(workout)));
  return [...races, ...open.flatMap((workout) => toSession(workout) ?? [])];
}

function toSession(workout: WireWorkout): CalendarEntry | undefined {
  const { workoutDay: day, workoutId: id, workoutTypeValueId: sport } = workout;
  if (day === null) return undefined;
  const entry = { id, day, name: workout.title, text: workout.description };
  if (sport === DAY_OFF) return { ...entry, kind: 'other', category: 'DayOff' };
  return { ...entry, kind: 'session', sport: sportName(sport), family: familyOf(sport), ...plannedOf(workout) };
}

type Planned = Pick<PlannedSession, 'plannedS' | 'plannedDistanceM' | 'plannedLoad' | 'structured' | 'doneId'>;

function plannedOf(workout: WireWorkout): Planned {
  const { distancePlanned: metres } = workout;
  return {
    plannedS: secondsOfHours(workout.totalTimePlanned),
    plannedDistanceM: metres !== null && metres > 0 ? metres : null,
    plannedLoad: workout.tssPlanned,
    structured: storedSteps(workout) !== undefined,
    doneId: isDone(workout) ? workout.workoutId : null,
  };
}

const priorities = ['A', 'B', 'C'] as const;

function toRace(event: WireEvent, workout: WireWorkout | undefined): Race | undefined {
  if (event.eventDate === null) return undefined;
  const kilometres = eventKilometres(event.distance, event.distanceUnits);
  const planned = workout === undefined ? undefined : plannedOf(workout);
  return {
    kind: 'race',
    id: event.id,
    day: event.eventDate,
    name: event.name,
    text: event.description,
    sport: event.eventType,
    family: eventFamily(event.eventType),
    plannedS: planned?.plannedS ?? null,
    plannedDistanceM: planned?.plannedDistanceM ?? (kilometres === null ? null : kilometres * 1000),
    plannedLoad: planned?.plannedLoad ?? null,
    structured: planned?.structured ?? false,
    doneId: planned?.doneId ?? null,
    priority: priorities.find((letter) => letter === event.atpPriority) ?? null,
  };
}

function toNote(note: WireNote): Note | undefined {
  if (note.noteDate === null) return undefined;
  const visibility = note.isHidden === true ? 'coach' : 'athlete';
  return { kind: 'note', id: note.id, day: note.noteDate, name: note.title, text: note.description, visibility };
}

const reasons: Readonly<Record<string, Unavailable['reason']>> = {
  Sick: 'sick',
  Injury: 'injured',
  Vacation: 'holiday',
};

/** Appointments, work and other reasons are `limited`: the platform's own word is the name. */
function toUnavailable(wire: WireAvailability): Unavailable | undefined {
  if (wire.startDate === null) return undefined;
  const block = blockOf(wire);
  return {
    kind: 'unavailable',
    id: wire.id,
    day: block.start_date,
    lastDay: block.end_date,
    name: block.reason,
    text: block.description === '' ? null : block.description,
    reason: block.limited ? 'limited' : (reasons[block.reason] ?? 'limited'),
  };
}
