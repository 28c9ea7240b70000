import { Failure, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { folderById } from '../../answers/library.ts';
import { noted, notesShape } from '../../answers/notes.ts';
import { hasSteps } from '../../domain/calendar/event.ts';
import { workoutOf } from '../../domain/library/workout.ts';
import { sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_import_workout',
  title: 'Import a workout file',
  toolset: 'library',
  effect: 'create',
  files: 'in',
  userText: ['name', 'text', 'steps'],
  description: 'Puts a .zwo, .mrc, .erg or .fit file into a library folder.',
  input: z.object({ file: z.string(), folder_id: z.string(), sport }),
  output: z.object({ written: z.optional(z.boolean()), workout: z.record(z.string(), z.unknown()), ...notesShape }),
  examples: [{ file: 'tempo.zwo', folder_id: '900001', sport: 'Ride' }],
  handler: async (ctx, { file, folder_id, sport }) => {
    const athlete = await ctx.athlete();
    if (!/\.(zwo|mrc|erg|fit)$/i.test(file)) {
      throw new Failure('bad_input', 'The file is not a .zwo, .mrc, .erg or .fit', {
        next: 'name a file of one of these kinds',
      });
    }
    const bytes = await ctx.files.read(file, { maxBytes: 4_000_000 });
    const filename = file.split('/').at(-1) ?? file;
    const name = filename.replace(/\.\w+$/, '');
    const folder = await folderById(ctx.port, athlete.id, folder_id);
    const { items } = await ctx.port.library.listWorkouts({ athlete: athlete.id });
    const twin = items.find((workout) => workout.folder_id === folder_id && workout.name === name);
    if (twin !== undefined) {
      const already = noted('A workout of this name is already in that folder; nothing was written.');
      return { written: false, ...present({ workout: workoutOf(twin) }, athlete.units), ...already };
    }
    await ctx.confirm({
      summary: `Import ${filename} into "${folder.name}"${forWhom(athlete)}`,
      diff: [{ field: 'file', before: null, after: `${filename}, ${bytes.length} bytes` }],
    });
    const { id } = await ctx.port.library.importWorkout({
      athlete: athlete.id,
      folder: folder_id,
      sport,
      filename,
      bytes: new Uint8Array(bytes),
    });
    const stored = await ctx.port.library.getWorkout({ athlete: athlete.id, workout: id });
    return {
      ...present({ workout: workoutOf(stored) }, athlete.units),
      ...noted(...(hasSteps(stored) ? [] : ['Intervals.icu found no steps in the file.'])),
    };
  },
});
