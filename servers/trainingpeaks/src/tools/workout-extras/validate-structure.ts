import { Failure, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { reasonFor } from '../../domain/workouts/planned-by.ts';
import { resolvedSteps } from '../../domain/workouts/resolved.ts';
import { shownTotals } from '../../domain/workouts/session.ts';
import { requireSportId } from '../../domain/workouts/sport.ts';
import { sport, stepsAsThere, structure } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';
import { givenSession, thresholdsFor } from '../../workouts/given.ts';

export default defineTool({
  name: 'tp_validate_structure',
  title: 'Check a structured workout',
  toolset: 'workout-extras',
  effect: 'read',
  userText: ['steps'],
  description: 'Checks steps without writing: targets of the athlete, time, TSS.',
  input: z.object({ sport: z.optional(sport), steps: stepsAsThere, structure }),
  output: z.object({
    valid: z.boolean(),
    steps: z.array(z.unknown()),
    targets: z.array(z.string()),
    planned: z.record(z.string(), z.unknown()),
    own: z.record(z.string(), z.unknown()),
    why: z.optional(z.string()),
    intensity_metric: z.string(),
    ...notesShape,
  }),
  examples: [
    {
      sport: 'Bike',
      steps: [
        { for: '10min', at: '50-65% FTP' },
        {
          repeat: 4,
          steps: [
            { for: '5min', at: '100-108% FTP' },
            { for: '3min', at: '50% FTP' },
          ],
        },
      ],
    },
  ],
  handler: async (ctx, { sport: wanted = 'Bike', ...given }) => {
    const athlete = await ctx.athlete();
    const id = requireSportId(wanted);
    const session = await givenSession(ctx.port, athlete.id, id, given);
    if (session === undefined) {
      throw new Failure('bad_input', 'There is nothing to check', {
        next: 'send steps: [{"for":"10min","at":"55% FTP"}] or a structure',
      });
    }
    const { seconds, tss } = session.totals;
    const why = reasonFor({ time_s: seconds, tss }, session, false);
    const thresholds = await thresholdsFor(ctx.port, athlete.id, id);
    return present(
      {
        valid: true,
        ...shownTotals(session),
        targets: resolvedSteps(session.workout, thresholds, athlete.units),
        intensity_metric: session.structure.primaryIntensityMetric,
        ...(why !== undefined && { why }),
        ...noted(...session.notes),
      },
      athlete.units,
    );
  },
});
