import type { Thresholds } from '../thresholds.ts';
import { type Intensity, PACE_METRES } from '../workout.ts';
import { hrZoneBand, paceZoneBand, powerZoneBand } from './zones.ts';

/** A target in absolute units: W, bpm or m/s. For a ramp `from` and `to` are its start and end. */
export interface Absolute {
  readonly metric: 'power' | 'hr' | 'speed';
  readonly from: number;
  readonly to: number;
  readonly ramp: boolean;
  /** What one number stands for the whole step: the middle, rounded for power zones as the platform does. */
  readonly mid: number;
}

export type Resolution = Absolute | { readonly unresolved: string };

/**
 * Watts, bpm or m/s of a target. Percentages and paces stay unrounded; zones follow the platform's bands
 * (intervals-api.md 7.3). Says what is missing when a threshold or a zone is not there.
 */
export function resolveTarget(target: Intensity, thresholds: Thresholds): Resolution {
  const { unit } = target;
  if (unit === 'power_zone' || unit === 'hr_zone' || unit === 'pace_zone') return resolveZones(target, thresholds);
  const metres = PACE_METRES[unit];
  if (metres !== undefined) {
    const seconds = (target.from + target.to) / 2;
    return absolute(target, 'speed', metres / target.from, metres / target.to, metres / seconds);
  }
  switch (unit) {
    case 'w':
      return absolute(target, 'power', target.from, target.to);
    case 'bpm':
      return absolute(target, 'hr', target.from, target.to);
    case '%ftp':
      return percent(target, 'power', thresholds.ftp, 'FTP');
    case '%lthr':
      return percent(target, 'hr', thresholds.lthr, 'threshold heart rate (LTHR)');
    case '%hrmax':
      return percent(target, 'hr', thresholds.maxHr, 'maximum heart rate');
    case '%pace':
      return percent(target, 'speed', thresholds.thresholdSpeed, 'threshold pace');
    default:
      return { unresolved: 'RPE has no fixed watts, bpm or pace' };
  }
}

function percent(target: Intensity, metric: Absolute['metric'], of: number | undefined, name: string): Resolution {
  if (of === undefined) return { unresolved: `no ${name} is set` };
  return absolute(target, metric, (target.from * of) / 100, (target.to * of) / 100);
}

function absolute(
  target: Intensity,
  metric: Absolute['metric'],
  from: number,
  to: number,
  mid = (from + to) / 2,
): Absolute {
  return { metric, from, to, ramp: target.ramp === true, mid };
}

function resolveZones(target: Intensity, thresholds: Thresholds): Resolution {
  const { unit, from, to } = target;
  const [low, high] = from <= to ? [from, to] : [to, from];
  const { ftp, powerZones, hrZones, paceZones, thresholdSpeed } = thresholds;
  if (unit === 'power_zone') {
    if (ftp === undefined) return { unresolved: 'no FTP is set' };
    if (powerZones === undefined) return { unresolved: 'no power zones are set' };
    const band = powerZoneBand(low, high, powerZones, ftp);
    return band
      ? zoned(target, 'power', band, Math.floor((band.low + band.high) / 2 + 0.5))
      : missing(target, powerZones);
  }
  if (unit === 'hr_zone') {
    if (hrZones === undefined) return { unresolved: 'no heart rate zones are set' };
    const band = hrZoneBand(low, high, hrZones);
    return band ? zoned(target, 'hr', band) : missing(target, hrZones);
  }
  if (thresholdSpeed === undefined) return { unresolved: 'no threshold pace is set' };
  if (paceZones === undefined) return { unresolved: 'no pace zones are set' };
  const band = paceZoneBand(low, high, paceZones, thresholdSpeed);
  return band ? zoned(target, 'speed', band) : missing(target, paceZones);
}

function zoned(
  target: Intensity,
  metric: Absolute['metric'],
  band: { low: number; high: number },
  mid = (band.low + band.high) / 2,
): Absolute {
  const down = target.from > target.to;
  return {
    metric,
    from: down ? band.high : band.low,
    to: down ? band.low : band.high,
    ramp: target.ramp === true,
    mid,
  };
}

function missing(target: Intensity, zones: readonly number[]): Resolution {
  return { unresolved: `zone ${Math.max(target.from, target.to)} does not exist: there are ${zones.length}` };
}
