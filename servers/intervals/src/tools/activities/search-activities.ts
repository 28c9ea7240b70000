import { noted, notesShape, present, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import type { WireList } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import type { WireActivityHit, WireActivityRow } from '../../client/wire/activity.ts';
import { activityColumns, activityRow, hitColumns, hitRow } from '../../domain/activity/row.ts';
import { defineTool } from '../../tool.ts';

/** Most hits the service gives for one question. */
const MOST = 100;

export default defineTool({
  name: 'icu_search_activities',
  title: 'Search activities',
  toolset: 'activities',
  effect: 'read',
  paged: { limit: 20, max: MOST },
  userText: ['name', 'tags'],
  description:
    'Finds activities in all of history by part of the name, or by #tag. By date: icu_get_activities_by_date.',
  input: z.object({ query: z.string().min(1).max(80).describe('threshold, or #race'), full: z.optional(z.boolean()) }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ query: 'ride' }, { query: '#race', full: true }],
  handler: async (ctx, { query, full = false }) => {
    const athlete = await ctx.athlete();
    const asked = { athlete: athlete.id, query, limit: MOST };
    const { count, skipped, table } = full
      ? await ctx.port.activityEdits.searchFull(asked).then(fullTable)
      : await ctx.port.activities.search(asked).then(lightTable);
    const notes = [
      ...(count === MOST ? [`Only the newest ${MOST} matches are searched; a longer query finds older ones.`] : []),
      ...(count === 0
        ? ['Nothing matches. Activities that came from Strava have no name here and cannot be found.']
        : []),
      ...skippedNote(skipped, 'rows'),
    ];
    return { ...present(table, athlete.units), ...noted(...notes) };
  },
});

function lightTable({ items, skipped }: WireList<WireActivityHit>) {
  return { count: items.length, skipped, table: toRows(items.map(hitRow), hitColumns) };
}

function fullTable({ items, skipped }: WireList<WireActivityRow>) {
  return { count: items.length, skipped, table: toRows(items.map(activityRow), activityColumns) };
}
