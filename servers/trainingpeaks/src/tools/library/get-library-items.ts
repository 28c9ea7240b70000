import { Failure, noted, notesShape, present, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { itemColumns, itemRow, shownItem } from '../../domain/library/template.ts';
import { itemsOf } from '../../library/stored.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_library_items',
  title: 'Workout templates',
  toolset: 'library',
  effect: 'read',
  athleteScope: 'none',
  paged: { limit: 30, max: 200 },
  userText: ['name', 'session', 'item'],
  description: 'Templates of one or all libraries; item_id: one in full.',
  input: z.object({ library_id: z.optional(numericId), query: z.optional(z.string()), item_id: z.optional(numericId) }),
  output: z.object({ ...rowsShape, item: z.optional(z.record(z.string(), z.unknown())), ...notesShape }),
  examples: [{ library_id: '2100001' }, { query: 'sweet spot' }, { library_id: '2100001', item_id: '12300001' }],
  handler: async (ctx, { library_id, query = '', item_id }) => {
    const [{ items, skipped }, { units }] = await Promise.all([itemsOf(ctx.port, library_id), ctx.self()]);
    const wanted = query.trim().toLowerCase();
    const found = items.filter(
      ({ item }) =>
        (item.itemName ?? '').toLowerCase().includes(wanted) &&
        (item_id === undefined || item.exerciseLibraryItemId === item_id),
    );
    const one = item_id === undefined ? undefined : found[0];
    if (item_id !== undefined && one === undefined) {
      throw new Failure('not_found', `There is no template ${item_id}`, {
        next: 'leave item_id out to list what there is',
      });
    }
    const full = one === undefined ? undefined : shownItem(one.item, one.library);
    return present(
      {
        ...toRows(
          found.map(({ item, library }) => itemRow(item, library)),
          itemColumns,
        ),
        ...(full !== undefined && { item: full.item }),
        ...noted(...(full?.losses ?? []), ...skippedNote(skipped, 'templates')),
      },
      units,
    );
  },
});
