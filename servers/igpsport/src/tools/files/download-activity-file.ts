import { fileShape, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { decodeRide } from '../../domain/ride/decode.ts';
import { rideGpx } from '../../domain/ride/gpx.ts';
import { fileWords } from '../../language/files.ts';
import { activityId } from '../../params/ride.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_download_activity_file',
  title: 'Download a ride',
  toolset: 'files',
  effect: 'read',
  files: 'out',
  description: 'One ride as a file: fit as it was recorded (default), or gpx made from it.',
  input: z.object({ activity_id: activityId, format: z.optional(z.enum(['fit', 'gpx'])) }),
  output: z.object({ ...fileShape, ...notesShape }),
  examples: [{ activity_id: '41200581' }, { activity_id: '41200572', format: 'gpx' }],
  handler: async (ctx, { activity_id: ride, format = 'fit' }) => {
    const [detail, bytes] = await Promise.all([ctx.port.activities.detail({ ride }), ctx.port.rides.file(ride)]);
    const title = `${detail.startTime?.slice(0, 10) ?? ''} ${detail.title ?? ride}`.trim();
    if (format === 'gpx') {
      const gpx = rideGpx(ride, decodeRide(ride, bytes), detail.title ?? ride);
      const saved = await ctx.files.save(`${title}.gpx`, new TextEncoder().encode(gpx), {
        mediaType: 'application/gpx+xml',
      });
      return { ...saved, ...noted(fileWords(ctx.port.language).positions) };
    }
    const saved = await ctx.files.save(`${title}.fit`, bytes, { mediaType: 'application/vnd.ant.fit' });
    return { ...saved, ...noted(fileWords(ctx.port.language).positions) };
  },
});
