import { addDays } from '@core/metrics/day';
import type { CalendarWriter, SessionDraft, UnavailableDraft, Who } from '@core/training-tools';
import { theOne } from '../answers/event-write.ts';
import { alreadyThere } from '../answers/new-workout.ts';
import type { IntervalsPort } from '../client/index.ts';
import type { EventBody } from '../client/wire/event.ts';
import { externalId } from '../domain/calendar/idempotency.ts';
import { compileWorkout } from '../domain/calendar/planned-workout.ts';
import { workoutSettings } from '../domain/calendar/settings.ts';
import { workoutPatch } from '../domain/calendar/workout-patch.ts';
import { mainSport } from '../domain/sport.ts';

/** Writes to the calendar of Intervals.icu. Every create carries an `external_id` made of its key, and replaces by it. */
export function calendarWriter(port: IntervalsPort): CalendarWriter {
  const find = async ({ id: athlete }: Who, day: string, key: string) => {
    const { items } = await port.events.list({ athlete, oldest: day, newest: day });
    return alreadyThere(items, externalId(key))?.id ?? null;
  };
  const add = async (who: Who, day: string, key: string, body: () => Promise<EventBody> | EventBody) => {
    const there = await find(who, day, key);
    if (there !== null) return there;
    const event = { start_date_local: `${day}T00:00:00`, external_id: externalId(key), ...(await body()) };
    const { items } = await port.events.upsert({ athlete: who.id, event });
    return theOne(items).id;
  };
  return {
    find: (who, { day }, key) => find(who, day, key),
    addSession: (who, draft, key) => add(who, draft.day, key, () => sessionBody(port, who, draft)),
    addNote: (who, { day, name, text, visibility }, key) =>
      add(who, day, key, () => ({
        category: 'NOTE',
        end_date_local: `${addDays(day, 1)}T00:00:00`,
        name,
        description: text,
        hide_from_athlete: visibility === 'coach',
      })),
    addUnavailable: (who, draft, key) => add(who, draft.day, key, () => unavailableBody(draft)),
    move: async ({ id: athlete }, event, day) => {
      const before = await port.events.get({ athlete, event });
      const patch = workoutPatch(before, [{ field: 'date', before: null, after: day }]);
      await port.events.update({ athlete, event, patch });
    },
    remove: async ({ id: athlete }, event) => {
      await port.events.remove({ athlete, event });
    },
  };
}

async function sessionBody(port: IntervalsPort, { id: athlete }: Who, draft: SessionDraft): Promise<EventBody> {
  const { family, name, workout, text } = draft;
  const type = mainSport(family);
  const own = { category: 'WORKOUT', type, name };
  if (workout === undefined) return { ...own, description: text ?? '' };
  const profile = await port.athletes.profile({ athlete });
  const whole = text === undefined ? workout : { ...workout, description: text };
  return { ...own, description: compileWorkout(whole, workoutSettings(profile, type, false)).text };
}

const categories: Readonly<Record<UnavailableDraft['reason'], string>> = {
  sick: 'SICK',
  injured: 'INJURED',
  holiday: 'HOLIDAY',
  limited: 'HOLIDAY',
};

function unavailableBody({ lastDay, reason, text }: UnavailableDraft): EventBody {
  return {
    category: categories[reason],
    end_date_local: `${addDays(lastDay, 1)}T00:00:00`,
    name: reason[0]!.toUpperCase() + reason.slice(1),
    description: text,
    ...(reason === 'limited' && { training_availability: 'LIMITED' }),
  };
}
