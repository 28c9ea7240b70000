import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { writeZones, zoneResult } from '../../answers/zone-write.ts';
import { metrics, zoneSports } from '../../domain/zones/metric.ts';
import { speedOfPace } from '../../domain/zones/pace.ts';
import { wholeFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_create_zones',
  title: 'Add zones for a sport',
  toolset: 'zones',
  effect: 'create',
  description: 'Adds zones to a sport that has none of its own.',
  input: z.object({
    metric: z.enum(metrics),
    sport: z.enum(zoneSports),
    method: z.int().min(1).describe('Of tp_get_zone_methods'),
    threshold: z.string().describe('250 (W, bpm) or 4:15/km'),
    max_hr: z.optional(wholeFrom(51, 250)),
    resting_hr: z.optional(wholeFrom(21, 120)),
    distance_m: z.optional(z.number().min(0)),
  }),
  output: zoneResult,
  examples: [{ metric: 'power', sport: 'run', method: 4, threshold: '310' }],
  handler: (ctx, { metric, sport, method, threshold, max_hr, resting_hr, distance_m }) => {
    const value = metric === 'speed' ? speedOfPace(threshold, sport === 'swim' ? 100 : 1000) : Number(threshold);
    if (!(value > 0 && value <= 2000)) {
      throw new Failure('bad_input', `"threshold": ${threshold.slice(0, 20)} is not a threshold of ${metric}`, {
        next: 'give watts or beats as a number, for example 250',
      });
    }
    return writeZones(
      ctx,
      metric,
      [{ sport, method, threshold: value, maxHr: max_hr, restingHr: resting_hr, distance: distance_m }],
      true,
    );
  },
});
