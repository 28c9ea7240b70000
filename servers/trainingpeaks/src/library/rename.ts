import { type CallContext, Failure, noted } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireLibrary } from '../client/library/wire.ts';
import { orUndefined } from '../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../workouts/report.ts';

/** What a caller gave without naming a template. */
interface Renaming {
  readonly name: string | undefined;
  /** What only a template could be given. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** Gives a library another name. @throws Failure `bad_input` when a template was meant and not named. */
export async function renameLibrary(
  ctx: Pick<CallContext<TrainingPeaksPort>, 'port' | 'confirm'>,
  { exerciseLibraryId: library, libraryName }: WireLibrary,
  { name, others }: Renaming,
) {
  const meant = Object.entries(others).find(([, value]) => value !== undefined);
  if (name === undefined || meant !== undefined) {
    throw new Failure(
      'bad_input',
      `\`${meant?.[0] ?? 'name'}\` needs ${meant === undefined ? 'a value' : 'a template'}`,
      {
        next: 'add item_id to change a template, or send library_id and name to rename the library',
      },
    );
  }
  const shown = (value: string | null) => ({ library_id: library, library: value });
  if (name === libraryName) {
    return { written: false, item: shown(libraryName), ...noted('Nothing to change: the library has this name.') };
  }
  const changed = [{ field: 'library', before: libraryName, after: name }];
  await ctx.confirm({ summary: `Rename the library "${libraryName}" to "${name}"`, diff: changed });
  await ctx.port.library.rename({ library, name });
  const there = await orUndefined(ctx.port.library.list());
  const stored = there?.items.find(({ exerciseLibraryId }) => exerciseLibraryId === library)?.libraryName;
  return {
    item: shown(stored ?? name),
    changed,
    ...noted(
      ...(there === undefined ? [NOT_READ_BACK] : []),
      ...(stored !== undefined && stored !== name ? [`TrainingPeaks stored the name "${stored}".`] : []),
    ),
  };
}
