import { outcomeOf } from '@core/mcp-kit';
import type { CalendarWriter, SessionDraft } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout, WorkoutBody } from '../client/workouts/wire.ts';
import { notePatch } from '../domain/calendar/note.ts';
import { newBody } from '../domain/workouts/body.ts';
import { planPatch } from '../domain/workouts/edit.ts';
import { notStored } from '../domain/workouts/fields.ts';
import { sessionOf } from '../domain/workouts/session.ts';
import { workoutThresholds } from '../domain/workouts/thresholds.ts';
import { orUndefined } from '../workouts/or-undefined.ts';
import { samePlan, workoutsOn } from '../workouts/stored.ts';
import { sportOf } from './family.ts';

/**
 * Writes to the calendar. TrainingPeaks takes no key from a client: what is on that day already with the same content is
 * what an earlier write made, and is given instead of a second one.
 */
export function calendarWriter(port: TrainingPeaksPort): CalendarWriter {
  return {
    find: async ({ id: athlete }, draft) => {
      const [that, body] = await Promise.all([workoutsOn(port, athlete, draft.day), sessionBody(port, athlete, draft)]);
      return samePlan(that, body)?.workoutId ?? null;
    },
    addSession: async ({ id: athlete }, draft) => {
      const [that, body] = await Promise.all([workoutsOn(port, athlete, draft.day), sessionBody(port, athlete, draft)]);
      const kept = (stored: WireWorkout) => ({ id: stored.workoutId, differs: notStored(body, stored.whole) });
      const same = samePlan(that, body);
      if (same !== undefined) return kept(same);
      const { value: made, failure } = await outcomeOf(port.workouts.create({ athlete, body }));
      if (failure === undefined) {
        const stored = await orUndefined(port.workouts.getNow({ athlete, workout: made.workoutId }));
        return stored === undefined ? { id: made.workoutId, differs: null } : kept(stored);
      }
      const come = failure.kind === 'ambiguous_write' ? await comeSince(port, athlete, draft, that) : undefined;
      if (come === undefined) throw failure;
      return kept(come);
    },
    addNote: async ({ id: athlete }, { day, name, text, visibility }) => {
      const hidden = visibility === 'coach';
      const onDay = async () => (await port.notes.list({ athlete, oldest: day, newest: day })).items;
      const isSame = (note: Awaited<ReturnType<typeof onDay>>[number]) =>
        note.title === name && (note.description ?? '') === text && (note.isHidden === true) === hidden;
      const same = (await onDay()).find(isSame);
      if (same !== undefined) return same.id;
      const patch = notePatch({ title: name, description: text, date: day, is_hidden: hidden });
      const made = await port.notes.create({ athlete, body: { athleteId: Number(athlete), ...patch } });
      return made.calendarNoteId ?? made.id ?? (await onDay()).find(isSame)?.id ?? '';
    },
  };
}

/** The workout of this draft that is on its day now and was not before: what a write made whose answer was lost. */
async function comeSince(
  port: TrainingPeaksPort,
  athlete: string,
  { day, name }: SessionDraft,
  before: readonly WireWorkout[],
): Promise<WireWorkout | undefined> {
  const known = new Set(before.map(({ workoutId }) => workoutId));
  const now = await orUndefined(workoutsOn(port, athlete, day));
  return now?.find(({ workoutId, title }) => title === name && !known.has(workoutId));
}

/** The workout as it is written; steps are resolved by the athlete's own thresholds. */
async function sessionBody(port: TrainingPeaksPort, athlete: string, draft: SessionDraft): Promise<WorkoutBody> {
  const sport = sportOf[draft.family];
  const { workout } = draft;
  const session =
    workout === undefined
      ? undefined
      : sessionOf({ workout, losses: [] }, workoutThresholds(await port.settings.get({ athlete }), sport));
  return newBody(athlete, draft.day, planPatch(editOf(draft), { sport, subType: null }, session));
}

function editOf({ name, text }: SessionDraft) {
  return { title: name, ...(text !== undefined && { description: text }) };
}
