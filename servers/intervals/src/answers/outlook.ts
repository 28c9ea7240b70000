import { addDays, type CallContext, daysBetween, isFailure, laterOf } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import { eventDay } from '../domain/calendar/event.ts';
import { nextRace, type Outlook, outlooks } from '../domain/fitness/outlook.ts';

/** How far ahead a race is looked for, in days. */
const HORIZON = 365;

const races = ['RACE_A', 'RACE_B', 'RACE_C'];

/**
 * What a change of the calendar does to fitness: CTL, ATL and form on that day and on the next race, computed from what
 * is planned now. Never fails a write that is done: what cannot be read is said.
 */
export async function outlookOf(ctx: CallContext<IntervalsPort>, day: string | null): Promise<Record<string, unknown>> {
  try {
    return await read(ctx, day);
  } catch (error) {
    if (!isFailure(error) || ctx.signal.aborted) throw error;
    return { outlook: `could not be read (${error.kind}); icu_get_fitness_chart shows it` };
  }
}

async function read(ctx: CallContext<IntervalsPort>, day: string | null): Promise<Record<string, unknown>> {
  const { id: athlete } = await ctx.athlete();
  const today = await ctx.today();
  const { port } = ctx;
  const [found, wellness, model] = await Promise.all([
    port.events.list({ athlete, oldest: today, newest: addDays(today, HORIZON), categories: races }),
    port.wellness.list({ athlete, oldest: addDays(today, -3), newest: today }),
    port.events.fitnessModel({ athlete }),
  ]);
  const race = nextRace(found.items, day === null ? today : laterOf(today, day));
  const raceDay = race === undefined ? null : eventDay(race);
  const days = [day, raceDay].filter((each): each is string => each !== null && each >= today);
  if (days.length === 0) return {};
  const events = await port.events.list({ athlete, oldest: today, newest: days.reduce(laterOf) });
  const source = { wellness: wellness.items, events: events.items, model: model.items, today };
  const all = outlooks(source, days);
  const [first, second] = [at(all, day), at(all, raceDay)];
  return {
    ...(first && { on_day: first }),
    ...(second &&
      race && {
        next_race: { event_id: race.id, name: race.name, in_days: daysBetween(today, second.date), ...second },
      }),
    ...((first ?? second) && { outlook: 'in the evening, as if everything planned is done; CTL 42 d, ATL 7 d' }),
  };
}

function at(all: readonly Outlook[], day: string | null): Outlook | undefined {
  return all.find(({ date }) => date === day);
}
