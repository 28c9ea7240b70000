import { addDays, noted, notesShape, present, rowsShape, skippedNote, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { sortedByDay } from '../../domain/by-day.ts';
import { historyColumns } from '../../domain/strength/history.ts';
import { sessionColumns, sessionRow } from '../../domain/strength/session.ts';
import { newest, oldest } from '../../params/index.ts';
import { historyOf } from '../../strength/history.ts';
import { sessionsBetween } from '../../strength/stored.ts';
import { defineTool } from '../../tool.ts';

const LONGEST_DAYS = 1100;

export default defineTool({
  name: 'tp_get_strength_workouts',
  title: 'Strength sessions',
  toolset: 'strength',
  effect: 'read',
  paged: { limit: 40, max: 200 },
  userText: ['title', 'exercises', 'exercise'],
  description: 'Strength sessions; exercise: its history.',
  input: z.object({ oldest, newest, exercise: z.optional(z.string().min(1)) }),
  output: z.object({ ...rowsShape, oldest: z.string(), newest: z.string(), ...notesShape }),
  examples: [{}, { oldest: '2026-08-01', newest: '2026-10-14', exercise: 'Back Squat' }],
  handler: async (ctx, { exercise, ...given }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -28), newest: addDays(today, 14) }, LONGEST_DAYS);
    const { items, skipped } = await sessionsBetween(ctx.port, athlete.id, window);
    const sessions = sortedByDay(items, ({ prescribedDate }) => prescribedDate);
    const missing = skippedNote(skipped, 'strength sessions');
    if (exercise === undefined) {
      return {
        ...window,
        ...present(toRows(sessions.map(sessionRow), sessionColumns), athlete.units),
        ...noted(...missing),
      };
    }
    const { rows, notes } = await historyOf(ctx.port, sessions, exercise);
    return { ...window, ...toRows(rows, historyColumns), ...noted(...notes, ...missing) };
  },
});
