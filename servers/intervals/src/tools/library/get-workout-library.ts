import { noted, notesShape, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { firstRows } from '../../answers/first-rows.ts';
import { folderColumns, folderRow } from '../../domain/library/folder.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_workout_library',
  title: 'Workout library',
  toolset: 'library',
  effect: 'read',
  userText: ['name', 'text', 'shared_with'],
  description: 'Folders and plans; folder_id: whom it is shared with.',
  input: z.object({ folder_id: z.optional(z.string()) }),
  output: z.object({
    ...rowsShape,
    shared_with: z.optional(z.array(z.record(z.string(), z.unknown()))),
    ...notesShape,
  }),
  examples: [{}, { folder_id: '900002' }],
  handler: async (ctx, { folder_id }) => {
    const athlete = await ctx.athlete();
    const { items, skipped } = await ctx.port.library.listFolders({ athlete: athlete.id });
    const shown = items.filter(({ id }) => folder_id === undefined || id === folder_id);
    const { rows, cut } = firstRows(shown);
    const people =
      folder_id === undefined
        ? undefined
        : await ctx.port.library.sharedWith({ athlete: athlete.id, folder: folder_id });
    return {
      ...toRows(rows.map(folderRow), folderColumns),
      ...(people && {
        shared_with: people.items.map(({ id, name, canEdit }) => ({ id, name, may_edit: canEdit === true })),
      }),
      ...noted(
        ...cut,
        ...skippedNote(skipped, 'folders'),
        ...(shown.length === 0 ? ['There are no folders or plans.'] : []),
      ),
    };
  },
});
