import { Failure, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { importWorkout } from '../../answers/imported-workout.ts';
import { folderById } from '../../answers/library.ts';
import { workoutText } from '../../answers/workout-text.ts';
import { compileWorkout, readDraft } from '../../domain/calendar/planned-workout.ts';
import { differences } from '../../domain/calendar/read-back.ts';
import { workoutSettings } from '../../domain/calendar/settings.ts';
import { newWorkoutDiff } from '../../domain/calendar/workout-diff.ts';
import { workoutOf } from '../../domain/library/workout.ts';
import { sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_create_workout',
  title: 'Create a library workout',
  toolset: 'library',
  effect: 'create',
  files: 'in',
  userText: ['name', 'text', 'steps'],
  description: 'Puts a workout into a library folder or plan, by steps or from a file.',
  input: z.object({
    folder_id: z.string(),
    sport,
    name: z.optional(z.string().min(1).max(80)),
    steps: z.optional(z.array(z.unknown())).describe('As icu_create_planned_workout'),
    file: z.optional(z.string()),
    description: z.optional(z.string().max(2000)),
    plan_day: z.optional(z.number().int()),
  }),
  output: z.object({ written: z.optional(z.boolean()), workout: z.record(z.string(), z.unknown()), ...notesShape }),
  examples: [
    { folder_id: '900001', sport: 'Ride', name: 'Over-unders', steps: [{ for: '40min', at: '95% FTP' }] },
    { folder_id: '900001', sport: 'Ride', file: 'tempo.zwo' },
  ],
  text: workoutText,
  handler: async (ctx, { folder_id, plan_day, file, sport, name, steps, description }) => {
    const athlete = await ctx.athlete();
    if (file !== undefined) {
      const { workout, written, notes } = await importWorkout(ctx, { file, folder: folder_id, sport });
      return { written, ...present({ workout: workoutOf(workout) }, athlete.units), ...noted(...notes) };
    }
    if (name === undefined || steps === undefined) {
      throw new Failure('bad_input', 'A workout needs name and steps, or a file', {
        next: 'send name and steps: [{"for":"40min","at":"95% FTP"}]',
      });
    }
    const draft = { sport, name, steps, description };
    const workout = readDraft(draft);
    const [folder, profile, library] = await Promise.all([
      folderById(ctx.port, athlete.id, folder_id),
      ctx.port.athletes.profile({ athlete: athlete.id }),
      ctx.port.library.listWorkouts({ athlete: athlete.id }),
    ]);
    if (plan_day !== undefined && folder.type !== 'PLAN') {
      throw new Failure('bad_input', `"${folder.name}" is a folder, which has no days`, { next: 'leave plan_day out' });
    }
    const settings = workoutSettings(profile, draft.sport, false);
    const compiled = compileWorkout(workout, settings);
    const twin = library.items.find(
      (each) =>
        each.folder_id === folder_id &&
        each.name === draft.name &&
        (each.description ?? '').trim() === compiled.text.trim() &&
        (plan_day === undefined || each.day === plan_day - 1),
    );
    if (twin !== undefined) {
      const already = noted('This workout is already in that folder; nothing was written.');
      return { written: false, ...present({ workout: workoutOf(twin) }, athlete.units), ...already };
    }
    await ctx.confirm({
      summary: `Put "${draft.name}" (${draft.sport}) into "${folder.name}"${forWhom(athlete)}`,
      diff: newWorkoutDiff(compiled),
      ...(compiled.notes.length > 0 && { notes: compiled.notes }),
    });
    const { id } = await ctx.port.library.createWorkout({
      athlete: athlete.id,
      body: {
        folder_id: Number(folder_id),
        type: draft.sport,
        name: draft.name,
        description: compiled.text,
        ...(plan_day !== undefined && { day: plan_day - 1 }),
      },
    });
    const stored = await ctx.port.library.getWorkout({ athlete: athlete.id, workout: id });
    return {
      ...present({ workout: workoutOf(stored) }, athlete.units),
      ...noted(...compiled.notes, ...differences(compiled, stored, settings)),
    };
  },
});
