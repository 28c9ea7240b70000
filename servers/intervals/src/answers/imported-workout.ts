import { type CallContext, Failure } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import type { WireWorkout } from '../client/wire/library.ts';
import { hasSteps } from '../domain/calendar/event.ts';
import { forWhom } from './change.ts';
import { folderById } from './library.ts';

export interface Import {
  readonly file: string;
  readonly folder: string;
  readonly sport: string;
}

export interface Imported {
  readonly workout: WireWorkout;
  readonly written: boolean;
  readonly notes: readonly string[];
}

/**
 * Puts a workout file of the user into a folder, once: the platform reads it.
 *
 * @throws Failure `bad_input` for another kind of file, `not_found` for a file or folder that is not there.
 */
export async function importWorkout(
  ctx: CallContext<IntervalsPort>,
  { file, folder: id, sport }: Import,
): Promise<Imported> {
  const athlete = await ctx.athlete();
  if (!/\.(zwo|mrc|erg|fit)$/i.test(file)) {
    throw new Failure('bad_input', 'The file is not a .zwo, .mrc, .erg or .fit', {
      next: 'name a file of one of these kinds',
    });
  }
  const bytes = await ctx.files.read(file, { maxBytes: 4_000_000 });
  const filename = file.split('/').at(-1) ?? file;
  const name = filename.replace(/\.\w+$/, '');
  const folder = await folderById(ctx.port, athlete.id, id);
  const { items } = await ctx.port.library.listWorkouts({ athlete: athlete.id });
  const twin = items.find((workout) => workout.folder_id === id && workout.name === name);
  if (twin !== undefined) {
    const already = 'A workout of this name is already in that folder; nothing was written.';
    return { workout: twin, written: false, notes: [already] };
  }
  await ctx.confirm({
    summary: `Import ${filename} into "${folder.name}"${forWhom(athlete)}`,
    diff: [{ field: 'file', before: null, after: `${filename}, ${bytes.length} bytes` }],
  });
  const created = await ctx.port.library.importWorkout({
    athlete: athlete.id,
    folder: id,
    sport,
    filename,
    bytes: new Uint8Array(bytes),
  });
  const workout = await ctx.port.library.getWorkout({ athlete: athlete.id, workout: created.id });
  return { workout, written: true, notes: hasSteps(workout) ? [] : ['Intervals.icu found no steps in the file.'] };
}
