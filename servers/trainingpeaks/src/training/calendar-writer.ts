import type { CalendarWriter, SessionDraft, Unavailable } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WorkoutBody } from '../client/workouts/wire.ts';
import { blockBody, blockOf } from '../domain/calendar/availability.ts';
import { notePatch } from '../domain/calendar/note.ts';
import { editedBody, newBody } from '../domain/workouts/body.ts';
import { movePatch, planPatch } from '../domain/workouts/edit.ts';
import { sessionOf } from '../domain/workouts/session.ts';
import { workoutThresholds } from '../domain/workouts/thresholds.ts';
import { requireUnlocked, samePlan, workoutsOn } from '../workouts/stored.ts';
import { sportOf } from './family.ts';

const reasons: Readonly<Record<Unavailable['reason'], string>> = {
  sick: 'Sick',
  injured: 'Injury',
  holiday: 'Vacation',
  limited: 'Other',
};

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
      return samePlan(that, body)?.workoutId ?? (await port.workouts.create({ athlete, body })).workoutId;
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
    addUnavailable: async ({ id: athlete }, { day, lastDay, reason, text }) => {
      const body = blockBody(athlete, {
        start_date: day,
        end_date: lastDay,
        limited: false,
        sports: [],
        reason: reasons[reason],
        description: text,
      });
      const { items } = await port.availability.list({ athlete, oldest: day, newest: lastDay });
      const same = items.find((item) => {
        const block = blockOf(item);
        return (
          block.start_date === day &&
          block.end_date === lastDay &&
          block.reason === reasons[reason] &&
          block.description === text
        );
      });
      return same?.id ?? (await port.availability.create({ athlete, body })).id;
    },
    move: async ({ id: athlete }, workout, day) => {
      const stored = await port.workouts.getNow({ athlete, workout });
      requireUnlocked(stored);
      if (stored.workoutDay === day) return;
      await port.workouts.update({ athlete, workout, body: editedBody(stored, movePatch(stored, day)) });
    },
    remove: async ({ id: athlete }, workout) => {
      requireUnlocked(await port.workouts.getNow({ athlete, workout }));
      await port.workouts.remove({ athlete, workout });
    },
  };
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
