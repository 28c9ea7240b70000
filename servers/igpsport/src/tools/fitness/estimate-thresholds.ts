import { addDays, day, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noted, notesShape } from '../../answers/notes.ts';
import { type Candidate, findFtp, findLthr } from '../../domain/threshold-evidence.ts';
import { thresholdsOf } from '../../domain/thresholds.ts';
import { thresholdWords } from '../../language/thresholds.ts';
import { defineTool } from '../../tool.ts';

const BUDGET_MS = 45_000;
/** Days whose bests an effort is held against. */
const HISTORY_DAYS = 90;
const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'igp_estimate_thresholds',
  title: 'Estimate thresholds',
  toolset: 'fitness',
  effect: 'read',
  description:
    'FTP and threshold heart rate from recent efforts with evidence and confidence, or why they cannot be told. Changes nothing.',
  input: z.object({
    days: z.number().int().min(7).max(365).optional().describe('Default 42'),
    newest: day.optional().describe('Default: today'),
  }),
  output: z.object({
    ftp: z.union([group, z.null()]),
    lthr: z.union([group, z.null()]),
    in_use: group,
    refused: z.array(group),
    coverage: group,
    ...notesShape,
  }),
  examples: [{ days: 14 }],
  handler: async (ctx, { days = 42, newest }) => {
    const { units } = await ctx.athlete();
    const to = newest ?? (await ctx.today());
    const from = addDays(to, 1 - days);
    const [{ items, skipped }, training] = await Promise.all([
      ctx.port.activities.list({ oldest: addDays(to, 1 - Math.max(days, HISTORY_DAYS)), newest: to }),
      ctx.port.profile.training(),
    ]);
    const used = thresholdsOf(training, ctx.port.thresholdSettings);
    const outcomes = await ctx.port.rides.derive(
      items.map(({ rideId }) => rideId),
      { budgetMs: BUDGET_MS, onProgress: (done, total) => ctx.progress(done, total) },
    );
    const history = outcomes.flatMap((outcome, index): Candidate[] => {
      const start = items[index]?.startTime ?? null;
      if (outcome.state !== 'done' || start === null) return [];
      return [{ id: outcome.ride, day: start.slice(0, 10), derived: outcome.derived }];
    });
    const rides = history.filter((ride) => ride.day >= from);
    const ftp = await findFtp(rides, history, used, ctx.port.rides.read);
    const forHeart = ftp.best?.estimate.ftp ?? used.ftp;
    const lthr = forHeart === null ? null : await findLthr(rides, forHeart, ctx.port.rides.read);
    const missing = skipped + items.length - history.length;
    const words = thresholdWords(ctx.port.language);
    const answer = {
      ftp: ftp.best && {
        ftp_w: ftp.best.estimate.ftp,
        confidence: ftp.best.estimate.confidence,
        reasons: [...ftp.best.estimate.reasons],
        activity_id: ftp.best.id,
        date: ftp.best.day,
        effort_s: ftp.best.estimate.effort.seconds,
        effort_w: ftp.best.estimate.effort.watts,
        effort_bpm: ftp.best.heartRate,
        method: ftp.best.method,
      },
      lthr: lthr?.best
        ? {
            lthr_bpm: lthr.best.estimate.lthr,
            activity_id: lthr.best.id,
            date: lthr.best.day,
            method: lthr.best.method,
          }
        : null,
      in_use: { ftp_w: used.ftp, ftp_source: used.ftpSource, lthr_bpm: used.lthr, lthr_source: used.lthrSource },
      refused: [
        ...ftp.refused.map(({ id, day: date, reason }) => ({ threshold: 'ftp', activity_id: id, date, reason })),
        ...(lthr?.refused ?? []).map(({ id, day: date, reason }) => ({
          threshold: 'lthr',
          activity_id: id,
          date,
          reason,
        })),
      ],
      coverage: {
        oldest: from,
        newest: to,
        rides: rides.length,
        with_power: rides.filter(({ derived }) => derived.power !== null).length,
        with_heart_rate: rides.filter(({ derived }) => derived.heartRate !== null).length,
        skipped: missing,
      },
    };
    const notes = [
      words.never,
      ...(ftp.best === null ? [words.noFtp] : []),
      ...(lthr?.best ? [] : [words.noLthr]),
      ...(missing > 0 ? [words.skipped(missing)] : []),
    ];
    return { ...present(answer, units), ...noted(...notes) };
  },
});
