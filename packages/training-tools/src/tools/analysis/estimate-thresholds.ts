import { addDays, day, partOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { thresholdChange } from '@core/metrics/thresholds';
import { whole } from '../../answer/bounds.ts';
import { aboutShape, closing, group, recorded, skippedNotes } from '../../answer/notes.ts';
import {
  type Candidate,
  type Finding,
  ftpOf,
  historyOf,
  lthrOf,
  type Refused,
  speedFrom,
  strongest,
} from '../../evidence/efforts.ts';
import { defineSharedTool, type TrainingContext } from '../../mount/shared-tool.ts';
import type { Activity, DayRange } from '../../ports/index.ts';
import { open } from '../../recording/opened.ts';
import { speedOf } from '../../recording/pace.ts';
import { thresholdsUsed } from './analyze-activity.ts';

/** Activities whose seconds are read: each costs a request or two. */
const OPENED_RIDES = 3;
const OPENED_RUNS = 2;
/** Days whose bests an effort is held against. */
const HISTORY_DAYS = 90;
const BUDGET_MS = 45_000;

type Ctx = TrainingContext<'activities' | 'thresholds' | 'records'>;

export default defineSharedTool({
  name: 'estimate_thresholds',
  title: 'Estimate thresholds',
  toolset: 'analysis',
  effect: 'read',
  needs: ['activities', 'thresholds', 'records'],
  description: 'FTP, threshold heart rate and pace from recent efforts, with evidence, or why not.',
  input: z.object({
    days: z.optional(whole(7, 365)),
    newest: z.optional(day),
  }),
  output: z.object({
    ...aboutShape,
    ftp: z.union([group, z.null()]),
    lthr: z.union([group, z.null()]),
    threshold_pace: z.union([group, z.null()]),
    in_use: group,
    refused: z.array(group),
  }),
  examples: [{ days: 14 }],
  handler: async (ctx, { days = 42, newest }) => {
    const to = newest ?? (await ctx.today());
    const range = { oldest: addDays(to, 1 - days), newest: to };
    const found = await evidenceIn(ctx, range);
    const { items, skipped, ftp, rides, runs } = found;
    return {
      method: `FTP from a maximal effort of 3 to 30 min, held against its heart rate, the bests of the ${HISTORY_DAYS} days before and the threshold in use; the ${OPENED_RIDES} strongest rides and ${OPENED_RUNS} runs are opened.`,
      as_of: to,
      ...estimates(found),
      in_use: inUse(found),
      refused: [...found.ftps, ...found.lthrs, ...found.speeds]
        .filter((outcome) => 'reason' in outcome)
        .map(({ threshold, activity, reason }) => ({
          threshold,
          activity_id: activity.id,
          date: activity.day,
          reason,
        })),
      coverage: {
        ...range,
        activities: items.length,
        rides_with_power: items.filter(({ family, averageW }) => family === 'ride' && averageW !== null).length,
        opened: rides.read.length + runs.read.length,
      },
      ...closing(
        [
          'Nothing was changed: set thresholds on the platform.',
          ...skippedNotes(skipped, 'activities'),
          ...[...rides.failed, ...runs.failed].map(
            ({ id, message }) => `Activity ${id} could not be read: ${message}.`,
          ),
          ...(ftp === null ? ['No effort of 3 to 30 min shows that it was maximal: a test or a race is needed.'] : []),
        ],
        [
          ftp === null
            ? ctx.call('estimate_thresholds', { days: 120 })
            : ctx.call('analyze_activity', { activity_id: ftp.activity.id }),
        ],
      ),
    };
  },
});

type Evidence = Awaited<ReturnType<typeof evidenceIn>>;

/** Reads what there is and judges the strongest of it. */
async function evidenceIn(ctx: Ctx, range: DayRange) {
  const athlete = await ctx.athlete();
  const { activities, thresholds, records } = ctx.ports;
  const before = { oldest: addDays(range.oldest, -HISTORY_DAYS), newest: addDays(range.oldest, -1) };
  const [{ items, skipped }, curves, used, usedRunning] = await Promise.all([
    activities.list(athlete, range, { budgetMs: BUDGET_MS, onProgress: ctx.progress }),
    records.curves(athlete, { measure: 'power', family: 'ride', ranges: [range, before] }),
    thresholds.on(athlete, { family: 'ride', day: range.newest }),
    thresholds.on(athlete, { family: 'run', day: range.newest }),
  ]);
  const byId = new Map(items.map((activity) => [activity.id, activity]));
  const rides = await opened(
    ctx,
    strongest(curves[0]!, OPENED_RIDES).flatMap((id) => byId.get(id) ?? []),
  );
  const runs = await opened(ctx, hardestRuns(items));
  const ftps = rides.read.map((ride) => ftpOf(ride, used, historyOf(curves[1]!)));
  const ftp = bestOf(ftps, ({ estimate }) => estimate.ftp);
  const forHeart = ftp?.estimate.ftp ?? used.ftpW;
  const lthrs = forHeart === null ? [] : rides.read.map((ride) => lthrOf(ride, forHeart));
  const speeds = runs.read.map((run) => speedFrom(run, usedRunning));
  return { items, skipped, rides, runs, used, usedRunning, ftps, ftp, lthrs, speeds };
}

function estimates({ used, ftp, lthrs, speeds }: Evidence) {
  const lthr = bestOf(lthrs, ({ estimate }) => estimate.lthr);
  const speed = bestOf(speeds, ({ estimate }) => estimate.speed);
  const change = ftp === null || used.ftpW === null ? null : thresholdChange(used.ftpW, ftp.estimate.ftp).value;
  return {
    ftp: ftp && {
      ftp_w: ftp.estimate.ftp,
      confidence: ftp.estimate.confidence,
      reasons: [...ftp.estimate.reasons],
      ...source(ftp),
      effort_s: ftp.estimate.effort.seconds,
      effort_w: ftp.estimate.effort.watts,
      ...recorded({ effort_bpm: ftp.bpm, against_in_use: change?.event }),
    },
    lthr: lthr && { lthr_bpm: lthr.estimate.lthr, ...source(lthr), effort_s: lthr.estimate.seconds },
    threshold_pace: speed && {
      ...speedOf('run', speed.estimate.speed),
      confidence: speed.estimate.confidence,
      reasons: [...speed.estimate.reasons],
      ...source(speed),
      effort_s: speed.estimate.effort.seconds,
    },
  };
}

function inUse({ used, usedRunning }: Evidence): Record<string, unknown> {
  return {
    ...thresholdsUsed(used),
    ...recorded({ run_lthr_bpm: usedRunning.lthrBpm }),
    ...(usedRunning.thresholdSpeedMs !== null && { run_threshold: speedOf('run', usedRunning.thresholdSpeedMs) }),
  };
}

/** Runs of half an hour or more, races and the most intense first. */
function hardestRuns(items: readonly Activity[]): Activity[] {
  return items
    .filter(({ family, movingS, hidden }) => family === 'run' && (movingS ?? 0) >= 1800 && hidden === null)
    .sort((a, b) => Number(b.race) - Number(a.race) || (b.intensity ?? 0) - (a.intensity ?? 0))
    .slice(0, OPENED_RUNS);
}

/** Activities with their seconds; one that cannot be read is no reason to fail. */
async function opened(ctx: Ctx, activities: readonly Activity[]) {
  const athlete = await ctx.athlete();
  const parts = await Promise.all(
    activities.map(({ id }) =>
      partOf(ctx.ports.activities.recording(athlete, id, { laps: false }).then((recording) => open(id, recording))),
    ),
  );
  const read = parts.flatMap(({ value }, i): Candidate[] =>
    value === undefined ? [] : [{ activity: activities[i]!, opened: value }],
  );
  const failed = parts.flatMap(({ failure }, i) =>
    failure === undefined ? [] : [{ id: activities[i]!.id, message: failure.message }],
  );
  return { read, failed };
}

function bestOf<T>(
  outcomes: readonly (Finding<T> | Refused)[],
  by: (finding: Finding<T>) => number,
): Finding<T> | null {
  const found = outcomes.flatMap((outcome) => ('reason' in outcome ? [] : [outcome]));
  return found.reduce<Finding<T> | null>((best, each) => (best === null || by(each) > by(best) ? each : best), null);
}

function source<T>({ activity, method }: Finding<T>) {
  return { activity_id: activity.id, date: activity.day, method };
}
