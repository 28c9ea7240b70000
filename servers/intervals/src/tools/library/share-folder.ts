import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { folderById } from '../../answers/library.ts';
import { noted, notesShape } from '../../answers/notes.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_share_folder',
  title: 'Share a folder',
  toolset: 'library',
  effect: 'send',
  userText: ['shared_with'],
  description: 'Shares a folder or plan with one athlete, or with remove: true no longer.',
  input: z.object({
    folder_id: z.string(),
    with_athlete_id: z.string(),
    may_edit: z.optional(z.boolean()),
    remove: z.optional(z.boolean()),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    shared_with: z.array(z.record(z.string(), z.unknown())),
    ...notesShape,
  }),
  examples: [{ folder_id: '900002', with_athlete_id: 'i300016' }],
  handler: async (ctx, { folder_id, with_athlete_id, may_edit = false, remove = false }) => {
    const athlete = await ctx.athlete();
    const [folder, { items: people }, { items: roster }] = await Promise.all([
      folderById(ctx.port, athlete.id, folder_id),
      ctx.port.library.sharedWith({ athlete: athlete.id, folder: folder_id }),
      ctx.port.athletes.list(),
    ]);
    const who = roster.find(({ id }) => id === with_athlete_id) ?? people.find(({ id }) => id === with_athlete_id);
    if (who === undefined) {
      throw new Failure('not_found', `No athlete ${with_athlete_id.slice(0, 20)} can be seen with this key`, {
        next: 'take with_athlete_id from icu_list_athletes',
      });
    }
    const shown = people.map(({ id, name, canEdit }) => ({ id, name, may_edit: canEdit === true }));
    const now = people.find(({ id }) => id === who.id);
    if (remove ? now === undefined : now !== undefined && (now.canEdit === true) === may_edit) {
      return { written: false, shared_with: shown, ...noted('Nothing to change: it already is so.') };
    }
    await ctx.confirm({
      summary: `${remove ? 'Stop sharing' : 'Share'} "${folder.name}" with ${who.name ?? who.id}`,
      diff: [
        {
          field: `shared with ${who.id}`,
          before: now === undefined ? null : accessOf(now.canEdit === true),
          after: remove ? null : accessOf(may_edit),
        },
      ],
      seenByOthers: true,
    });
    const others = people
      .filter(({ id }) => id !== who.id)
      .map(({ id, canEdit }) => ({ id, canEdit: canEdit === true }));
    const { items: stored } = await ctx.port.library.share({
      athlete: athlete.id,
      folder: folder_id,
      people: remove ? others : [...others, { id: who.id, canEdit: may_edit }],
    });
    const taken = stored.some(({ id }) => id === who.id) !== remove;
    return {
      shared_with: stored.map(({ id, name, canEdit }) => ({ id, name: name ?? null, may_edit: canEdit === true })),
      ...noted(...(taken ? [] : ['Intervals.icu answered with another list than was sent.'])),
    };
  },
});

const accessOf = (edit: boolean) => (edit ? 'may edit' : 'may read');
