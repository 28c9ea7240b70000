import { heartRateStressScore } from '@core/metrics/heart-rate';
import type { Thresholds } from '../thresholds.ts';
import { MAX_SECONDS, mean, perSecond, plannedNormalizedPower, type Stretch } from './stream.ts';
import { zoneIndex } from './zones.ts';

/** Half up, as the platform rounds planned numbers. */
export const halfUp = (value: number) => Math.floor(value + 0.5 + 1e-9);

export type LoadKind = 'power' | 'pace' | 'hr';

/** How hard the session is, by one kind of target. */
export interface Strain {
  readonly from: LoadKind;
  /** Whole number (TSS-like), null with a `reason`. */
  readonly load: number | null;
  /** 100·√(load / (100·h)): the platform derives it from the rounded load. */
  readonly intensity: number | null;
  readonly averageWatts: number | null;
  readonly normalizedWatts: number | null;
  readonly joules: number | null;
  /** Seconds in zones 1…n; null without zones. */
  readonly zoneSeconds: readonly number[] | null;
  readonly reason?: string;
}

/** Load and distribution of a session of stretches, by the rules of intervals-api.md 7.3. */
export function strainOf(
  stretches: readonly Stretch[],
  from: LoadKind,
  thresholds: Thresholds,
  paceLoad: 'RUN' | 'SWIM' = 'RUN',
): Strain {
  const seconds = stretches.reduce((sum, stretch) => sum + stretch.seconds, 0);
  if (seconds === 0) return nothing(from, 'the session has no planned time');
  if (seconds > MAX_SECONDS) return nothing(from, 'the session is longer than a week');
  if (from === 'power') return powerStrain(stretches, thresholds);
  return from === 'pace' ? paceStrain(stretches, seconds, thresholds, paceLoad) : hrStrain(stretches, thresholds);
}

function powerStrain(stretches: readonly Stretch[], { ftp, powerZones }: Thresholds): Strain {
  const stream = perSecond(stretches, 'power');
  const normalizedWatts = halfUp(plannedNormalizedPower(stream));
  const shared = {
    from: 'power' as const,
    averageWatts: halfUp(mean(stream)),
    normalizedWatts,
    joules: halfUp(stream.reduce((sum, watts) => sum + watts, 0)),
  };
  if (ftp === undefined) return { ...shared, load: null, intensity: null, zoneSeconds: null, reason: 'no FTP is set' };
  const tops = powerZones?.map((top) => (top * ftp) / 100);
  const hours = stream.length / 3600;
  return {
    ...shared,
    ...loaded(100 * hours * (normalizedWatts / ftp) ** 2, hours),
    zoneSeconds: tops === undefined ? null : inZones(stream, tops),
  };
}

function paceStrain(
  stretches: readonly Stretch[],
  seconds: number,
  { thresholdSpeed, paceZones }: Thresholds,
  paceLoad: 'RUN' | 'SWIM',
): Strain {
  if (thresholdSpeed === undefined) return nothing('pace', 'no threshold pace is set');
  const metres = stretches.reduce((sum, stretch) => sum + stretch.metres, 0);
  const hours = seconds / 3600;
  const share = metres / seconds / thresholdSpeed;
  const tops = paceZones?.map((top) => (top * thresholdSpeed) / 100);
  return {
    from: 'pace',
    averageWatts: null,
    normalizedWatts: null,
    joules: null,
    ...loaded(100 * hours * share ** (paceLoad === 'SWIM' ? 3 : 2), hours),
    zoneSeconds: tops === undefined ? null : inZones(perSecond(stretches, 'speed'), tops),
  };
}

/**
 * The platform's own formula for planned heart rate is not known. This is HRSS: TRIMP relative to one hour at LTHR, which
 * gives the one captured value (31 for 50 min, intervals-api.md 7.3 rule 8) with a resting 50 and a maximum of 190.
 */
function hrStrain(stretches: readonly Stretch[], { lthr, maxHr, restingHr, hrZones }: Thresholds): Strain {
  const stream = perSecond(stretches, 'hr');
  const zoneSeconds = hrZones === undefined ? null : inZones(stream, hrZones);
  if (lthr === undefined || maxHr === undefined || restingHr === undefined) {
    return { ...nothing('hr', 'load from heart rate needs LTHR, maximum and resting heart rate'), zoneSeconds };
  }
  const score = heartRateStressScore(stream, { rest: restingHr, max: maxHr, lthr });
  if (score.value === null) return { ...nothing('hr', score.detail), zoneSeconds };
  return {
    ...nothing('hr', 'estimate: TRIMP relative to an hour at LTHR; the platform does not publish its formula'),
    ...loaded(score.value, stream.length / 3600),
    zoneSeconds,
  };
}

function loaded(load: number, hours: number): { load: number; intensity: number } {
  const whole = halfUp(load);
  return { load: whole, intensity: 100 * Math.sqrt(whole / (100 * hours)) };
}

/** Seconds per zone; a second without a target belongs to none. */
function inZones(stream: Float64Array, tops: readonly number[]): number[] {
  const seconds = tops.map(() => 0);
  for (const value of stream) {
    if (value === 0) continue;
    const zone = zoneIndex(value, tops);
    seconds[zone] = (seconds[zone] ?? 0) + 1;
  }
  return seconds;
}

function nothing(from: LoadKind, reason: string): Strain {
  return {
    from,
    load: null,
    intensity: null,
    averageWatts: null,
    normalizedWatts: null,
    joules: null,
    zoneSeconds: null,
    reason,
  };
}
