import { randomUUID } from 'node:crypto';
import { day } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose } from '../../answers/workout-write.ts';
import { completed, measureNotes, newBlocks, withSnapshot } from '../../domain/strength/document.ts';
import { setCounts } from '../../domain/strength/lines.ts';
import { documentOf, sessionDiff } from '../../domain/strength/session.ts';
import { versionOf } from '../../domain/version.ts';
import { numericId } from '../../params/index.ts';
import { instructions } from '../../params/strength.ts';
import { title } from '../../params/workout.ts';
import { chosenBlocks } from '../../strength/blocks.ts';
import { saveSession, sessionResult, sessionThere } from '../../strength/report.ts';
import { requireSession, requireUnlockedSession } from '../../strength/stored.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_update_strength_workout',
  title: 'Change a strength session',
  toolset: 'strength',
  effect: 'update',
  userText: ['workout', 'blocks', 'changed'],
  description: 'Changes, moves or completes a strength session.',
  input: z.object({
    workout_id: numericId,
    date: z.optional(day),
    title: z.optional(title),
    instructions,
    blocks: z.optional(z.array(z.unknown())),
    append: z.optional(z.boolean()),
    mark_complete: z.optional(z.boolean()),
    rpe: z
      .optional(z.number().refine((value) => value >= 0 && value <= 10, 'is a number from 0 to 10'))
      .describe('0 to 10'),
  }),
  output: sessionResult,
  examples: [{ workout_id: '19000003', blocks: ['Plank 3x60s'], append: true }],
  handler: async (ctx, { workout_id, date, title: name, instructions: text, blocks, append, mark_complete, rpe }) => {
    const athlete = await ctx.athlete();
    const stored = await requireSession(ctx.port, athlete, workout_id);
    requireUnlockedSession(stored);
    const chosen = await chosenBlocks(ctx.port, blocks ?? []);
    const old = Array.isArray(stored.whole.blocks) ? stored.whole.blocks : [];
    const next = blocks === undefined ? old : [...(append === true ? old : []), ...newBlocks(chosen, randomUUID)];
    // Everything that came goes back: what a device put there is only kept so.
    const body = withSnapshot({
      ...stored.whole,
      ...(date !== undefined && { prescribedDate: date }),
      ...(name !== undefined && { title: name }),
      ...(text !== undefined && { instructions: text }),
      ...(rpe !== undefined && { rpe }),
      blocks: mark_complete === true ? completed(next) : next,
    });
    const diff = sessionDiff(stored, documentOf(body));
    if (diff.length === 0) return sessionThere(stored, athlete, 'Nothing to change: the session already is so.');
    const { done } = setCounts(stored.blocks);
    const replaced = blocks !== undefined && append !== true && done > 0;
    const notes = measureNotes(chosen);
    await ctx.confirm({
      summary: `Change strength session "${stored.title ?? workout_id}" of ${stored.prescribedDate}${whose(athlete)}`,
      diff,
      notes: [...notes, ...(replaced ? [`What was written down of ${done} done sets goes with the old blocks.`] : [])],
      version: versionOf(stored.whole),
      ...((date ?? stored.prescribedDate) !== null && { day: date ?? stored.prescribedDate ?? '' }),
    });
    return saveSession(ctx, { athlete, body, notes, changed: diff });
  },
});
