import { Failure, fileShape, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { mediaTypes, requireWhole } from '../../domain/files.ts';
import { activityId } from '../../params/index.ts';
import { listOf } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_export_activities',
  title: 'Export activities',
  toolset: 'files',
  effect: 'read',
  files: 'out',
  description: 'Activities as one zip of FIT files; without activity_ids the list of all as CSV.',
  input: z.object({ activity_ids: z.optional(listOf(activityId, 50)) }),
  output: z.object({ ...fileShape, activities: z.optional(z.number()), ...notesShape }),
  examples: [{ activity_ids: ['i89000582', 'i89000579'] }, {}],
  handler: async (ctx, { activity_ids }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    if (activity_ids === undefined) {
      const bytes = await ctx.port.files.listTable({ athlete: athlete.id });
      requireWhole(bytes, 'csv');
      return ctx.files.save(`activities ${today}.csv`, bytes, { mediaType: mediaTypes.csv });
    }
    const wanted = [...new Set(activity_ids)];
    const { items } = await ctx.port.files.several({ athlete: athlete.id, activities: wanted });
    const there = wanted.filter((id) => items.some((activity) => activity.id === id));
    const missing = wanted.filter((id) => !there.includes(id));
    if (there.length === 0) {
      throw new Failure('not_found', `None of these is a readable activity of ${athlete.name}`, {
        next: 'take ids of icu_get_activities_by_date; those that came from Strava have no file',
      });
    }
    const bytes = await ctx.port.files.fitArchive({ athlete: athlete.id, activities: there });
    requireWhole(bytes, 'zip');
    const saved = await ctx.files.save(`activities ${today}.zip`, bytes, { mediaType: mediaTypes.zip });
    return {
      ...saved,
      activities: there.length,
      ...noted(
        'The files hold every position, start and finish too.',
        ...(missing.length > 0
          ? [`Missing: ${missing.join(', ')}: unknown, of another athlete, or from Strava, which shares no files.`]
          : []),
      ),
    };
  },
});
