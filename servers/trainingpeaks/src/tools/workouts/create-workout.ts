import * as z from '@core/mcp-kit/schema';
import { whose, workoutResult } from '../../answers/workout-write.ts';
import { newWorkoutDiff } from '../../domain/workouts/fields.ts';
import { sportName } from '../../domain/workouts/sport.ts';
import { sameDay } from '../../domain/workouts/warnings.ts';
import { newWorkoutShape } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';
import { draftOf } from '../../workouts/draft.ts';
import { planningNotes } from '../../workouts/planning-limit.ts';
import { alreadyThere, reportWritten } from '../../workouts/report.ts';
import { workoutsUntil } from '../../workouts/stored.ts';

export default defineTool({
  name: 'tp_create_workout',
  title: 'Plan a workout',
  toolset: 'workouts',
  effect: 'create',
  userText: ['workout'],
  description: 'Plans a workout; steps bring time and TSS.',
  input: z.object(newWorkoutShape),
  output: workoutResult,
  examples: [
    {
      date: '2026-10-20',
      sport: 'Bike',
      title: '2x20 sweet spot',
      steps: [
        { for: '15min', at: 'ramp 50-75% FTP', kind: 'warmup' },
        {
          repeat: 2,
          steps: [
            { for: '20min', at: '88-94% FTP', cadence: '85-95' },
            { for: '5min', at: '50% FTP', kind: 'rest' },
          ],
        },
        { for: '10min', at: '50% FTP', kind: 'cooldown' },
      ],
    },
  ],
  handler: async (ctx, input) => {
    const athlete = await ctx.athlete();
    const { body, session, sport, that, ahead, same } = await draftOf(ctx.port, athlete, input, (date) =>
      workoutsUntil(ctx, athlete.id, date),
    );
    if (same !== undefined) {
      return alreadyThere(ctx, athlete, same, 'This workout is already on that day; nothing was written.');
    }
    await ctx.confirm({
      summary: `Plan "${input.title}" (${sportName(sport)}) on ${input.date}${whose(athlete)}`,
      diff: newWorkoutDiff(body),
      notes: [
        ...(session?.notes ?? []),
        ...sameDay(that, undefined),
        ...(await planningNotes(ctx, athlete, [input.date])),
      ],
      day: input.date,
    });
    const { workoutId: workout } = await ctx.port.workouts.create({ athlete: athlete.id, body });
    return reportWritten({
      ctx,
      athlete,
      workout,
      sent: body,
      session,
      givenTss: input.tss_planned !== undefined,
      notes: session?.notes ?? [],
      ahead,
    });
  },
});
