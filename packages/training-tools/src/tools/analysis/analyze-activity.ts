import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { meanMaximal } from '@core/metrics/curves';
import { pausesAsZero } from '@core/metrics/samples';
import { counted } from '../../answer/counted.ts';
import { aboutShape, closing, group, recorded } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import type { Activity, Thresholds } from '../../ports/index.ts';
import { type Figures, figuresOf, summaryRow } from '../../recording/figures.ts';
import { lapColumns, lapRows } from '../../recording/laps.ts';
import { type Opened, open } from '../../recording/opened.ts';
import { channelCoverage, flaws } from '../../recording/quality.ts';
import { zoneTimes } from '../../recording/zones.ts';

const BESTS_S = [5, 60, 300, 1200, 3600];
const MOST_LAPS = 30;

export default defineSharedTool({
  name: 'analyze_activity',
  title: 'Analyse an activity',
  toolset: 'analysis',
  effect: 'read',
  needs: ['activities', 'thresholds'],
  userText: ['name', 'label'],
  description:
    'One activity computed from its seconds: power, heart rate, drift, own and platform load, zones, bests, laps.',
  input: z.object({ activity_id: z.string() }),
  output: z.object({
    ...aboutShape,
    summary: group,
    thresholds: group,
    load_check: z.optional(group),
    zones: z.array(group),
    bests: z.array(group),
    ...rowsShape,
  }),
  examples: ({ activityId }) => [{ activity_id: activityId }],
  handler: async (ctx, { activity_id }) => {
    const athlete = await ctx.athlete();
    const [activity, recording] = await Promise.all([
      ctx.ports.activities.get(athlete, activity_id),
      ctx.ports.activities.recording(athlete, activity_id),
    ]);
    const { family, day } = activity;
    const thresholds = await ctx.ports.thresholds.on(athlete, { family, day, activityId: activity_id });
    const opened = open(activity_id, recording);
    const figures = figuresOf(activity, opened, thresholds);
    const laps = lapRows(opened.laps, opened.grid, family);
    return {
      method: methodOf(figures, thresholds),
      as_of: day,
      summary: recorded({ sport: activity.sport, ...summaryRow(activity, figures, ctx.ports.activities.loadsBy) }),
      thresholds: thresholdsUsed(thresholds),
      ...(ctx.ports.activities.loadsBy === 'platform' && loadCheck(activity, figures, thresholds, ctx.platform)),
      zones: zoneTimes(figures.metrics, thresholds),
      bests: bestsOf(opened),
      coverage: channelCoverage(opened),
      ...toRows(laps.slice(0, MOST_LAPS), lapColumns),
      ...closing(
        [
          ...flaws(opened),
          ...lapNotes(opened, laps.length),
          ...(thresholds.powerZonesW === null && thresholds.hrZonesBpm === null
            ? ['No zones are set, so none are shown.']
            : []),
        ],
        [
          activity.plannedId === null ? undefined : ctx.call('compare_planned_actual', { activity_id }),
          ctx.call('find_similar', { activity_id }),
        ],
      ),
    };
  },
});

function methodOf({ load }: Figures, { source }: Thresholds): string {
  const rated =
    load.points === null ? `no load: ${load.reason}` : `load: ${load.method}${load.estimated ? ' (estimate)' : ''}`;
  return `Computed from the seconds, power gaps and pauses left out of means; ${rated}; thresholds: ${source}.`;
}

/** Thresholds by which an activity was rated, as an answer shows them. */
export function thresholdsUsed({ ftpW, lthrBpm, maxBpm, restBpm, source }: Thresholds): Record<string, unknown> {
  return recorded({ ftp_w: ftpW, lthr_bpm: lthrBpm, max_hr_bpm: maxBpm, resting_hr_bpm: restBpm, source });
}

/** A load is called another one from this share on: roundings of NP and time stay below it. */
const APART = 0.03;

function loadCheck({ load: theirs }: Activity, { load }: Figures, thresholds: Thresholds, platform: string) {
  if (theirs === null || load.points === null) return {};
  const apart = load.points / theirs.points - 1;
  return {
    load_check: {
      own_load: Math.round(load.points * 10) / 10,
      platform_load: theirs.points,
      ...(theirs.points > 0 &&
        Math.abs(apart) > APART && {
          difference_pct: 100 * apart,
          because: `ours is ${load.method}, thresholds ${thresholds.source}; ${platform} may rate by another measure, threshold or time base`,
        }),
    },
  };
}

function bestsOf({ grid }: Opened): Record<string, unknown>[] {
  const power = pausesAsZero(grid, 'power');
  const heartRate = grid.channels.heart_rate;
  const watts = power === null ? null : meanMaximal(power, { durations: BESTS_S }).value;
  const beats = heartRate === undefined ? null : meanMaximal(heartRate, { durations: BESTS_S }).value;
  return BESTS_S.flatMap((seconds) => {
    const at = watts?.durations.indexOf(seconds) ?? -1;
    const beat = beats?.durations.indexOf(seconds) ?? -1;
    if (at < 0 && beat < 0) return [];
    return [
      recorded({
        duration_s: seconds,
        power_w: watts?.values[at],
        start_s: watts?.starts[at],
        hr_bpm: beats?.values[beat],
      }),
    ];
  });
}

function lapNotes({ lapSource }: Opened, laps: number): string[] {
  if (lapSource === null) return ['There are no laps.'];
  const whose = { device: 'the device’s own', platform: 'cut by the platform' }[lapSource];
  return [`Laps: ${whose}${laps > MOST_LAPS ? `; ${counted(laps - MOST_LAPS, 'more is', 'more are')} left out` : ''}.`];
}
