import * as z from '@core/mcp-kit/schema';
import { cacheShape, cacheState } from '../../answers/cache.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_get_cache_status',
  title: 'Local copy of rides',
  toolset: 'files',
  effect: 'read',
  description: 'How large the local copy of downloaded rides is.',
  input: z.object({}),
  output: z.object(cacheShape),
  examples: [{}],
  handler: async (ctx) => cacheState(ctx.port.rides.store.status()),
});
