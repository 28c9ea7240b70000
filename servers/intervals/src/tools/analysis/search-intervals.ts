import { Failure, noted, notesShape, present, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { hiddenNotes, isHidden } from '../../domain/activity/hidden.ts';
import { activityColumns, activityRow } from '../../domain/activity/row.ts';
import { defineTool } from '../../tool.ts';

/** Most rows that are asked for: newest first, and more would not fit an answer. */
const MOST = 30;

const targets = { power: 'POWER', heart_rate: 'HR', pace: 'PACE' } as const;

/** Harder than anything that is ridden for a second. */
const HARDEST_PCT = 1000;

export default defineTool({
  name: 'icu_search_intervals',
  title: 'Search by intervals',
  toolset: 'analysis',
  effect: 'read',
  userText: ['name'],
  description:
    'Finds activities of all time by their intervals: how long, how hard (% of threshold), how many; recovery counts too.',
  input: z.object({
    min_s: z.int().min(1),
    max_s: z.int().min(1),
    min_pct: z.optional(z.int().min(0)),
    max_pct: z.optional(z.int().min(1)),
    min_reps: z.optional(z.int().min(1)),
    max_reps: z.optional(z.int().min(1)),
    target: z.optional(z.enum(['power', 'heart_rate', 'pace'])),
  }),
  output: z.object({ ...rowsShape, hidden_by_strava: z.optional(z.number()), ...notesShape }),
  examples: [{ min_s: 600, max_s: 1260, min_pct: 85, max_pct: 110, min_reps: 2 }],
  handler: async (ctx, { min_s, max_s, min_pct = 0, max_pct = HARDEST_PCT, min_reps, max_reps, target }) => {
    const wrong = [
      [min_s, max_s, 'min_s', 'max_s'],
      [min_pct, max_pct, 'min_pct', 'max_pct'],
      [min_reps ?? 1, max_reps ?? Number.MAX_SAFE_INTEGER, 'min_reps', 'max_reps'],
    ].find(([low, high]) => Number(low) > Number(high));
    if (wrong !== undefined) {
      throw new Failure('bad_input', `${wrong[2]} lies above ${wrong[3]}`, { next: 'swap the two' });
    }
    const athlete = await ctx.athlete();
    const { items, skipped } = await ctx.port.intervals.search({
      athlete: athlete.id,
      minSecs: min_s,
      maxSecs: max_s,
      minIntensity: min_pct,
      maxIntensity: max_pct,
      ...(target !== undefined && { target: targets[target] }),
      ...(min_reps !== undefined && { minReps: min_reps }),
      ...(max_reps !== undefined && { maxReps: max_reps }),
      limit: MOST,
    });
    const shown = items.filter((activity) => !isHidden(activity));
    const hidden = items.length - shown.length;
    const notes = [
      'Intervals.icu matches over its own index; icu_get_activity_intervals shows what a candidate really holds.',
      ...(items.length === MOST ? [`Only the newest ${MOST} are shown; narrow the search for older ones.`] : []),
      ...(items.length === 0 ? ['Nothing matches; widen the band or lower min_reps.'] : []),
      ...hiddenNotes(hidden),
      ...skippedNote(skipped, 'rows'),
    ];
    return {
      ...present(toRows(shown.map(activityRow), activityColumns), athlete.units),
      ...(hidden > 0 && { hidden_by_strava: hidden }),
      ...noted(...notes),
    };
  },
});
