import { Failure, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, forWhom, notTaken, writeValues } from '../../answers/change.ts';
import { folderById } from '../../answers/library.ts';
import { noted } from '../../answers/notes.ts';
import type { WireFolder } from '../../client/wire/library.ts';
import { readFields } from '../../domain/fields/read.ts';
import { changes, checkedValues, wireValues } from '../../domain/fields/write.ts';
import { folderFields, folderRow } from '../../domain/library/folder.ts';
import { recorded } from '../../domain/recorded.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_save_folder',
  title: 'Create or change a folder',
  toolset: 'library',
  effect: 'update',
  userText: ['name', 'text'],
  description: 'Creates a workout folder or plan, or with folder_id changes it.',
  input: z.object({
    folder_id: z.optional(z.string()),
    plan: z.optional(z.boolean()),
    copy_of: z.optional(z.string()),
    values: z.record(z.string(), z.unknown()).describe('name, text, visibility, weeks…'),
  }),
  output: changeResult,
  examples: [
    { folder_id: '900001', values: { text: 'Sweet spot progressions' } },
    { values: { name: 'Winter base' }, plan: true },
  ],
  handler: async (ctx, { folder_id, plan = false, copy_of, values: given }) => {
    const athlete = await ctx.athlete();
    const values = checkedValues(given, folderFields);
    const shown = (folder: WireFolder): Record<string, unknown> => ({
      folder_id: folder.id,
      kind: folderRow(folder).kind,
      ...readFields(folder, folderFields),
    });
    if (folder_id !== undefined) {
      const read = async () => shown(await folderById(ctx.port, athlete.id, folder_id));
      const before = await read();
      return writeValues(ctx, {
        what: `Change folder "${String(before.name ?? folder_id)}"`,
        before,
        values,
        write: (changed) =>
          ctx.port.library.updateFolder({
            athlete: athlete.id,
            folder: folder_id,
            patch: wireValues(changed, folderFields),
          }),
        readBack: read,
        seenByOthers: values.visibility === 'PUBLIC',
      });
    }
    const { name } = values;
    if (typeof name !== 'string' || name === '') {
      throw new Failure('bad_input', 'A new folder needs a name', { next: 'add {"name": "Winter base"} to values' });
    }
    const type = plan ? 'PLAN' : 'FOLDER';
    const original = copy_of === undefined ? undefined : await folderById(ctx.port, athlete.id, copy_of);
    const { items } = await ctx.port.library.listFolders({ athlete: athlete.id });
    const twin = items.find((folder) => folder.name === name && folder.type === type);
    if (twin !== undefined) {
      const already = noted('A folder of this name is already there; nothing was written.');
      return { written: false, item: recorded(shown(twin)), ...already };
    }
    const diff = changes({}, { kind: type.toLowerCase(), ...values, ...(original && { copy_of: original.name }) });
    await ctx.confirm({
      summary: `Create ${type.toLowerCase()} "${name}"${forWhom(athlete)}`,
      diff,
      seenByOthers: values.visibility === 'PUBLIC',
    });
    const { id } = await ctx.port.library.createFolder({
      athlete: athlete.id,
      body: {
        type,
        ...wireValues(values, folderFields),
        ...(copy_of !== undefined && { copy_folder_id: Number(copy_of) }),
      },
    });
    const stored = shown(await folderById(ctx.port, athlete.id, id));
    return present(
      {
        item: recorded(stored),
        ...noted(
          ...notTaken(
            diff.filter(({ field }) => field in values),
            stored,
          ),
        ),
      },
      athlete.units,
    );
  },
});
