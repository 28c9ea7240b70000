import { outcomeOf } from '@core/mcp-kit';
import { addDays } from '@core/metrics/day';
import type { CalendarWriter, SessionDraft, Who } from '@core/training-tools';
import { theOne } from '../answers/event-write.ts';
import { alreadyThere } from '../answers/new-workout.ts';
import type { IntervalsPort } from '../client/index.ts';
import type { EventBody } from '../client/wire/event.ts';
import { externalId } from '../domain/calendar/idempotency.ts';
import { compileWorkout } from '../domain/calendar/planned-workout.ts';
import { workoutSettings } from '../domain/calendar/settings.ts';
import { mainSport } from '../domain/sport.ts';
import { notKept, type Sent } from './session-read-back.ts';

/** Writes to the calendar of Intervals.icu. Every create carries an `external_id` made of its key, and replaces by it. */
export function calendarWriter(port: IntervalsPort): CalendarWriter {
  const find = async ({ id: athlete }: Who, day: string, key: string) => {
    const { items } = await port.events.list({ athlete, oldest: day, newest: day });
    return alreadyThere(items, externalId(key));
  };
  const write = async ({ id: athlete }: Who, day: string, key: string, body: EventBody) => {
    const event = { start_date_local: `${day}T00:00:00`, external_id: externalId(key), ...body };
    return theOne((await port.events.upsert({ athlete, event })).items).id;
  };
  return {
    find: async (who, { day }, key) => (await find(who, day, key))?.id ?? null,
    addSession: async (who, draft, key) => {
      const [there, sent] = await Promise.all([find(who, draft.day, key), sentOf(port, who, draft)]);
      if (there !== undefined) return { id: there.id, differs: notKept(sent, there) };
      const made = await outcomeOf(write(who, draft.day, key, sent.body));
      if (made.failure !== undefined && made.failure.kind !== 'ambiguous_write') throw made.failure;
      // The day tells what became of the write, also when its answer was lost.
      const { value: stored, failure } = await outcomeOf(find(who, draft.day, key));
      if (stored !== undefined) return { id: stored.id, differs: notKept(sent, stored) };
      if (made.failure !== undefined) throw made.failure;
      return { id: made.value, differs: failure === undefined ? [`It is not on ${draft.day}.`] : null };
    },
    addNote: async (who, { day, name, text, visibility }, key) => {
      const there = await find(who, day, key);
      const note = {
        category: 'NOTE',
        end_date_local: `${addDays(day, 1)}T00:00:00`,
        name,
        description: text,
        hide_from_athlete: visibility === 'coach',
      };
      return there?.id ?? write(who, day, key, note);
    },
  };
}

/** The session as it is written, steps compiled by the athlete's own settings. */
async function sentOf(port: IntervalsPort, { id: athlete }: Who, draft: SessionDraft): Promise<Sent> {
  const { family, name, workout, text } = draft;
  const type = mainSport(family);
  const own = { category: 'WORKOUT', type, name };
  if (workout === undefined) return { body: { ...own, description: text ?? '' } };
  const settings = workoutSettings(await port.athletes.profile({ athlete }), type, false);
  const compiled = compileWorkout(text === undefined ? workout : { ...workout, description: text }, settings);
  return { body: { ...own, description: compiled.text }, steps: { compiled, settings } };
}
