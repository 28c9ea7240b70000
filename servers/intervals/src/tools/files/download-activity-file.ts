import { fileShape, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { readableActivity } from '../../domain/activity/readable.ts';
import { kindOf, mediaTypes, requireWhole } from '../../domain/files.ts';
import { localDay } from '../../domain/local-time.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

/** What each form is on the port. */
const forms = { original: 'original', fit: 'fit', gpx: 'gpx', csv: 'streamsTable' } as const;

export default defineTool({
  name: 'icu_download_activity_file',
  title: 'Download an activity',
  toolset: 'files',
  effect: 'read',
  files: 'out',
  description: 'One activity as a file: the original, or made anew; csv holds every stream.',
  input: z.object({ activity_id: activityId, format: z.optional(z.enum(['original', 'fit', 'gpx', 'csv'])) }),
  output: z.object({ ...fileShape, ...notesShape }),
  examples: [
    { activity_id: 'i89000579' },
    { activity_id: 'i89000579', format: 'fit' },
    { activity_id: 'i89000579', format: 'gpx' },
    { activity_id: 'i89000579', format: 'csv' },
  ],
  handler: async (ctx, { activity_id, format = 'original' }) => {
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    const bytes = await ctx.port.files[forms[format]]({ activity: activity_id });
    const kind = format === 'original' ? kindOf(bytes) : format;
    requireWhole(bytes, kind);
    const title = `${localDay(activity.start_date_local) ?? ''} ${activity.name ?? activity_id}`.trim();
    const saved = await ctx.files.save(`${title}.${kind === 'other' ? 'bin' : kind}`, bytes, {
      mediaType: mediaTypes[kind],
    });
    const hasPositions = kind !== 'csv' || activity.stream_types.includes('latlng');
    return { ...saved, ...(hasPositions && noted('The file holds every position, start and finish too.')) };
  },
});
