import { addDays, earlierOf, Failure, laterOf, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { outlookOf } from '../../answers/outlook.ts';
import type { WireEvent } from '../../client/wire/event.ts';
import { eventColumns, eventDay, eventRow } from '../../domain/calendar/event.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_duplicate_events',
  title: 'Copy entries by weeks',
  toolset: 'events',
  effect: 'create',
  bulk: true,
  userText: ['name'],
  description: 'Copies calendar entries to later weeks.',
  input: z.object({
    event_ids: z.array(z.string()),
    copies: z.optional(z.int()),
    weeks_between: z.optional(z.int()),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    ...rowsShape,
    fitness: z.optional(z.record(z.string(), z.unknown())),
    ...notesShape,
  }),
  examples: [{ event_ids: ['5000350'], copies: 2 }],
  handler: async (ctx, { event_ids, copies = 1, weeks_between = 1 }) => {
    requireBounds(event_ids.length, copies, weeks_between);
    const athlete = await ctx.athlete();
    const get = (event: string) => ctx.port.events.get({ athlete: athlete.id, event });
    const originals = await Promise.all([...new Set(event_ids)].map(get));
    const wanted = originals.flatMap((event) =>
      copyDays(event, copies, weeks_between).map((date) => ({ event, date })),
    );
    const days = wanted.map(({ date }) => date);
    const span = { athlete: athlete.id, oldest: days.reduce(earlierOf), newest: days.reduce(laterOf) };
    const there = (await ctx.port.events.listToChange(span)).items;
    const missing = originals.filter((event) =>
      copyDays(event, copies, weeks_between).some((date) => !there.some((other) => isCopy(other, event, date))),
    );
    if (missing.length === 0) {
      return {
        written: false,
        ...toRows([], eventColumns),
        ...noted('All copies are already there; nothing was written.'),
      };
    }
    const partly = missing.filter((event) =>
      copyDays(event, copies, weeks_between).some((date) => there.some((other) => isCopy(other, event, date))),
    );
    const notes = partly.map(({ id }) => `Some copies of event ${id} are already there and would be doubled.`);
    await ctx.confirm({
      summary: `Copy ${missing.length} entries ${copies} times, every ${weeks_between} weeks${forWhom(athlete)}`,
      diff: missing.flatMap((event) =>
        copyDays(event, copies, weeks_between).map((date) => ({
          field: date,
          before: null,
          after: `${event.category} "${(event.name ?? '').slice(0, 60)}"`,
        })),
      ),
      ...(notes.length > 0 && { notes }),
      day: span.oldest,
    });
    const { items } = await ctx.port.eventsMany.duplicateEvents({
      athlete: athlete.id,
      events: missing.map(({ id }) => id),
      copies,
      weeks: weeks_between,
    });
    const stored = (await ctx.port.events.listToChange(span)).items.filter(({ id }) =>
      items.some((copy) => copy.id === id),
    );
    const lost = missing.length * copies - stored.length;
    return {
      ...present(toRows(stored.map(eventRow), eventColumns), athlete.units),
      fitness: present(await outlookOf(ctx, span.newest), athlete.units),
      ...noted(...(lost > 0 ? [`${lost} copies are missing from the calendar after the write.`] : [])),
    };
  },
});

function copyDays(event: WireEvent, copies: number, weeks: number): string[] {
  const day = eventDay(event) ?? '1970-01-01';
  return Array.from({ length: copies }, (_, i) => addDays(day, 7 * weeks * (i + 1)));
}

function isCopy(other: WireEvent, event: WireEvent, date: string): boolean {
  return (
    eventDay(other) === date &&
    other.category === event.category &&
    other.name === event.name &&
    (other.description ?? '') === (event.description ?? '')
  );
}

function requireBounds(events: number, copies: number, weeks: number): void {
  const sound = events >= 1 && copies >= 1 && weeks >= 1 && weeks <= 52 && events * copies <= 100;
  if (sound) return;
  throw new Failure('bad_input', 'This would make no copies, or more than 100', {
    next: 'send {"event_ids": ["5000350"], "copies": 2, "weeks_between": 1}',
  });
}
