import { Failure, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { versionOf } from '../../domain/version.ts';
import { requireItem, requireOwnLibrary } from '../../library/stored.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_delete_library',
  title: 'Delete a template or library',
  toolset: 'library',
  effect: 'delete',
  athleteScope: 'none',
  userText: ['name'],
  description: 'Deletes one template for good; with all: true the library and its templates.',
  input: z.object({ library_id: numericId, item_id: z.optional(numericId), all: z.optional(z.boolean()) }),
  output: z.object({
    written: z.optional(z.boolean()),
    deleted: z.boolean(),
    name: z.string().nullable(),
    templates: z.number(),
    ...notesShape,
  }),
  examples: [{ library_id: '2100001', item_id: '12300001' }],
  handler: async (ctx, { library_id: library, item_id: item, all = false }) => {
    const { libraryName } = await requireOwnLibrary(ctx.port, library);
    const { items, skipped } = await ctx.port.library.items({ library });
    const one = item === undefined ? undefined : await requireItem(ctx.port, library, item);
    const templates = one === undefined ? items.length + skipped : 1;
    requireClear({ item, all, templates });
    const name = one === undefined ? libraryName : one.itemName;
    await ctx.confirm({
      summary:
        one === undefined
          ? `Delete the library "${name}" with ${templates} ${templates === 1 ? 'template' : 'templates'}; workouts on calendars stay`
          : `Delete the template "${name}" of the library "${libraryName}"; workouts made from it stay`,
      diff: [],
      notes: one === undefined ? items.slice(0, 20).map(({ itemName }) => `Goes too: ${itemName}`) : [],
      version: versionOf(one?.whole ?? items.map(({ whole }) => whole)),
    });
    if (item === undefined) await ctx.port.library.remove({ library });
    else await ctx.port.library.removeItem({ library, item });
    const left = await orUndefined(
      item === undefined
        ? ctx.port.library
            .list()
            .then((there) => there.items.some(({ exerciseLibraryId }) => exerciseLibraryId === library))
        : ctx.port.library
            .items({ library })
            .then((there) => there.items.some(({ exerciseLibraryItemId }) => exerciseLibraryItemId === item)),
    );
    return {
      deleted: left !== true,
      name,
      templates,
      ...noted(
        ...(left === undefined ? [NOT_READ_BACK] : []),
        ...(left === true ? ['TrainingPeaks confirmed the deletion, yet still lists it.'] : []),
      ),
    };
  },
});

interface Asked {
  readonly item: string | undefined;
  readonly all: boolean;
  readonly templates: number;
}

/** A forgotten `item_id` must not cost a library. */
function requireClear({ item, all, templates }: Asked): void {
  if (item !== undefined && all) {
    throw new Failure('bad_input', 'Both `item_id` and `all` are given', {
      next: 'send item_id for one template, or all: true for the library',
    });
  }
  if (item !== undefined || all || templates === 0) return;
  throw new Failure('bad_input', `The library holds ${templates} ${templates === 1 ? 'template' : 'templates'}`, {
    next: 'add item_id to delete one, or all: true to delete them with the library',
  });
}
