import { day, Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noteResult, requireEditable } from '../../answers/event-write.ts';
import { movedNote } from '../../domain/calendar/moved-note.ts';
import { noteBody, noteDiff, noteOf, shownNote } from '../../domain/calendar/note.ts';
import { eventId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_note',
  title: 'Change a calendar note',
  toolset: 'calendar',
  effect: 'update',
  userText: ['name', 'text'],
  description: 'Changes a calendar note; what is not named stays.',
  input: z.object({
    event_id: eventId,
    date: z.optional(day),
    last_day: z.optional(day),
    name: z.optional(z.string().min(1).max(80)),
    text: z.optional(z.string().max(4000)),
  }),
  output: noteResult,
  examples: [{ event_id: '5020005', text: 'Moved to the afternoon.' }],
  handler: async (ctx, { event_id, ...edit }) => {
    const athlete = await ctx.athlete();
    const event = await ctx.port.events.get({ athlete: athlete.id, event: event_id });
    requireEditable(event, ['NOTE'], 'use icu_update_planned_workout for a workout');
    const before = noteOf(event);
    const after = movedNote(before, edit);
    if (after.last_day < after.date) {
      throw new Failure('bad_input', `last_day ${after.last_day} lies before date ${after.date}`, {
        next: 'give both days',
      });
    }
    const diff = noteDiff(before, after);
    if (diff.length === 0)
      return { written: false, note: shownNote(event), notes: ['Nothing to change: the note already is so.'] };
    await ctx.confirm({
      summary: `Change note "${before.name}" of ${before.date}${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff,
      ...(event.updated !== null && { version: event.updated }),
      day: after.date,
    });
    const fields = new Set(diff.map(({ field }) => field));
    await ctx.port.events.update({ athlete: athlete.id, event: event.id, patch: noteBody(after, fields) });
    const stored = await ctx.port.events.get({ athlete: athlete.id, event: event.id });
    return { note: shownNote(stored), changed: diff };
  },
});
