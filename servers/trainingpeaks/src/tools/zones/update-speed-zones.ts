import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { ZoneEdit } from '../../answers/zone-group.ts';
import { writeZones, zoneResult } from '../../answers/zone-write.ts';
import { speedOfPace } from '../../domain/zones/pace.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_update_speed_zones',
  title: 'Set pace zones',
  toolset: 'zones',
  effect: 'update',
  description: 'Sets threshold paces of running and swimming; zones follow by the platform’s calculator.',
  input: z.object({
    run_threshold_pace: z.optional(z.string()).describe('4:15/km'),
    swim_threshold_pace: z.optional(z.string()).describe('1:32/100m'),
    method: z.optional(z.int().min(1)),
  }),
  output: zoneResult,
  examples: [{ run_threshold_pace: '4:12/km' }],
  handler: (ctx, { run_threshold_pace, swim_threshold_pace, method }) => {
    const edits: ZoneEdit[] = [
      ...(run_threshold_pace === undefined
        ? []
        : [{ sport: 'run' as const, threshold: speedOfPace(run_threshold_pace, 1000), method }]),
      ...(swim_threshold_pace === undefined
        ? []
        : [{ sport: 'swim' as const, threshold: speedOfPace(swim_threshold_pace, 100), method }]),
    ];
    if (edits.length === 0) {
      throw new Failure('bad_input', 'No pace is given', {
        next: 'give run_threshold_pace ("4:15/km") or swim_threshold_pace ("1:32/100m")',
      });
    }
    return writeZones(ctx, 'speed', edits);
  },
});
