import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose } from '../../answers/workout-write.ts';
import { setCounts } from '../../domain/strength/lines.ts';
import { versionOf } from '../../domain/version.ts';
import { numericId } from '../../params/index.ts';
import { requireSession, requireUnlockedSession, sessionsBetween } from '../../strength/stored.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_delete_strength_workout',
  title: 'Delete a strength session',
  toolset: 'strength',
  effect: 'delete',
  userText: ['title'],
  description: 'Deletes a strength session for good.',
  input: z.object({ workout_id: numericId }),
  output: z.object({ deleted: z.boolean(), title: z.string().nullable(), date: z.string().nullable(), ...notesShape }),
  examples: [{ workout_id: '19000003' }],
  handler: async (ctx, { workout_id }) => {
    const athlete = await ctx.athlete();
    const stored = await requireSession(ctx.port, athlete, workout_id);
    requireUnlockedSession(stored);
    const { title, prescribedDate: date } = stored;
    const { sets, done } = setCounts(stored.blocks);
    await ctx.confirm({
      summary: `Delete strength session "${title ?? workout_id}" of ${date}${whose(athlete, 'of')}`,
      diff: [],
      notes: done === 0 ? [] : [`${done} of its ${sets} sets were done: what was recorded goes too.`],
      version: versionOf(stored.whole),
      ...(date !== null && { day: date }),
    });
    await ctx.port.strength.remove({ session: workout_id });
    const there =
      date === null
        ? undefined
        : await orUndefined(sessionsBetween(ctx.port, athlete.id, { oldest: date, newest: date }));
    const left = there?.items.some(({ id }) => id === workout_id) ?? false;
    return {
      deleted: !left,
      title,
      date,
      ...noted(
        ...(there === undefined ? [NOT_READ_BACK] : []),
        ...(left ? ['TrainingPeaks confirmed the deletion, yet still lists the session.'] : []),
      ),
    };
  },
});
