import { type Cell, earlierOf, Failure, noted, notesShape, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import type { WireEvent } from '../../client/wire/event.ts';
import { eventCategories, eventDay } from '../../domain/calendar/event.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const MOST = 100;

export default defineTool({
  name: 'icu_bulk_delete_events',
  title: 'Delete many entries',
  toolset: 'events',
  effect: 'delete',
  bulk: true,
  userText: ['name', 'text'],
  description: 'Deletes event_ids, or a category in a range, for good.',
  input: z.object({
    event_ids: z.optional(z.array(z.string())),
    category: z.optional(z.string()),
    oldest,
    newest,
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    ...rowsShape,
    skipped: z.optional(z.array(z.string())),
    ...notesShape,
  }),
  examples: [{ event_ids: ['5000334', '5000335'] }, { category: 'NOTE', oldest: '2026-10-14', newest: '2026-10-31' }],
  handler: async (ctx, { event_ids, category, oldest, newest }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const found =
      event_ids === undefined
        ? await ctx.port.events.listToChange({ athlete: athlete.id, ...rangeOf({ category, oldest, newest }) })
        : {
            items: await Promise.all(
              [...new Set(event_ids)].map((event) => ctx.port.events.get({ athlete: athlete.id, event })),
            ),
          };
    const inRange = found.items.filter((event) => event_ids !== undefined || within(event, category, oldest, newest));
    const reasons = new Map(inRange.map((event) => [event.id, spared(event, today, event_ids === undefined)]));
    const doomed = inRange.filter(({ id }) => reasons.get(id) === undefined);
    const skipped = inRange.flatMap(({ id, name }) => {
      const reason = reasons.get(id);
      return reason === undefined ? [] : [`${id} "${(name ?? '').slice(0, 40)}": ${reason}`];
    });
    if (doomed.length === 0) {
      return {
        written: false,
        ...toRows([], columns),
        ...(skipped.length > 0 && { skipped }),
        ...noted('Nothing is left to delete.'),
      };
    }
    if (doomed.length > MOST) {
      throw new Failure('bad_input', `${doomed.length} entries would go; at most ${MOST} go at once`, {
        next: 'name a shorter range',
      });
    }
    const days = doomed.flatMap((event) => eventDay(event) ?? []);
    await ctx.confirm({
      summary: `Delete ${doomed.length} calendar entries for good${forWhom(athlete)}`,
      diff: doomed.map((event) => ({ field: `event ${event.id}`, before: brief(event), after: null })),
      ...(skipped.length > 0 && { notes: skipped.map((each) => `Stays: ${each}`) }),
      ...(days.length > 0 && { day: days.reduce(earlierOf) }),
    });
    await ctx.port.eventsMany.deleteEvents({ athlete: athlete.id, events: doomed.map(({ id }) => id) });
    const left =
      days.length === 0
        ? []
        : (
            await ctx.port.events.listToChange({
              athlete: athlete.id,
              oldest: days.reduce(earlierOf),
              newest: days.toSorted().at(-1)!,
            })
          ).items;
    const still = doomed.filter(({ id }) => left.some((event) => event.id === id));
    return {
      ...toRows(doomed.filter((event) => !still.includes(event)).map(row), columns),
      ...(skipped.length > 0 && { skipped }),
      ...noted(...still.map(({ id }) => `Event ${id} is still there although Intervals.icu confirmed.`)),
    };
  },
});

const columns = ['id', 'date', 'category', 'sport', 'name', 'text'];

/** What is needed to make it again. */
function row(event: WireEvent): Record<string, Cell> {
  return {
    id: event.id,
    date: eventDay(event),
    category: event.category,
    sport: event.type,
    name: event.name,
    text: event.description === '' ? null : (event.description?.slice(0, 120) ?? null),
  };
}

const brief = (event: WireEvent) => `${eventDay(event)} ${event.category} "${(event.name ?? '').slice(0, 60)}"`;

function spared(event: WireEvent, today: string, byRange: boolean): string | undefined {
  if (event.athlete_cannot_edit === true) return 'locked by the coach';
  if (!byRange) return undefined;
  if ((eventDay(event) ?? '') < today) return 'lies in the past; name its id to delete it';
  return event.paired_activity_id === null ? undefined : 'was done';
}

function within(
  event: WireEvent,
  category: string | undefined,
  oldest: string | undefined,
  newest: string | undefined,
) {
  const day = eventDay(event) ?? '';
  return event.category === category && day >= (oldest ?? '') && day <= (newest ?? '');
}

/** A range always has both ends and one category: the service itself would take everything later. */
function rangeOf({
  category,
  oldest,
  newest,
}: {
  category?: string | undefined;
  oldest?: string | undefined;
  newest?: string | undefined;
}) {
  const known = (eventCategories as readonly string[]).includes(category ?? '');
  if (category === undefined || !known || oldest === undefined || newest === undefined || newest < oldest) {
    throw new Failure('bad_input', 'Deleting by range needs category, oldest and newest, in this order of days', {
      next: 'send {"category": "WORKOUT", "oldest": "2026-12-01", "newest": "2026-12-07"}, or event_ids',
    });
  }
  return { oldest, newest, categories: [category] };
}
