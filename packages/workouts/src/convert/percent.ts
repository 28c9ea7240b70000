import { resolveTarget } from '../load/resolve.ts';
import type { Thresholds } from '../thresholds.ts';
import { type Intensity, metricOf } from '../workout.ts';

export type PercentUnit = '%ftp' | '%lthr' | '%hrmax' | '%pace';

/** Percentages of a band; `to` is absent where the top zone is open. */
export interface Percentages {
  readonly from: number;
  readonly to?: number;
}

/** The highest zone ends at 999 %: an open end, not a target. */
const OPEN = 900;

/**
 * The target as percent of one threshold. Zones of power and pace need only their zone table; the rest goes through
 * absolute values. One decimal. Says why when it cannot be done.
 */
export function asPercentOf(
  target: Intensity,
  unit: PercentUnit,
  thresholds: Thresholds,
): Percentages | { readonly unresolved: string } {
  if (target.unit === unit) return { from: target.from, to: target.to };
  if (metricOf(target.unit) !== metricOf(unit)) return { unresolved: `it is no ${unit.slice(1)} target` };
  const own = zonePercent(target, thresholds);
  if (own !== undefined) return own;
  const [threshold, name] = {
    '%ftp': [thresholds.ftp, 'FTP'] as const,
    '%lthr': [thresholds.lthr, 'threshold heart rate (LTHR)'] as const,
    '%hrmax': [thresholds.maxHr, 'maximum heart rate'] as const,
    '%pace': [thresholds.thresholdSpeed, 'threshold pace'] as const,
  }[unit];
  if (threshold === undefined) return { unresolved: `no ${name} is set` };
  const absolute = resolveTarget(target, thresholds);
  if ('unresolved' in absolute) return absolute;
  const percent = (value: number) => Math.round((1000 * value) / threshold) / 10;
  return { from: percent(absolute.from), to: percent(absolute.to) };
}

/** Bounds of power and pace zones straight from their table: (previous top + 1) … top. */
function zonePercent({ unit, from, to }: Intensity, { powerZones, paceZones }: Thresholds): Percentages | undefined {
  const tops = unit === 'power_zone' ? powerZones : unit === 'pace_zone' ? paceZones : undefined;
  const high = tops?.[Math.max(from, to) - 1];
  const first = Math.min(from, to);
  if (tops === undefined || high === undefined) return undefined;
  const low = first === 1 ? Math.round(0.8 * (tops[0] ?? 0)) : (tops[first - 2] ?? 0) + 1;
  return high > OPEN ? { from: low } : { from: low, to: high };
}
