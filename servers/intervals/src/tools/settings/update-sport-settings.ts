import * as z from '@core/mcp-kit/schema';
import { changeResult, writeValues } from '../../answers/change.ts';
import { groupFor } from '../../answers/settings-group.ts';
import {
  groupFields,
  groupOf,
  groupPatch,
  rebuildsHrZones,
  requireSound,
} from '../../domain/athlete/settings-group.ts';
import { checkedValues } from '../../domain/fields/write.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_sport_settings',
  title: 'Change thresholds and zones',
  toolset: 'settings',
  effect: 'update',
  description: 'Sets thresholds and zones of a sport; past activities keep theirs.',
  input: z.object({
    sport: z.string(),
    values: z
      .record(z.string(), z.unknown())
      .describe('ftp_w, lthr_bpm, max_hr_bpm, threshold_pace_s_per_km, hr_zones_bpm (tops), hr_zone_names…'),
  }),
  output: changeResult,
  examples: [{ sport: 'Ride', values: { ftp_w: 250 } }],
  handler: async (ctx, { sport, values: given }) => {
    const athlete = await ctx.athlete();
    const values = checkedValues(given, groupFields);
    const group = await groupFor(ctx.port, athlete.id, sport);
    const before = groupOf(group);
    requireSound(before, values);
    const rebuilds = rebuildsHrZones(values);
    return writeValues(ctx, {
      what: `Change settings of ${group.types[0] ?? group.id}`,
      before,
      values,
      notes: [
        ...(group.other === true ? ['These settings apply to every sport that has none of its own.'] : []),
        ...(rebuilds ? ['Intervals.icu rebuilds the heart-rate zones from LTHR and maximum.'] : []),
      ],
      version: group.updated,
      write: (changed) =>
        ctx.port.settings.updateSportSettings({
          athlete: athlete.id,
          group: group.id,
          patch: groupPatch(changed),
          recalculate: rebuilds,
        }),
      readBack: async () => groupOf(await groupFor(ctx.port, athlete.id, group.id)),
    });
  },
});
