import * as z from '@core/mcp-kit/schema';
import { cacheShape, cacheState } from '../../answers/cache.ts';
import { fileWords } from '../../language/files.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_clear_cache',
  title: 'Drop the local copy of rides',
  toolset: 'files',
  effect: 'update',
  bulk: true,
  onlyHere: true,
  athleteScope: 'none',
  description: 'Drops the local copy of downloaded rides; asks first. Nothing at iGPSport changes.',
  input: z.object({}),
  output: z.object({ written: z.optional(z.boolean()), cleared_rides: z.number(), ...cacheShape }),
  examples: [{}],
  handler: async (ctx) => {
    const { store } = ctx.port.rides;
    const { files } = store.status();
    await ctx.confirm({
      summary: fileWords(ctx.port.language).clear(String(files)),
      diff: [{ field: 'files', before: files, after: 0 }],
    });
    const cleared = await store.clear();
    return { cleared_rides: cleared, ...cacheState(store.status()) };
  },
});
