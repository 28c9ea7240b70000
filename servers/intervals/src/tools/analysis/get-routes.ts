import { addDays, noted, notesShape, present, rowsShape, skippedNote, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { firstRows } from '../../answers/first-rows.ts';
import { hiddenNotes, isHidden } from '../../domain/activity/hidden.ts';
import { activityColumns, activityRow } from '../../domain/activity/row.ts';
import { recorded } from '../../domain/recorded.ts';
import { routeColumns, routeRow, similarityFacts } from '../../domain/route.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

/** Most activities of a route that fit an answer. */
const MOST = 40;

export default defineTool({
  name: 'icu_get_routes',
  title: 'Routes',
  toolset: 'analysis',
  effect: 'read',
  userText: ['name', 'tags', 'route'],
  description: 'Known routes; with route_id its activities, with other_route_id how much both share.',
  input: z.object({
    route_id: z.optional(z.string()),
    other_route_id: z.optional(z.string()),
    oldest,
    newest,
  }),
  output: z.object({ route: z.optional(z.record(z.string(), z.unknown())), ...rowsShape, ...notesShape }),
  examples: [{}, { route_id: '4104' }, { route_id: '4104', other_route_id: '4105' }],
  handler: async (ctx, { route_id, other_route_id, ...given }) => {
    const athlete = await ctx.athlete();
    if (route_id === undefined) {
      const { items, skipped } = await ctx.port.routes.list({ athlete: athlete.id });
      const byUse = items.toSorted((a, b) => (b.activity_count ?? 0) - (a.activity_count ?? 0));
      const { rows, cut } = firstRows(byUse);
      const notes = [...(items.length === 0 ? ['No route yet.'] : []), ...cut, ...skippedNote(skipped, 'routes')];
      return present({ ...toRows(rows.map(routeRow), routeColumns), ...noted(...notes) }, athlete.units);
    }
    const one = { athlete: athlete.id, route: route_id };
    if (other_route_id !== undefined) {
      const found = await ctx.port.routes.similarity({ ...one, other: other_route_id });
      return present({ route: similarityFacts(found), columns: [], rows: [] }, athlete.units);
    }
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -364), newest: today }, 731);
    const [route, { items, skipped }] = await Promise.all([
      ctx.port.routes.get(one),
      ctx.port.routes.activities({ ...one, ...window }),
    ]);
    const shown = items.filter((activity) => !isHidden(activity));
    const facts = { ...routeRow(route), description: route.description, commute: route.commute, ...window };
    return present(
      {
        route: recorded(facts),
        ...toRows(shown.slice(0, MOST).map(activityRow), activityColumns),
        ...noted(
          ...(shown.length > MOST ? [`The newest ${MOST} of ${shown.length}; an earlier newest shows others.`] : []),
          ...hiddenNotes(items.length - shown.length),
          ...skippedNote(skipped, 'activities'),
        ),
      },
      athlete.units,
    );
  },
});
