import * as z from '@core/mcp-kit/schema';
import { itemResult, itemThere, reportItem } from '../../answers/template-write.ts';
import { asTemplate, templateDiff, templatePatch } from '../../domain/library/template.ts';
import { versionOf } from '../../domain/version.ts';
import { renameLibrary } from '../../library/rename.ts';
import { requireItem, requireOwnLibrary } from '../../library/stored.ts';
import { numericId } from '../../params/index.ts';
import { templateName, templateShape, templateSport } from '../../params/template.ts';
import { defineTool } from '../../tool.ts';
import { givenSession, givenSport } from '../../workouts/given.ts';

export default defineTool({
  name: 'tp_update_library_item',
  title: 'Change a template or library',
  toolset: 'library',
  effect: 'update',
  athleteScope: 'none',
  userText: ['item', 'changed'],
  description: 'Changes or moves a template; without item_id renames the library.',
  input: z.object({
    library_id: numericId,
    item_id: z.optional(numericId),
    to_library_id: z.optional(numericId),
    name: z.optional(templateName),
    sport: templateSport,
    ...templateShape,
  }),
  output: itemResult,
  examples: [{ library_id: '2100001', item_id: '12300001', name: 'Sweet spot 3x12' }],
  handler: async (ctx, { library_id, item_id, to_library_id, sport, subtype, ...edit }) => {
    const me = await ctx.self();
    const library = await requireOwnLibrary(ctx.port, library_id);
    if (item_id === undefined) {
      const others = { ...edit, name: undefined, sport, subtype, to_library_id };
      return renameLibrary(ctx, library, { name: edit.name, others });
    }
    const stored = await requireItem(ctx.port, library_id, item_id);
    const target = to_library_id ?? library_id;
    const moved = target !== library_id;
    const to = moved ? await requireOwnLibrary(ctx.port, target) : library;
    const asWorkout = { workoutTypeValueId: stored.workoutTypeId };
    const chosen = await givenSport(ctx.port, { sport, subtype }, asWorkout);
    const session = await givenSession(ctx.port, me.id, chosen?.sport ?? stored.workoutTypeId, edit);
    const emptied = edit.steps?.length === 0 && edit.structure === undefined ? { structure: null } : {};
    const patch = { ...asTemplate({ ...templatePatch(edit, chosen, session), ...emptied }) };
    const body = { ...stored.whole, ...patch, exerciseLibraryId: Number(target) };
    const diff = [
      ...templateDiff(stored.whole, body),
      ...(moved ? [{ field: 'library', before: library.libraryName, after: to.libraryName }] : []),
    ];
    if (diff.length === 0) {
      return itemThere(stored, library_id, me.units, 'Nothing to change: the template already is so.');
    }
    const notes = session?.notes ?? [];
    await ctx.confirm({
      summary: `Change the template "${stored.itemName}" of the library "${library.libraryName}"`,
      diff,
      notes: [...notes],
      version: versionOf(stored.whole),
    });
    await ctx.port.library.updateItem({ library: library_id, item: item_id, body });
    const written = { library: target, id: item_id, sent: body, notes, changed: diff };
    return reportItem({ port: ctx.port, units: me.units }, written);
  },
});
