import * as z from '@core/mcp-kit/schema';
import { changeResult, writeValues } from '../../answers/change.ts';
import { athleteFields, athleteSettings, requireTimeZone, withPlatformUnits } from '../../domain/athlete/settings.ts';
import { checkedValues, wireValues } from '../../domain/fields/write.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_athlete',
  title: 'Change the profile',
  toolset: 'settings',
  effect: 'update',
  userText: ['bio'],
  description: 'Sets profile and device settings.',
  input: z.object({
    values: z.record(z.string(), z.unknown()).describe('weight_kg, time_zone, units, send_workouts_to_garmin…'),
  }),
  output: changeResult,
  examples: [{ values: { resting_hr_bpm: 45 } }],
  handler: async (ctx, { values: given }) => {
    const athlete = await ctx.athlete();
    const values = checkedValues(withPlatformUnits(given), athleteFields);
    requireTimeZone(values);
    const read = async () => athleteSettings(await ctx.port.settings.getAthleteSettings({ athlete: athlete.id }));
    const before = await read();
    return writeValues(ctx, {
      what: 'Change the profile',
      before,
      values,
      write: (changed) =>
        ctx.port.settings.updateAthlete({ athlete: athlete.id, patch: wireValues(changed, athleteFields) }),
      readBack: read,
      notes:
        values.time_zone === undefined ? [] : ['Days of this athlete are counted in the new time zone from now on.'],
    });
  },
});
