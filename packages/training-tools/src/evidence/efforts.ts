import { type MeanMaximalCurve, meanMaximal } from '@core/metrics/curves';
import { pausesAsZero } from '@core/metrics/samples';
import {
  type EffortContext,
  estimateFtp,
  estimateLthr,
  estimateThresholdSpeed,
  type FtpEstimate,
  impliedFtp,
  type LthrEstimate,
  type ThresholdSpeedEstimate,
} from '@core/metrics/thresholds';
import type { Activity, BestCurve, Thresholds } from '../ports/index.ts';
import { meanOf } from '../recording/laps.ts';
import type { Opened } from '../recording/opened.ts';

/** An activity opened for evidence. */
export interface Candidate {
  readonly activity: Activity;
  readonly opened: Opened;
}

/** What an activity says about a threshold. */
export interface Finding<T> {
  readonly activity: Activity;
  readonly estimate: T;
  readonly method: string;
  /** Mean heart rate of the effort. */
  readonly bpm: number | null;
}

/** Why an activity says nothing about it. */
export interface Refused {
  readonly threshold: 'ftp' | 'lthr' | 'threshold_pace';
  readonly activity: Activity;
  readonly reason: string;
}

const FTP_S = Array.from({ length: 82 }, (_, i) => 180 + 20 * i);
const PACE_S = [1800, 2100, 2400, 2700, 3000, 3300, 3600];

/** The activities that hold the bests with the highest implied FTP, each once, the highest first. */
export function strongest({ bests }: BestCurve, count: number): string[] {
  const implied = bests
    .filter(({ at, activityId }) => at >= 180 && at <= 1800 && activityId !== null)
    .map(({ at, value, activityId }) => ({ id: activityId!, ftp: impliedFtp(value, at) }))
    .sort((a, b) => b.ftp - a.ftp);
  return [...new Set(implied.map(({ id }) => id))].slice(0, count);
}

/** So much shorter than a known best is held against that one: the best over less time is at least as high. */
const NEAR = 1.1;

/**
 * Bests of the days before as the history that an effort is held against. Where a platform keeps a few durations only, a
 * little less than one of them counts as it: an effort of 19 minutes has a best of 20 to measure up to.
 */
export function historyOf({ bests }: BestCurve): MeanMaximalCurve | undefined {
  const known = bests.filter(({ at, value }) => Number.isInteger(at) && at >= 1 && Number.isFinite(value));
  if (known.length === 0) return undefined;
  const lowest = known.flatMap(({ at, value }) => {
    const from = Math.ceil(at / NEAR);
    return known.some((other) => other.at >= from && other.at < at) || from === at ? [] : [{ at: from, value }];
  });
  const points = [...known, ...lowest].sort((a, b) => a.at - b.at);
  return {
    durations: Int32Array.from(points, ({ at }) => at),
    values: Float64Array.from(points, ({ value }) => value),
    starts: new Int32Array(points.length),
  };
}

/** FTP from one ride, held against its own heart rate, the bests before it and the threshold in use. */
export function ftpOf(
  { activity, opened }: Candidate,
  used: Thresholds,
  history: MeanMaximalCurve | undefined,
): Finding<FtpEstimate> | Refused {
  const refused = (reason: string): Refused => ({ threshold: 'ftp', activity, reason });
  const power = pausesAsZero(opened.grid, 'power');
  if (power === null) return refused('no power');
  const curve = meanMaximal(power, { durations: FTP_S });
  if (curve.value === null) return refused(curve.detail);
  // The effort is the one with the highest implied FTP whatever the context: found first, so that its heart rate can speak.
  const effort = estimateFtp(curve.value, { declaredMaximal: true });
  if (effort.value === null) return refused(effort.detail);
  const { start, seconds } = effort.value.effort;
  const bpm = beatsIn(opened, start, seconds);
  const context: EffortContext = {
    ...(activity.race && { declaredMaximal: true }),
    ...(bpm !== null && { heartRate: bpm }),
    ...(used.lthrBpm !== null && { lthr: used.lthrBpm }),
    ...(used.maxBpm !== null && { maxHeartRate: used.maxBpm }),
    ...(used.ftpW !== null && { current: used.ftpW }),
    ...(history !== undefined && { history }),
  };
  const found = estimateFtp(curve.value, context);
  return found.value === null ? refused(found.detail) : { activity, estimate: found.value, method: found.method, bpm };
}

/** Threshold heart rate from one ride with half an hour near an FTP. */
export function lthrOf({ activity, opened }: Candidate, ftpW: number): Finding<LthrEstimate> | Refused {
  const { heart_rate: beats, power } = opened.grid.channels;
  if (beats === undefined || power === undefined)
    return { threshold: 'lthr', activity, reason: 'no heart rate with power' };
  const found = estimateLthr(beats, power, ftpW);
  if (found.value === null) return { threshold: 'lthr', activity, reason: found.detail };
  return { activity, estimate: found.value, method: found.method, bpm: found.value.lthr };
}

/** Threshold speed from one run of half an hour or more. */
export function speedFrom(
  { activity, opened }: Candidate,
  used: Thresholds,
): Finding<ThresholdSpeedEstimate> | Refused {
  const refused = (reason: string): Refused => ({ threshold: 'threshold_pace', activity, reason });
  const { speed } = opened.grid.channels;
  if (speed === undefined) return refused('no speed');
  const curve = meanMaximal(speed, { durations: PACE_S });
  if (curve.value === null) return refused(curve.detail);
  const longest = curve.value.durations.length - 1;
  const bpm = beatsIn(opened, curve.value.starts[longest]!, curve.value.durations[longest]!);
  const found = estimateThresholdSpeed(curve.value, {
    ...(activity.race && { declaredMaximal: true }),
    ...(bpm !== null && { heartRate: bpm }),
    ...(used.lthrBpm !== null && { lthr: used.lthrBpm }),
    ...(used.maxBpm !== null && { maxHeartRate: used.maxBpm }),
    ...(used.thresholdSpeedMs !== null && { current: used.thresholdSpeedMs }),
  });
  return found.value === null ? refused(found.detail) : { activity, estimate: found.value, method: found.method, bpm };
}

/** Mean heart rate of an effort; `null` where under nine tenths of it have one. */
function beatsIn({ grid }: Opened, start: number, seconds: number): number | null {
  const part = grid.channels.heart_rate?.subarray(start, start + seconds).filter((beats) => beats > 0);
  return part === undefined || part.length < 0.9 * seconds ? null : meanOf(part);
}
