import { addDays, day, daysBetween, Failure, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, writeValues } from '../../answers/change.ts';
import { requireSport } from '../../answers/new-entry.ts';
import { outlookOf } from '../../answers/outlook.ts';
import { entryBody, entryOf, requireOrder, writableEntryFields } from '../../domain/calendar/entry.ts';
import { checkedValues } from '../../domain/fields/write.ts';
import { eventId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_event',
  title: 'Change a calendar entry',
  toolset: 'events',
  effect: 'update',
  userText: ['name', 'text'],
  description: 'Changes any calendar entry.',
  input: z.object({
    event_id: eventId,
    values: z.record(z.string(), z.unknown()).describe('date, name, values of icu_create_event; null clears'),
  }),
  output: changeResult,
  examples: [{ event_id: '5020007', values: { planned_load: 70, tags: ['key'] } }],
  handler: async (ctx, { event_id, values: given }) => {
    const athlete = await ctx.athlete();
    const values = checkedValues(given, writableEntryFields);
    requireSport(values.sport);
    const read = () => ctx.port.events.get({ athlete: athlete.id, event: event_id });
    const event = await read();
    if (event.athlete_cannot_edit === true && !athlete.isSelf && values.locked === undefined) {
      throw new Failure('blocked', `Event ${event.id} is locked`, { next: 'unlock it first with {"locked": false}' });
    }
    const before = entryOf(event);
    const days = { date: String(before.date), last_day: before.last_day as string | null };
    const date = String(values.date ?? days.date);
    if (!day.safeParse(date).success) {
      throw new Failure('bad_input', '"date" must be a day', { next: 'send {"date": "2026-12-01"}' });
    }
    requireOrder(date, values.last_day);
    const result = await writeValues(ctx, {
      what: `Change ${event.category} "${event.name ?? event.id}" of ${days.date}`,
      before,
      values: { ...values, ...movedEnd(values, days) },
      write: (changed) =>
        ctx.port.events.update({ athlete: athlete.id, event: event.id, patch: entryBody(changed, days) }),
      readBack: async () => entryOf(await read()),
      version: event.updated,
      day: date,
    });
    if (result.written === false) return result;
    const outlook = present(await outlookOf(ctx, date), athlete.units);
    return { ...result, item: { ...result.item, ...outlook } };
  },
});

/** Moving the first day alone keeps the length. */
function movedEnd(values: Readonly<Record<string, unknown>>, days: { date: string; last_day: string | null }) {
  if (values.date === undefined || values.last_day !== undefined || days.last_day === null) return {};
  return { last_day: addDays(days.last_day, daysBetween(days.date, String(values.date))) };
}
