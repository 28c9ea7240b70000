import { day, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { milestoneRows, monthRows, recordRows, yearTotals } from '../../domain/member-statistics.ts';
import { athleteWords } from '../../language/athlete.ts';
import { defineTool } from '../../tool.ts';

/** The only period that was ever seen to work. */
const YEAR = 2;
const ALL_SPORTS = -1;

const figures = z.record(z.string(), z.unknown());
const table = z.object(rowsShape);

export default defineTool({
  name: 'igp_get_member_statistics',
  title: 'Member statistics',
  toolset: 'athlete',
  effect: 'read',
  description: 'A calendar year as iGPSport itself adds it up: totals, months, milestones, records.',
  input: z.object({ day: day.optional().describe('Any day of the year. Default: today') }),
  output: z.object({
    year: z.string(),
    totals: figures,
    months: table,
    milestones: table,
    records: table,
    ...notesShape,
  }),
  examples: [{}],
  handler: async (ctx, input) => {
    const { units } = await ctx.athlete();
    const asked = input.day ?? (await ctx.today());
    const found = await ctx.port.profile.statistics({ day: asked, type: YEAR, sport: ALL_SPORTS });
    const today = await ctx.today();
    const last = asked.slice(0, 4) === today.slice(0, 4) ? today : `${asked.slice(0, 4)}-12-31`;
    const answer = {
      year: asked.slice(0, 4),
      totals: yearTotals(found),
      months: toRows(monthRows(found, last), ['month', 'rides', 'distance_km', 'duration_s']),
      milestones: toRows(milestoneRows(found), ['distance_km', 'rides']),
      records: toRows(recordRows(found), ['record', 'value', 'unit', 'activity_id', 'at']),
    };
    return { ...present(answer, units), ...noted(athleteWords(ctx.port.language).ownSums) };
  },
});
