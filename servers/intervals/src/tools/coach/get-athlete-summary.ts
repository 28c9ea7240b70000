import { addDays, noted, notesShape, present, rowsShape, skippedNote, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { mondayOf } from '@core/metrics/day';
import { rosterColumns, rosterRow } from '../../domain/roster.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_athlete_summary',
  title: 'Roster by week',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  paged: { limit: 60, max: 150 },
  userText: ['athlete_name'],
  description: 'ALL athletes by week: sessions, load, CTL, form, ramp. icu_triage_roster says who needs a look.',
  input: z.object({ oldest, newest, tag: z.optional(z.string()), athlete_ids: z.optional(z.array(z.string())) }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}, { tag: 'road' }],
  handler: async (ctx, { tag, athlete_ids, ...given }) => {
    const self = await ctx.self();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: mondayOf(today), newest: today }, 371);
    const { items, skipped } = await ctx.port.summary.weeks({
      athlete: self.id,
      everyone: true,
      ...window,
      ...(tag !== undefined && { tags: [tag] }),
    });
    const rows = items
      .filter(({ athlete_id }) => athlete_ids === undefined || athlete_ids.includes(athlete_id))
      .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || (a.form ?? 999) - (b.form ?? 999))
      .map(rosterRow);
    const firstWeek = mondayOf(window.oldest);
    const cut = firstWeek < window.oldest ? [`The week of ${firstWeek} counts from ${window.oldest} only.`] : [];
    const open =
      window.newest < addDays(mondayOf(window.newest), 6) ? [`The last week counts to ${window.newest}.`] : [];
    return {
      ...present(toRows(rows, rosterColumns), self.units),
      ...noted(
        ...cut,
        ...open,
        ...skippedNote(skipped, 'rows'),
        ...(rows.length === 0 ? ['No athlete matches; icu_list_athletes shows tags and ids.'] : []),
      ),
    };
  },
});
