import { noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { WirePowerModel } from '../../client/wire/plot.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { orUndefined } from '../../domain/or-undefined.ts';
import { recorded } from '../../domain/recorded.ts';
import { kilojoules } from '../../domain/si.ts';
import { activityId, sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const group = z.optional(z.record(z.string(), z.unknown()));

export default defineTool({
  name: 'icu_get_models',
  title: 'Models of the platform',
  toolset: 'analysis',
  effect: 'read',
  description: 'Power model behind %MMP steps; with activity_id the models of its heart-rate load and spike removal.',
  input: z.object({ activity_id: z.optional(activityId), sport: z.optional(sport) }),
  output: z.object({ mmp_model: group, hr_load_model: group, power_spike_model: group, ...notesShape }),
  examples: [{ sport: 'Ride' }, { activity_id: 'i89000582' }],
  handler: async (ctx, { activity_id, sport = 'Ride' }) => {
    const athlete = await ctx.athlete();
    if (activity_id === undefined) {
      const model = await orUndefined(ctx.port.plots.mmpModel({ athlete: athlete.id, sport }));
      if (model === undefined) return noted(`A power model of ${sport} is not available: there is no FTP or no power.`);
      return present({ mmp_model: shown(model) }, athlete.units);
    }
    await readableActivity(ctx.port, activity_id, athlete);
    const [load, spikes] = await Promise.all([
      orUndefined(ctx.port.plots.hrLoadModel({ activity: activity_id })),
      orUndefined(ctx.port.plots.powerSpikeModel({ activity: activity_id })),
    ]);
    return present(
      {
        ...(load && {
          hr_load_model: recorded({
            type: load.type,
            load: load.icu_training_load,
            trained_on: load.trainingDataCount,
          }),
        }),
        ...(spikes && { power_spike_model: shown(spikes) }),
        ...noted(
          ...(load ? [] : ['A model of heart-rate load is not available: no heart rate was recorded.']),
          ...(spikes ? [] : ['A model of power spikes is not available: no power was recorded.']),
        ),
      },
      athlete.units,
    );
  },
});

function shown(model: WirePowerModel): Record<string, unknown> {
  return recorded({
    type: model.type,
    critical_power_w: model.criticalPower,
    w_prime_kj: kilojoules(model.wPrime),
    max_power_w: model.pMax,
    ftp_w: model.ftp,
  });
}
