import { Failure, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noted, notesShape } from '../../answers/notes.ts';
import { compareColumns, compareRow, spreads } from '../../domain/ride/compare.ts';
import { thresholdsOnRide } from '../../domain/ride/thresholds-on-ride.ts';
import { thresholdsOf } from '../../domain/thresholds.ts';
import { activityId } from '../../params/ride.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_compare_activities',
  title: 'Compare activities',
  toolset: 'activities',
  effect: 'read',
  description: 'Two to five rides side by side: power, load, heart rate, and by how much they differ.',
  input: z.object({ activity_ids: z.array(activityId).min(2).max(5) }),
  output: z.object({ ...rowsShape, spread_pct: z.record(z.string(), z.number()), ...notesShape }),
  examples: [{ activity_ids: ['41200581', '41200577'] }],
  handler: async (ctx, { activity_ids }) => {
    const rides = [...new Set(activity_ids)];
    if (rides.length < 2) {
      throw new Failure('bad_input', 'activity_ids names one ride only', { next: 'give two different ids' });
    }
    const { units } = await ctx.athlete();
    const [outcomes, details, training] = await Promise.all([
      ctx.port.rides.derive(rides, { onProgress: ctx.progress }),
      Promise.all(rides.map((ride) => ctx.port.activities.detail({ ride }))),
      ctx.port.profile.training(),
    ]);
    const { runLthr } = training.member;
    const today = thresholdsOf(training, ctx.port.thresholdSettings);
    const rows = outcomes.flatMap((outcome, k) =>
      outcome.state === 'done'
        ? [
            compareRow(
              outcome.ride,
              outcome.derived,
              thresholdsOnRide({ derived: outcome.derived, detail: details[k], today, runLthr }),
            ),
          ]
        : [],
    );
    const damaged = outcomes.flatMap((outcome) =>
      outcome.state === 'done' && outcome.derived.problems.length > 0 ? [outcome] : [],
    );
    const failed = outcomes.flatMap((outcome) => (outcome.state === 'failed' ? [outcome] : []));
    return {
      ...present(toRows(rows, compareColumns), units),
      spread_pct: spreads(rows),
      ...noted(
        'spread_pct: highest against lowest, of the values in metric units.',
        ...damaged.map(
          ({ ride, derived }) =>
            `The file of ride ${ride} is damaged (${derived.problems.join(', ')}); what it lost is missing from its values.`,
        ),
        ...failed.map(({ ride, failure }) => `Ride ${ride} is missing: ${failure.message}.`),
      ),
    };
  },
});
