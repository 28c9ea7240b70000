import { present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noted, notesShape, skippedNote } from '../../answers/notes.ts';
import { hitColumns, hitRow } from '../../domain/activity/row.ts';
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
  input: z.object({ query: z.string().min(1).max(80).describe('threshold, or #race') }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ query: 'ride' }, { query: '#race' }],
  handler: async (ctx, { query }) => {
    const athlete = await ctx.athlete();
    const { items, skipped } = await ctx.port.activities.search({ athlete: athlete.id, query, limit: MOST });
    const notes = [
      ...(items.length === MOST
        ? [`Only the newest ${MOST} matches are searched; a longer query finds older ones.`]
        : []),
      ...(items.length === 0
        ? ['Nothing matches. Activities that came from Strava have no name here and cannot be found.']
        : []),
      ...skippedNote(skipped, 'rows'),
    ];
    return { ...present(toRows(items.map(hitRow), hitColumns), athlete.units), ...noted(...notes) };
  },
});
