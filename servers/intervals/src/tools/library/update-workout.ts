import { noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { workoutText } from '../../answers/workout-text.ts';
import { editedWorkout } from '../../domain/calendar/edited-workout.ts';
import { compileWorkout, storedLosses } from '../../domain/calendar/planned-workout.ts';
import { differences } from '../../domain/calendar/read-back.ts';
import { workoutSettings } from '../../domain/calendar/settings.ts';
import { changes } from '../../domain/fields/write.ts';
import { workoutOf } from '../../domain/library/workout.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_workout',
  title: 'Change a library workout',
  toolset: 'library',
  effect: 'update',
  userText: ['name', 'text', 'steps', 'tags'],
  description: 'Changes a library workout.',
  input: z.object({
    workout_id: z.string().describe('Of icu_get_workout_library'),
    name: z.optional(z.string().min(1).max(80)),
    steps: z.optional(z.array(z.unknown())),
    description: z.optional(z.string().max(2000)),
    folder_id: z.optional(z.string()),
    plan_day: z.optional(z.number().int()),
    tags: z.optional(z.array(z.string())),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    workout: z.record(z.string(), z.unknown()),
    changed: z.optional(z.array(z.unknown())),
    ...notesShape,
  }),
  examples: [{ workout_id: '900010', name: 'SST 3 x 12', tags: ['sweet spot'] }],
  text: workoutText,
  handler: async (ctx, { workout_id, name, steps, description, folder_id, plan_day, tags }) => {
    const athlete = await ctx.athlete();
    const read = () => ctx.port.library.getWorkout({ athlete: athlete.id, workout: workout_id });
    const workout = await read();
    const settings = workoutSettings(
      await ctx.port.athletes.profile({ athlete: athlete.id }),
      workout.type ?? 'Other',
      workout.indoor === true,
    );
    const compiled =
      steps === undefined && description === undefined
        ? undefined
        : compileWorkout(editedWorkout(workout, name ?? workout.name ?? '', { steps, description }), settings);
    const rewritten = compiled !== undefined && compiled.text.trim() !== (workout.description ?? '').trim();
    const before = {
      name: workout.name,
      folder_id: workout.folder_id,
      plan_day: workout.day === null ? null : workout.day + 1,
      tags: workout.tags,
    };
    const wanted = Object.fromEntries(
      Object.entries({ name, folder_id, plan_day, tags }).filter(([, value]) => value !== undefined),
    );
    const diff = [
      ...changes(before, wanted),
      ...(rewritten ? [{ field: 'text', before: workout.description, after: compiled.text }] : []),
    ];
    if (diff.length === 0) {
      const already = noted('Nothing to change: it already is so.');
      return { written: false, ...present({ workout: workoutOf(workout) }, athlete.units), ...already };
    }
    await ctx.confirm({
      summary: `Change library workout "${workout.name ?? workout.id}"${forWhom(athlete)}`,
      diff,
      notes: [
        ...(compiled?.notes ?? []),
        ...(rewritten ? storedLosses(workout).map((loss) => `Rewriting drops ${loss}`) : []),
      ],
      ...(workout.updated !== null && { version: workout.updated }),
    });
    const fields = new Set(diff.map(({ field }) => field));
    await ctx.port.library.updateWorkout({
      athlete: athlete.id,
      workout: workout.id,
      patch: {
        ...(fields.has('name') && { name }),
        ...(fields.has('folder_id') && { folder_id: Number(folder_id) }),
        ...(fields.has('plan_day') && { day: plan_day! - 1 }),
        ...(fields.has('tags') && { tags }),
        ...(rewritten && { description: compiled.text }),
      },
    });
    const stored = await read();
    const lost = rewritten ? differences(compiled, stored, settings) : [];
    return {
      ...present({ workout: workoutOf(stored), changed: diff }, athlete.units),
      ...noted(...(compiled?.notes ?? []), ...lost),
    };
  },
});
