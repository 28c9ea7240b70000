import { addDays, noted, notesShape, rowsShape, skippedNote, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { mondayOf } from '@core/metrics/day';
import { sortedByDay } from '../../domain/by-day.ts';
import { atpColumns, atpRow } from '../../domain/fitness/atp.ts';
import { readPages } from '../../domain/pages.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_atp',
  title: 'Annual training plan',
  toolset: 'fitness',
  effect: 'read',
  userText: ['race'],
  description: 'Weeks of the annual plan: period, target, race; the next 26 by default.',
  input: z.object({ oldest, newest }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async (ctx, given) => {
    const athlete = await ctx.athlete();
    const monday = mondayOf(await ctx.today());
    const window = windowOf(given, { oldest: monday, newest: addDays(monday, 26 * 7 - 1) }, 1100);
    const { items, skipped } = await readPages(
      window,
      (page) => ctx.port.reports.atp({ athlete: athlete.id, ...page }),
      ({ week }) => week,
    );
    return {
      ...toRows(sortedByDay(items, ({ week }) => week).map(atpRow), atpColumns),
      ...noted(
        ...(items.length === 0
          ? ['No annual plan in this window: the athlete or coach makes one on TrainingPeaks.']
          : []),
        ...skippedNote(skipped, 'weeks'),
      ),
    };
  },
});
