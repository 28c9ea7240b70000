import { addDays, type CallContext, daysBetween, laterOf, outcomeOf } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import type { WireEvent } from '../client/wire/event.ts';
import { eventDay } from '../domain/calendar/event.ts';
import { nextRace, type Outlook, outlooks } from '../domain/fitness/outlook.ts';

/** How far ahead a race is looked for, in days: half a year, in one request with everything planned before it. */
const RACE_HORIZON_DAYS = 183;

/** An entry as it is stored now, and what the calendar with it does to fitness. */
interface Stored {
  readonly event: WireEvent;
  readonly outlook: Record<string, unknown>;
}

/**
 * Reads back an entry that was just written, together with everything planned up to the next race: one request tells
 * what is stored and what it does to fitness. An entry of the past is read alone, for plans of the past count nowhere.
 */
export async function readBack(ctx: CallContext<IntervalsPort>, id: string, day: string): Promise<Stored> {
  const { id: athlete } = await ctx.athlete();
  const today = await ctx.today();
  const { port } = ctx;
  if (day < today) return { event: await port.events.get({ athlete, event: id }), outlook: {} };
  const { items } = await port.events.list({ athlete, ...ahead(today, day) });
  const event = items.find((each) => each.id === id) ?? (await port.events.get({ athlete, event: id }));
  return { event, outlook: await saying(ctx, () => outlookAmong(ctx, items, day)) };
}

/**
 * What the calendar does to fitness: CTL, ATL and form on a day and on the next race, computed from what is planned now.
 * Never fails a write that is done: what cannot be read is said.
 */
export function outlookOf(ctx: CallContext<IntervalsPort>, day: string | null): Promise<Record<string, unknown>> {
  return saying(ctx, async () => {
    const { id: athlete } = await ctx.athlete();
    const { items } = await ctx.port.events.list({ athlete, ...ahead(await ctx.today(), day) });
    return outlookAmong(ctx, items, day);
  });
}

/** From today until the horizon, or until the day when it lies behind it. */
function ahead(today: string, day: string | null): { readonly oldest: string; readonly newest: string } {
  return { oldest: today, newest: laterOf(addDays(today, RACE_HORIZON_DAYS), day ?? today) };
}

async function outlookAmong(
  ctx: CallContext<IntervalsPort>,
  events: readonly WireEvent[],
  day: string | null,
): Promise<Record<string, unknown>> {
  const { id: athlete } = await ctx.athlete();
  const today = await ctx.today();
  const race = nextRace(events, day === null ? today : laterOf(today, day));
  const raceDay = race === undefined ? null : eventDay(race);
  const days = [day, raceDay].filter((each): each is string => each !== null && each >= today);
  if (days.length === 0) return {};
  const [wellness, model] = await Promise.all([
    ctx.port.wellness.list({ athlete, oldest: addDays(today, -3), newest: today }),
    ctx.port.events.fitnessModel({ athlete }),
  ]);
  const all = outlooks({ wellness: wellness.items, events, model: model.items, today }, days);
  const [first, second] = [at(all, day), at(all, raceDay)];
  return {
    ...(first && day !== raceDay && { on_day: first }),
    ...(second &&
      race && {
        next_race: { event_id: race.id, name: race.name, in_days: daysBetween(today, second.date), ...second },
      }),
    ...((first ?? second) && { outlook: 'those evenings, if everything planned is done' }),
  };
}

async function saying(
  ctx: CallContext<IntervalsPort>,
  read: () => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const { value, failure } = await outcomeOf(read());
  if (failure === undefined) return value;
  if (ctx.signal.aborted) throw failure;
  return { outlook: `could not be read (${failure.kind}); icu_get_fitness_chart shows it` };
}

function at(all: readonly Outlook[], day: string | null): Outlook | undefined {
  return all.find(({ date }) => date === day);
}
