import { day, Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noteResult, theOne } from '../../answers/event-write.ts';
import { externalId } from '../../domain/calendar/idempotency.ts';
import { noteBody, noteDiff, shownNote } from '../../domain/calendar/note.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_create_note',
  title: 'Write a calendar note',
  toolset: 'calendar',
  effect: 'create',
  userText: ['name', 'text'],
  description: 'Puts a note on the calendar. A repeated call does not double it.',
  input: z.object({
    date: day,
    name: z.string().min(1).max(80),
    text: z.optional(z.string().max(4000)),
    last_day: z.optional(day),
  }),
  output: noteResult,
  examples: [{ date: '2026-12-02', name: 'Travel', text: 'Late flight, keep it short.' }],
  handler: async (ctx, { date, name, text = '', last_day = date }) => {
    if (last_day < date) {
      throw new Failure('bad_input', `last_day ${last_day} lies before date ${date}`, { next: 'swap the two days' });
    }
    const athlete = await ctx.athlete();
    const note = { date, last_day, name, text };
    const external = externalId('note', athlete.id, date, last_day, name, text);
    const { items: that } = await ctx.port.events.list({ athlete: athlete.id, oldest: date, newest: date });
    const same = that.find((event) => event.external_id === external);
    if (same !== undefined)
      return { written: false, note: shownNote(same), notes: ['This note is already there; nothing was written.'] };
    await ctx.confirm({
      summary: `Write note "${name}" on ${date}${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff: noteDiff(undefined, note),
      day: date,
    });
    const { items } = await ctx.port.events.upsert({
      athlete: athlete.id,
      event: {
        category: 'NOTE',
        external_id: external,
        ...noteBody(note, new Set(['date', 'last_day', 'name', 'text'])),
      },
    });
    const stored = await ctx.port.events.get({ athlete: athlete.id, event: theOne(items).id });
    return { note: shownNote(stored) };
  },
});
