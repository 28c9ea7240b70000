import { type Cell, day, Failure, noted, notesShape, rowsShape, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import type { WireEvent } from '../../client/wire/event.ts';
import { eventDay } from '../../domain/calendar/event.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_event_range',
  title: 'Hide or lock a range',
  toolset: 'events',
  effect: 'update',
  bulk: true,
  userText: ['name'],
  description: 'Hides a range from the athlete, or locks it.',
  input: z.object({
    oldest: day,
    newest: day,
    hidden: z.optional(z.boolean()),
    locked: z.optional(z.boolean()),
  }),
  output: z.object({ written: z.optional(z.boolean()), ...rowsShape, ...notesShape }),
  examples: [{ oldest: '2026-11-16', newest: '2026-11-22', hidden: true }],
  handler: async (ctx, { oldest, newest, hidden, locked }) => {
    if (hidden === undefined && locked === undefined) {
      throw new Failure('bad_input', 'Neither hidden nor locked is given', {
        next: 'add hidden: true or locked: true',
      });
    }
    const athlete = await ctx.athlete();
    const window = windowOf({ oldest, newest }, { oldest, newest }, 366);
    const read = async () =>
      (await ctx.port.events.listToChange({ athlete: athlete.id, ...window })).items.filter(
        (event) => (eventDay(event) ?? '') >= oldest,
      );
    const before = await read();
    const differing = before.filter(
      (event) =>
        (hidden !== undefined && (event.hide_from_athlete === true) !== hidden) ||
        (locked !== undefined && (event.athlete_cannot_edit === true) !== locked),
    );
    if (differing.length === 0) {
      return { written: false, ...toRows([], columns), ...noted('Nothing to change: all entries already are so.') };
    }
    await ctx.confirm({
      summary: `Change ${differing.length} entries from ${oldest} to ${newest}${forWhom(athlete)}`,
      diff: [
        ...(hidden === undefined ? [] : [{ field: 'hidden', before: null, after: hidden }]),
        ...(locked === undefined ? [] : [{ field: 'locked', before: null, after: locked }]),
        ...differing.slice(0, 40).map((event) => ({
          field: `event ${event.id}`,
          before: state(event),
          after: `${eventDay(event)} "${(event.name ?? '').slice(0, 60)}"`,
        })),
      ],
      day: oldest,
    });
    await ctx.port.eventsMany.updateEventRange({
      athlete: athlete.id,
      ...window,
      patch: {
        ...(hidden !== undefined && { hide_from_athlete: hidden }),
        ...(locked !== undefined && { athlete_cannot_edit: locked }),
      },
    });
    const after = (await read()).filter(({ id }) => differing.some((event) => event.id === id));
    const kept = after.filter((event) => hidden !== undefined && (event.hide_from_athlete === true) !== hidden);
    return {
      ...toRows(after.slice(0, 100).map(row), columns),
      ...noted(
        ...(after.length > 100 ? [`${after.length - 100} more were changed.`] : []),
        ...(kept.length > 0 ? [`Intervals.icu left ${kept.length} as they were.`] : []),
      ),
    };
  },
});

const columns = ['id', 'date', 'name', 'hidden', 'locked'];

function row(event: WireEvent): Record<string, Cell> {
  return {
    id: event.id,
    date: eventDay(event),
    name: event.name,
    hidden: event.hide_from_athlete === true,
    locked: event.athlete_cannot_edit === true,
  };
}

const state = (event: WireEvent) =>
  `${event.hide_from_athlete === true ? 'hidden' : 'shown'}, ${event.athlete_cannot_edit === true ? 'locked' : 'open'}`;
