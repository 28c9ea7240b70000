import type { ThresholdSource } from '@core/training-tools';
import { thresholdsOnRide } from '../domain/ride/thresholds-on-ride.ts';
import { thresholdsOf } from '../domain/thresholds.ts';
import type { Port } from '../port.ts';

/** Thresholds of the profile or the settings; for a ride those of its own day. The account's zone tables are not read. */
export function thresholdSource(port: Port): ThresholdSource {
  return {
    on: async (_who, { family, activityId }) => {
      const training = await port.profile.training();
      const { runLthr, weight } = training.member;
      const today = thresholdsOf(training, port.thresholdSettings);
      const zones = { thresholdSpeedMs: null, weightKg: weight, powerZonesW: null, hrZonesBpm: null };
      const body = { maxBpm: today.maxHeartRate, restBpm: today.restHeartRate };
      if (activityId === undefined) {
        const lthrBpm = family === 'run' ? (port.thresholdSettings.lthr ?? runLthr ?? today.lthr) : today.lthr;
        return { ...zones, ...body, ftpW: today.ftp, lthrBpm, source: `today's ${today.ftpSource ?? 'profile'}` };
      }
      const [outcome, detail] = await Promise.all([
        port.rides.derive(activityId),
        port.activities.detail({ ride: activityId }),
      ]);
      const derived = outcome.state === 'done' ? outcome.derived : null;
      const used = thresholdsOnRide({ derived, detail, today, runLthr });
      const sources = [used.ftpSource && `FTP: ${used.ftpSource}`, used.lthrSource && `LTHR: ${used.lthrSource}`];
      return {
        ...zones,
        ...body,
        ftpW: used.ftp,
        lthrBpm: used.lthr,
        source: sources.filter((text) => text !== null).join(', ') || 'not set',
      };
    },
  };
}
