import { day } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose, workoutResult } from '../../answers/workout-write.ts';
import { editedBody, versionOf } from '../../domain/workouts/body.ts';
import { donePatch, movePatch, planPatch, startPatch } from '../../domain/workouts/edit.ts';
import { differencesBetween } from '../../domain/workouts/fields.ts';
import { editWarnings, sameDay, stepsMismatch } from '../../domain/workouts/warnings.ts';
import { workoutId } from '../../params/index.ts';
import { actual, completed, planShape, sport, stepsAsThere, structure, subtype, title } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';
import { givenSession, givenSport, thresholdsFor } from '../../workouts/given.ts';
import { planningNotes } from '../../workouts/planning-limit.ts';
import { alreadyThere, reportWritten } from '../../workouts/report.ts';
import { requireUnlocked, workoutsUntil } from '../../workouts/stored.ts';

export default defineTool({
  name: 'tp_update_workout',
  title: 'Change a workout',
  toolset: 'workouts',
  effect: 'update',
  userText: ['workout', 'changed'],
  description: 'Changes, moves or completes a workout; what is not named stays.',
  input: z.object({
    workout_id: workoutId,
    date: z.optional(day),
    title: z.optional(title),
    sport: z.optional(sport),
    subtype,
    steps: stepsAsThere.describe('All steps; [] removes them'),
    ...planShape,
    athlete_comment: z.optional(z.string().max(10_000)),
    structure,
    completed,
    actual: z.optional(actual.describe('duration_minutes, distance_km, tss, rpe, feeling, average_hr_bpm…')),
  }),
  output: workoutResult,
  examples: [{ workout_id: '3500000610', title: 'Easy endurance' }],
  handler: async (ctx, { workout_id, date, sport: wanted, subtype: sub, ...edit }) => {
    const athlete = await ctx.athlete();
    const key = { athlete: athlete.id, workout: workout_id };
    const stored = await ctx.port.workouts.getNow(key);
    requireUnlocked(stored);
    const chosen = await givenSport(ctx.port, { sport: wanted, subtype: sub }, stored);
    const sportNow = chosen?.sport ?? stored.workoutTypeValueId;
    const session = await givenSession(ctx.port, athlete.id, sportNow, edit);
    const plan = planPatch(edit, chosen, session);
    const patch = {
      ...plan,
      ...(edit.steps?.length === 0 && edit.structure === undefined && { structure: null }),
      ...movePatch(stored, date),
      ...startPatch(date ?? stored.workoutDay ?? '', edit.start_time),
      ...donePatch(stored, edit, plan),
    };
    const body = editedBody(stored, patch);
    const diff = differencesBetween(stored.whole, body);
    if (diff.length === 0) return alreadyThere(ctx, athlete, stored, 'Nothing to change: the workout already is so.');
    const notes = [
      ...(session?.notes ?? []),
      ...('structure' in patch || 'totalTimePlanned' in patch
        ? stepsMismatch(body, await thresholdsFor(ctx.port, athlete.id, sportNow))
        : []),
    ];
    const moved = 'workoutDay' in patch && date !== undefined;
    const onDay = moved ? await workoutsUntil(ctx, athlete.id, date) : undefined;
    await ctx.confirm({
      summary: `Change workout "${stored.title ?? workout_id}" of ${stored.workoutDay}${whose(athlete)}`,
      diff,
      notes: [
        ...notes,
        ...editWarnings(stored, patch),
        ...(onDay === undefined ? [] : sameDay(onDay.that, stored.workoutId)),
        ...(moved ? await planningNotes(ctx, athlete, [date]) : []),
      ],
      version: versionOf(stored),
      ...((date ?? stored.workoutDay) !== null && { day: date ?? stored.workoutDay ?? '' }),
    });
    await ctx.port.workouts.update({ ...key, body });
    return reportWritten({
      ctx,
      athlete,
      workout: workout_id,
      sent: patch,
      session,
      givenTss: edit.tss_planned !== undefined,
      changed: diff,
      notes,
      ahead: onDay?.ahead,
    });
  },
});
