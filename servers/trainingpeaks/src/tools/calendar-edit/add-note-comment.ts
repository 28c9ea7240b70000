import { Failure, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { commentRow } from '../../domain/calendar/note.ts';
import { recorded } from '../../domain/recorded.ts';
import { versionOf } from '../../domain/version.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_add_note_comment',
  title: 'Comment on a note',
  toolset: 'calendar-edit',
  effect: 'send',
  userText: ['comment', 'from'],
  description: 'Comments on a calendar note, or with comment_id rewrites a comment; others see it.',
  input: z.object({
    note_id: numericId,
    comment: z.string().min(1).max(4000),
    comment_id: z.optional(numericId),
  }),
  output: z.object({ comment: z.record(z.string(), z.unknown()), ...notesShape }),
  examples: [{ note_id: '39000003', comment: 'Have a good trip.' }],
  handler: async (ctx, { note_id, comment, comment_id }) => {
    const athlete = await ctx.athlete();
    const thread = async () => (await ctx.port.notes.comments({ athlete: athlete.id, note: note_id })).items;
    const [note, before] = await Promise.all([ctx.port.notes.get({ athlete: athlete.id, note: note_id }), thread()]);
    const old = before.find((each) => each.calendarNoteCommentStreamId === comment_id);
    if (comment_id !== undefined && old === undefined) {
      throw new Failure('not_found', `Note ${note_id} has no comment ${comment_id}`, {
        next: 'get the ids from tp_get_note_comments',
      });
    }
    const whose = athlete.isSelf ? 'your' : `${athlete.name}'s`;
    await ctx.confirm({
      summary: `${old === undefined ? 'Comment on' : 'Rewrite a comment on'} ${whose} note "${note.title}" of ${note.noteDate}`,
      diff: [{ field: 'comment', before: comment_id === undefined ? null : (old?.comment ?? null), after: comment }],
      seenByOthers: true,
      version: versionOf(before),
    });
    await ctx.port.notes.saveComment({ athlete: athlete.id, note: note_id, text: comment, comment: comment_id });
    const known = new Set(before.map((each) => each.calendarNoteCommentStreamId));
    const after = await orUndefined(thread());
    if (after === undefined) return { comment: { comment }, ...noted(NOT_READ_BACK) };
    const stored = after.find(
      (each) =>
        each.comment === comment &&
        (comment_id === undefined
          ? !known.has(each.calendarNoteCommentStreamId)
          : each.calendarNoteCommentStreamId === comment_id),
    );
    return {
      comment: stored === undefined ? { comment } : recorded(commentRow(stored)),
      ...(stored === undefined && noted('The comment was accepted but is not in the thread yet.')),
    };
  },
});
