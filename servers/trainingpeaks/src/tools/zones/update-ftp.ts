import * as z from '@core/mcp-kit/schema';
import { writeZones, zoneResult } from '../../answers/zone-write.ts';
import { wholeFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_update_ftp',
  title: 'Set FTP and power zones',
  toolset: 'zones',
  effect: 'update',
  description: 'Sets FTP; zones follow by the platform’s calculator.',
  input: z.object({
    ftp: wholeFrom(1, 2000),
    sport: z.optional(z.enum(['bike', 'run', 'mtnbike', 'xcski', 'rowing', 'default'])),
    method: z.optional(z.int().min(1)),
  }),
  output: zoneResult,
  examples: [{ ftp: 260 }],
  handler: (ctx, { ftp, sport = 'bike', method }) => writeZones(ctx, 'power', [{ sport, threshold: ftp, method }]),
});
