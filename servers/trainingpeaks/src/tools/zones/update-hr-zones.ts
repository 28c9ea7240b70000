import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { writeZones, zoneResult } from '../../answers/zone-write.ts';
import { zoneSports } from '../../domain/zones/metric.ts';
import { wholeFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_update_hr_zones',
  title: 'Set heart-rate zones',
  toolset: 'zones',
  effect: 'update',
  description: 'Sets LTHR, maximum or resting heart rate; zones follow by the platform’s calculator.',
  input: z.object({
    threshold_hr: z.optional(wholeFrom(51, 250)),
    max_hr: z.optional(wholeFrom(51, 250)),
    resting_hr: z.optional(wholeFrom(21, 120)),
    sport: z.optional(z.enum(zoneSports)),
    method: z.optional(z.int().min(1)),
  }),
  output: zoneResult,
  examples: [{ threshold_hr: 171 }],
  handler: (ctx, { threshold_hr, max_hr, resting_hr, sport = 'default', method }) => {
    if ([threshold_hr, max_hr, resting_hr, method].every((given) => given === undefined)) {
      throw new Failure('bad_input', 'No heart rate is given', { next: 'give threshold_hr, max_hr or resting_hr' });
    }
    return writeZones(ctx, 'heart_rate', [
      { sport, threshold: threshold_hr, maxHr: max_hr, restingHr: resting_hr, method },
    ]);
  },
});
