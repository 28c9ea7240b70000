import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { rounded } from '../../domain/ride/quantities.ts';
import { rateRide, type ZoneTime } from '../../domain/ride/rate.ts';
import { rideSummary } from '../../domain/ride/summary.ts';
import { thresholdsOnRide } from '../../domain/ride/thresholds-on-ride.ts';
import { thresholdsOf } from '../../domain/thresholds.ts';
import { rideWords } from '../../language/rides.ts';
import { activityId } from '../../params/ride.ts';
import { defineTool } from '../../tool.ts';

const group = z.record(z.string(), z.unknown()).nullable();

export default defineTool({
  name: 'igp_get_activity_summary',
  title: 'Activity summary',
  toolset: 'activities',
  effect: 'read',
  userText: ['name'],
  description:
    'One ride from its FIT file: totals, NP, IF, TSS with the threshold of that day, time in zones; iGPSport’s own numbers beside it.',
  input: z.object({
    activity_id: activityId,
    ftp_w: z.optional(z.int().min(30).max(700)).describe('Instead of the FTP of that day'),
    lthr_bpm: z.optional(z.int().min(60).max(230)),
  }),
  output: z.object({
    name: z.string().nullable(),
    totals: group,
    power: group,
    heart_rate: group,
    load: group,
    igpsport: group,
    ...rowsShape,
    ...notesShape,
  }),
  examples: [{ activity_id: '41200581' }],
  handler: async (ctx, { activity_id: ride, ftp_w, lthr_bpm }) => {
    const { units } = await ctx.athlete();
    const words = rideWords(ctx.port.language);
    const [outcome, detail, training] = await Promise.all([
      ctx.port.rides.derive(ride),
      ctx.port.activities.detail({ ride }),
      ctx.port.profile.training(),
    ]);
    const derived = outcome.state === 'done' ? outcome.derived : null;
    const used = thresholdsOnRide({
      asked: { ftp: ftp_w, lthr: lthr_bpm },
      derived,
      detail,
      today: thresholdsOf(training, ctx.port.thresholdSettings),
      runLthr: training.member.runLthr,
    });
    const rated = derived && rateRide(derived, used);
    const parts = derived ? rideSummary(derived) : { totals: null, power: null, heart_rate: null };
    return {
      name: detail.title,
      ...present(parts, units),
      load: rated && {
        intensity_factor: rounded(rated.intensityFactor, 3),
        tss: rounded(rated.tss, 1),
        tss_from: rated.tssMethod,
        ftp_w: used.ftp,
        ftp_source: used.ftpSource,
        lthr_bpm: used.lthr,
        lthr_source: used.lthrSource,
      },
      igpsport: { normalized_power_w: detail.pwrNP, intensity_factor: detail.pwrIF, tss: detail.pwrTSS },
      ...toRows((rated?.zones ?? []).map(withUnit), ['kind', 'zone', 'from', 'time_s']),
      ...noted(
        ...(outcome.state === 'failed' ? [words.nothingComputed(outcome.failure.message)] : []),
        ...(rated?.tssMethod === 'heart rate (estimated)' ? [words.estimatedTss] : []),
        ...(used.ftpSource === 'profile' ? [words.todaysFtp] : []),
        ...(used.ftpSource === 'service' ? [words.serviceFtp] : []),
        ...(derived?.power && derived.power.spikes > 0 ? [words.spikes(String(derived.power.spikes))] : []),
        ...(derived && derived.problems.length > 0 ? [words.damaged(derived.problems.join(', '))] : []),
      ),
    };
  },
});

/** What the bounds of a zone are measured in, as in the profile's table. */
function withUnit({ kind, ...zone }: ZoneTime) {
  return { kind: kind === 'power' ? 'power W' : 'heart rate bpm', ...zone };
}
