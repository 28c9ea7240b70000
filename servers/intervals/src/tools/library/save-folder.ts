import { type CallContext, Failure, noted, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, forWhom, notTaken, writeValues } from '../../answers/change.ts';
import { sharing } from '../../answers/folder-sharing.ts';
import { folderById } from '../../answers/library.ts';
import type { IntervalsPort } from '../../client/index.ts';
import type { WireFolder } from '../../client/wire/library.ts';
import type { Values } from '../../domain/fields/field.ts';
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
  description: 'Creates a workout folder or plan; with folder_id changes or shares it.',
  input: z.object({
    folder_id: z.optional(z.string()),
    values: z.optional(z.record(z.string(), z.unknown())).describe('name, text, visibility…'),
    plan: z.optional(z.boolean()),
    copy_of: z.optional(z.string()),
    share_with: z.optional(z.string()),
    access: z.optional(z.enum(['read', 'edit', 'none'])),
  }),
  output: changeResult,
  examples: [
    { folder_id: '900001', values: { text: 'Sweet spot progressions' } },
    { values: { name: 'Winter base' }, plan: true },
    { folder_id: '900002', share_with: 'i300016' },
  ],
  handler: async (ctx, { folder_id, plan = false, copy_of, share_with, access = 'read', values: given = {} }) => {
    if (folder_id === undefined) return create(ctx, checkedValues(given, folderFields), { plan, copy_of });
    if (share_with !== undefined) return share(ctx, folder_id, { with: share_with, access });
    const athlete = await ctx.athlete();
    const values = checkedValues(given, folderFields);
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
  },
});

type Ctx = CallContext<IntervalsPort>;

function shown(folder: WireFolder): Record<string, unknown> {
  return { folder_id: folder.id, kind: folderRow(folder).kind, ...readFields(folder, folderFields) };
}

async function create(ctx: Ctx, values: Values, { plan, copy_of }: { plan: boolean; copy_of: string | undefined }) {
  const athlete = await ctx.athlete();
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
  const copied = copy_of === undefined ? {} : { copy_folder_id: Number(copy_of) };
  const { id } = await ctx.port.library.createFolder({
    athlete: athlete.id,
    body: { type, ...wireValues(values, folderFields), ...copied },
  });
  const stored = shown(await folderById(ctx.port, athlete.id, id));
  const sent = diff.filter(({ field }) => field in values);
  return present({ item: recorded(stored), ...noted(...notTaken(sent, stored)) }, athlete.units);
}

async function share(ctx: Ctx, folderId: string, wanted: Parameters<typeof sharing>[2]) {
  const athlete = await ctx.athlete();
  const folder = await folderById(ctx.port, athlete.id, folderId);
  const of = { athlete: athlete.id, folder: folderId };
  const found = await sharing(ctx.port, of, wanted);
  const read = async () => {
    const { items } = await ctx.port.library.sharedWith(of);
    return items.map(({ id, name, canEdit }) => ({ id, name, access: canEdit === true ? 'edit' : 'read' }));
  };
  if (found === undefined) {
    const already = noted('Nothing to change: it already is so.');
    return { written: false, item: { folder_id: folderId, shared_with: await read() }, ...already };
  }
  await ctx.confirm({
    summary: `Change whom "${folder.name}" is shared with`,
    diff: [found.change],
    seenByOthers: true,
  });
  const { items } = await ctx.port.library.share({ ...of, people: found.people });
  const taken = items.some(({ id }) => id === wanted.with) === (wanted.access !== 'none');
  return {
    item: {
      folder_id: folderId,
      shared_with: items.map(({ id, canEdit }) => ({ id, access: canEdit === true ? 'edit' : 'read' })),
    },
    changed: [found.change],
    ...noted(...(taken ? [] : ['Intervals.icu answered with another list than was sent.'])),
  };
}
