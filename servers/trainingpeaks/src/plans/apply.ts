import { randomUUID } from 'node:crypto';
import { type Athlete, Failure } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { newEvent } from '../domain/calendar/event.ts';
import { dayOn, type PlanContents, type PlanItem, weekOf } from '../domain/plans/contents.ts';
import { copied } from '../domain/strength/document.ts';
import { contentOf } from '../domain/strength/lines.ts';
import { newBody, planCopy } from '../domain/workouts/body.ts';
import { refuseErrors, sessionsBetween } from '../strength/stored.ts';
import { samePlan, workoutsBetween } from '../workouts/stored.ts';

/** One thing of a plan on the day on which it lands. Without `write` it is there already. */
export interface PlanStep {
  readonly kind: PlanItem['kind'];
  readonly title: string;
  readonly date: string;
  readonly id: string | null;
  /** Yields the id of what was written; `null` where the service names none. */
  readonly write?: () => Promise<string | null>;
}

/** As many writes as a person can look over before saying yes. */
const MOST = 60;

/** @throws Failure `bad_input` with the weeks that fit into one call. */
export function refuseLongPlan(items: readonly PlanItem[], { start }: PlanContents): void {
  if (items.length === 0) {
    throw new Failure('bad_input', 'There is nothing on the days of this plan', {
      next: 'choose another plan with tp_list_training_plans',
    });
  }
  if (items.length <= MOST) return;
  const first = weekOf(items[0]!.day, start);
  const last = weekOf(items[MOST]!.day, start) - 1;
  throw new Failure('bad_input', `That is ${items.length} entries; at most ${MOST} are written at once`, {
    next: `apply weeks: "${first}-${Math.max(first, last)}" first, then the rest with the same start_date`,
  });
}

/** What is to be written to have a plan begin on `date`: nothing that is there already. Writes nothing itself. */
export async function planSteps(
  port: TrainingPeaksPort,
  athlete: Athlete,
  items: readonly PlanItem[],
  { start, date }: { readonly start: string; readonly date: string },
) {
  const days = items.map(({ day }) => dayOn(day, start, date));
  const window = { oldest: days[0] ?? date, newest: days.at(-1) ?? date };
  const [there, notes, events, sessions] = await Promise.all([
    workoutsBetween(port, athlete.id, window),
    port.notes.list({ athlete: athlete.id, ...window }),
    port.events.list({ athlete: athlete.id, ...window }),
    items.some(({ kind }) => kind === 'strength') ? sessionsBetween(port, athlete.id, window) : { items: [] },
  ]);
  const steps = await Promise.all(
    items.map((item, index): PlanStep | Promise<PlanStep> => {
      const at = days[index] ?? date;
      if (item.kind === 'workout') return workoutStep(port, athlete, item, at, there.items);
      if (item.kind === 'strength') {
        const that = sessions.items.filter(({ prescribedDate }) => prescribedDate === at).map(({ id }) => id);
        return strengthStep(port, athlete, item, at, that);
      }
      if (item.kind === 'note') {
        const { title, description } = item.note;
        const same = notes.items.find(
          (note) => note.noteDate === at && note.title === title && (note.description ?? '') === (description ?? ''),
        );
        return noteStep(port, athlete, item, at, same?.id);
      }
      const same = events.items.find(({ name, eventDate }) => eventDate === at && name === item.event.name);
      return eventStep(port, athlete, item, at, same?.id);
    }),
  );
  const others = there.items.filter(({ workoutId }) => !steps.some(({ id }) => id === workoutId)).length;
  return { steps, window, others };
}

type Of<Kind> = Extract<PlanItem, { readonly kind: Kind }>;

function workoutStep(
  port: TrainingPeaksPort,
  athlete: Athlete,
  { kind, title, workout }: Of<'workout'>,
  date: string,
  there: readonly WireWorkout[],
): PlanStep {
  const body = newBody(athlete.id, date, planCopy(workout, date));
  const same = samePlan(there, body);
  const about = { kind, title, date };
  if (same !== undefined) return { ...about, id: same.workoutId };
  const write = async () => (await port.workouts.create({ athlete: athlete.id, body })).workoutId;
  return { ...about, id: null, write };
}

async function strengthStep(
  port: TrainingPeaksPort,
  athlete: Athlete,
  { kind, title, session }: Of<'strength'>,
  date: string,
  that: readonly string[],
): Promise<PlanStep> {
  const { data: source } = await port.strength.get({ session: session.id });
  const wanted = contentOf(source);
  const there = await Promise.all(that.map(async (id) => (await port.strength.get({ session: id })).data));
  const same = there.find((document) => contentOf(document) === wanted);
  const about = { kind, title, date };
  if (same !== undefined) return { ...about, id: same.id };
  const write = async () => {
    const { data, errors } = await port.strength.save({ body: copied(source.whole, athlete.id, date, randomUUID) });
    refuseErrors(errors);
    return data?.id ?? null;
  };
  return { ...about, id: null, write };
}

function noteStep(
  port: TrainingPeaksPort,
  athlete: Athlete,
  { kind, title, note }: Of<'note'>,
  date: string,
  same: string | undefined,
): PlanStep {
  const about = { kind, title, date };
  if (same !== undefined) return { ...about, id: same };
  const body = {
    athleteId: Number(athlete.id),
    title: note.title,
    description: note.description ?? '',
    noteDate: `${date}T00:00:00`,
  };
  const write = async () => {
    const created = await port.notes.create({ athlete: athlete.id, body });
    return created.calendarNoteId ?? created.id ?? null;
  };
  return { ...about, id: null, write };
}

/** Keys of an event that say what it is. Results and attached workouts are those of the plan's own calendar. */
const EVENT_KEYS = [
  'name',
  'eventType',
  'description',
  'atpPriority',
  'ctlTarget',
  'distance',
  'distanceUnits',
  'goals',
];

function eventStep(
  port: TrainingPeaksPort,
  athlete: Athlete,
  { kind, title, event }: Of<'event'>,
  date: string,
  same: string | undefined,
): PlanStep {
  const about = { kind, title, date };
  if (same !== undefined) return { ...about, id: same };
  const own = EVENT_KEYS.filter((key) => (event.whole[key] ?? null) !== null).map((key) => [key, event.whole[key]]);
  const body = { ...newEvent(athlete.id, { name: title, date }), ...Object.fromEntries(own) };
  const write = async () => {
    const created = await port.events.create({ athlete: athlete.id, event: body });
    return created?.id ?? created?.eventId ?? null;
  };
  return { ...about, id: null, write };
}
