import { type Cell, daysBetween, noted, notesShape, present, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { hiddenNotes, isHidden } from '../../domain/activity/hidden.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { activityColumns, activityRow } from '../../domain/activity/row.ts';
import { localDay } from '../../domain/local-time.ts';
import { activityId } from '../../params/index.ts';
import { wholeFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

/** Most neighbours that fit an answer. */
const MOST = 50;

export default defineTool({
  name: 'icu_get_activities_around',
  title: 'Activities around one',
  toolset: 'analysis',
  effect: 'read',
  userText: ['name'],
  description: 'Activities before and after one, nearest first; same_route: only on its route.',
  input: z.object({
    activity_id: activityId,
    count: z.optional(wholeFrom(1, MOST)),
    same_route: z.optional(z.boolean()),
  }),
  output: z.object({ ...rowsShape, hidden_by_strava: z.optional(z.number()), ...notesShape }),
  examples: [{ activity_id: 'i89000582' }],
  handler: async (ctx, { activity_id, count = 10, same_route = false }) => {
    const athlete = await ctx.athlete();
    const centre = await readableActivity(ctx.port, activity_id, athlete);
    const day = localDay(centre.start_date_local);
    const route = same_route ? centre.route_id : null;
    if (same_route && route === null) {
      return { columns: [], rows: [], ...noted('The activity is on no route that Intervals.icu knows.') };
    }
    const { items, skipped } = await ctx.port.activityEdits.around({
      athlete: athlete.id,
      activity: activity_id,
      limit: count + 1,
      ...(route !== null && { route }),
    });
    const others = items.filter(({ id }) => id !== activity_id);
    const shown = others.filter((activity) => !isHidden(activity));
    const rows = shown.map((activity): Record<string, Cell> => {
      const on = localDay(activity.start_date_local);
      return { days_after: day === null || on === null ? null : daysBetween(day, on), ...activityRow(activity) };
    });
    const hidden = others.length - shown.length;
    return {
      ...present(toRows(rows, ['days_after', ...activityColumns]), athlete.units),
      ...(hidden > 0 && { hidden_by_strava: hidden }),
      ...noted('days_after is negative for those before it.', ...hiddenNotes(hidden), ...skippedNote(skipped, 'rows')),
    };
  },
});
