import * as z from '@core/mcp-kit/schema';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_manage_cache',
  title: 'Local copy of rides',
  toolset: 'activities',
  effect: 'read',
  description: 'How large the local copy of downloaded rides is; clear drops it. Nothing at iGPSport changes.',
  input: z.object({ action: z.optional(z.enum(['status', 'clear'])) }),
  output: z.object({
    cleared_rides: z.optional(z.number()),
    place: z.enum(['file', 'memory']),
    files: z.number(),
    derived: z.number(),
    size_mb: z.number(),
    limit_mb: z.number(),
  }),
  examples: [{ action: 'status' }],
  handler: async (ctx, { action = 'status' }) => {
    const { store } = ctx.port.rides;
    const cleared = action === 'clear' ? await store.clear() : undefined;
    const { place, files, derived, bytes, limitBytes } = store.status();
    const megabytes = (count: number) => Math.round(count / 104_857.6) / 10;
    return {
      ...(cleared !== undefined && { cleared_rides: cleared }),
      place: place === 'memory' ? ('memory' as const) : ('file' as const),
      files,
      derived,
      size_mb: megabytes(bytes),
      limit_mb: megabytes(limitBytes),
    };
  },
});
