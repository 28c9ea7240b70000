import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { profileOf } from '../../domain/profile.ts';
import { athleteWords } from '../../language/athlete.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_get_athlete_profile',
  title: 'Athlete profile',
  toolset: 'athlete',
  effect: 'read',
  userText: ['nickname'],
  description:
    'FTP, threshold and maximal heart rate with where each comes from, body data, power and heart-rate zones.',
  input: z.object({}),
  output: z.object({ profile: z.record(z.string(), z.unknown()), ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async (ctx) => {
    const { units } = await ctx.athlete();
    const words = athleteWords(ctx.port.language);
    const { profile, zones, thresholds } = await profileOf(ctx.port);
    return {
      ...present({ profile }, units),
      ...toRows(
        zones.map((zone) => ({ ...zone, name: words.zone(zone.name) })),
        ['kind', 'zone', 'name', 'from', 'to'],
      ),
      ...noted(
        words.zones,
        ...(thresholds.ftp === null ? [words.noFtp] : []),
        ...(thresholds.lthr === null ? [words.noLthr] : []),
      ),
    };
  },
});
