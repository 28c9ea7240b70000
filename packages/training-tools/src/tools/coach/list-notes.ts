import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { aboutShape, closing, skippedNotes } from '../../answer/notes.ts';
import { rangeInput, rangeOf } from '../../answer/window.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';

const DAYS = 90;
const MAX_DAYS = 732;

export default defineSharedTool({
  name: 'list_notes',
  title: 'Notes about an athlete',
  toolset: 'coach',
  effect: 'read',
  needs: ['store'],
  uses: ['calendar'],
  paged: { limit: 20, max: 100 },
  userText: ['text'],
  description: 'NOTES about an athlete, newest first: yours of this machine ("coach") and those on the calendar.',
  input: z.object(rangeInput),
  output: z.object({ ...aboutShape, ...rowsShape }),
  examples: [{}],
  handler: async (ctx, given) => {
    const [{ id, name }, today, kept] = await Promise.all([ctx.athlete(), ctx.today(), ctx.ports.store.list('note')]);
    const range = rangeOf(given, { today, days: DAYS, maxDays: MAX_DAYS });
    const own = kept.filter((each) => each.athleteId === id && each.day >= range.oldest && each.day <= range.newest);
    const calendar = await ctx.ports.calendar?.list({ id, name }, range, { only: ['note'] });
    const written = (calendar?.items ?? []).flatMap((entry) => (entry.kind === 'note' ? [entry] : []));
    const rows = [
      ...own.map(({ id: note_id, day, text }) => ({ note_id, day, where: 'this machine', visibility: 'coach', text })),
      ...written.map(({ id: note_id, day, visibility, name: title, text }) => ({
        note_id,
        day,
        where: ctx.platform,
        visibility,
        text: textOf(title, text),
      })),
    ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
    return {
      method: 'Visibility "coach" on this machine was never sent; on the platform it is hidden from the athlete there.',
      as_of: today,
      ...toRows(rows, ['note_id', 'day', 'where', 'visibility', 'text']),
      coverage: { ...range, own: own.length, calendar: calendar === undefined ? null : written.length },
      ...closing(
        [
          ...skippedNotes(calendar?.skipped ?? {}, 'calendar entries'),
          ...(rows.length === 0 ? [`No note from ${range.oldest} to ${range.newest}.`] : []),
        ],
        [],
      ),
    };
  },
});

function textOf(title: string | null, text: string | null): string {
  if (title === null || text?.startsWith(title.replace(/ …$/, '')) === true) return text ?? '';
  return text === null || text === '' ? title : `${title}: ${text}`;
}
