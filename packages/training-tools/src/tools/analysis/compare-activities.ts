import { type Cell, Failure, partOf, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { counted } from '../../answer/counted.ts';
import { aboutShape, closing, group } from '../../answer/notes.ts';
import { spreadsOf } from '../../comparison/spread.ts';
import { defineSharedTool, type TrainingContext } from '../../mount/shared-tool.ts';
import { figuresOf, summaryRow } from '../../recording/figures.ts';
import { lapColumns, lapRows } from '../../recording/laps.ts';
import { open } from '../../recording/opened.ts';
import { flaws } from '../../recording/quality.ts';

const MOST_LAPS = 60;

export default defineSharedTool({
  name: 'compare_activities',
  title: 'Compare activities',
  toolset: 'analysis',
  effect: 'read',
  needs: ['activities', 'thresholds'],
  userText: ['name', 'label'],
  description: 'Two to five activities side by side, whole or by lap.',
  input: z.object({
    activity_ids: z
      .array(z.string())
      .refine(({ length }) => length >= 2 && length <= 5, 'must name two to five activities'),
    by: z.optional(z.enum(['whole', 'lap'])),
  }),
  output: z.object({ ...aboutShape, ...rowsShape, spread_pct: group }),
  examples: ({ activityId, otherIds }) => [{ activity_ids: [activityId, ...otherIds.slice(0, 1)] }],
  handler: async (ctx, { activity_ids, by = 'whole' }) => {
    const ids = [...new Set(activity_ids)];
    if (ids.length < 2) {
      throw new Failure('bad_input', 'activity_ids names one activity only', { next: 'give two different ids' });
    }
    const parts = await Promise.all(ids.map((id) => partOf(one(ctx, id, by === 'lap'))));
    const read = parts.flatMap(({ value }) => value ?? []);
    const failed = parts.flatMap(({ failure }, i) => (failure === undefined ? [] : [{ id: ids[i]!, failure }]));
    if (read.length === 0) throw failed[0]!.failure;
    const rows: Record<string, Cell>[] = by === 'whole' ? read.map(({ row }) => row) : read.flatMap(({ laps }) => laps);
    const columns = by === 'whole' ? [...new Set(rows.flatMap(Object.keys))] : ['activity_id', ...lapColumns];
    return {
      method:
        'Computed anew from the seconds of each, against the thresholds of its day; spread_pct: highest against lowest.',
      as_of: read
        .map(({ day }) => day)
        .sort()
        .at(-1)!,
      coverage: {
        asked: ids.length,
        read: read.length,
        families: [...new Set(read.map(({ family }) => family))].join(', '),
      },
      ...toRows(rows.slice(0, MOST_LAPS), columns),
      spread_pct: by === 'whole' ? spreadsOf(rows) : {},
      ...closing(
        [
          ...failed.map(({ id, failure }) => `Activity ${id} is missing: ${failure.message}.`),
          ...read.flatMap(({ id, flaws: said }) => said.map((flaw) => `${id}: ${flaw}`)),
          ...(rows.length > MOST_LAPS
            ? [
                `${counted(rows.length - MOST_LAPS, 'more lap is', 'more laps are')} left out: compare fewer activities.`,
              ]
            : []),
        ],
        [by === 'whole' ? ctx.call('compare_activities', { activity_ids: ids, by: 'lap' }) : undefined],
      ),
    };
  },
});

/** One activity computed. */
async function one(ctx: TrainingContext<'activities' | 'thresholds'>, id: string, laps: boolean) {
  const athlete = await ctx.athlete();
  const { activities, thresholds } = ctx.ports;
  const [activity, recording] = await Promise.all([
    activities.get(athlete, id),
    activities.recording(athlete, id, { laps }),
  ]);
  const { family, day } = activity;
  const opened = open(id, recording);
  const used = await thresholds.on(athlete, { family, day, activityId: id });
  return {
    id,
    day,
    family,
    row: {
      ...summaryRow(activity, figuresOf(activity, opened, used), activities.loadsBy),
      ftp_w: used.ftpW,
      ftp_source: used.source,
    },
    laps: lapRows(opened.laps, opened.grid, family).map((lap) => ({ activity_id: id, ...lap })),
    flaws: flaws(opened),
  };
}
