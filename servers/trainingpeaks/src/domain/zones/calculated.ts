import { Failure } from '@core/mcp-kit';
import type { WireCalculatedZones, WireZone, WireZoneGroup } from '../../client/settings/wire.ts';
import type { Metric } from './metric.ts';

/** A threshold that comes back further from what was sent belongs to a method that derives it from a test. */
const SAME_SHARE = 0.02;

/** Whether a method keeps the threshold it is given. */
export function keepsThreshold(metric: Metric, threshold: number, calculated: WireCalculatedZones): boolean {
  const back = metric === 'speed' ? calculated.thresholdSpeed : calculated.lactateThreshold;
  return back === null || Math.abs(back - threshold) <= SAME_SHARE * threshold;
}

/**
 * The calculator's bounds as they are stored: whole numbers for power and heart rate, fractions for speed.
 *
 * @throws Failure `contract` when it gave no zones.
 */
export function zonesOf(metric: Metric, { zones }: WireCalculatedZones): WireZone[] {
  const read = zones.map(({ label, minimum, maximum, minimumAsDouble, maximumAsDouble }) =>
    metric === 'speed'
      ? { label, minimum: minimumAsDouble ?? minimum, maximum: maximumAsDouble ?? maximum }
      : { label, minimum, maximum },
  );
  if (read.length > 0 && read.every(({ minimum, maximum }) => minimum !== null && maximum !== null)) return read;
  throw new Failure('contract', 'The zone calculator of TrainingPeaks answered without zones', {
    next: 'tell the user to set the zones on TrainingPeaks',
  });
}

/**
 * The bands of a group moved with its threshold, for methods that the calculator does not know. Whole numbers stay whole and
 * stay without gaps; the open top of the last zone stays.
 */
export function scaledZones(metric: Metric, group: WireZoneGroup, threshold: number): WireZone[] {
  const share = threshold / (group.threshold ?? Number.NaN);
  if (!Number.isFinite(share) || group.zones.length === 0) {
    throw new Failure(
      'conflict',
      'The calculator does not know the method of these zones, and there is nothing to scale',
      {
        next: 'give a method of tp_get_zone_methods',
      },
    );
  }
  const moved = (value: number | null) =>
    value === null ? null : metric === 'speed' ? value * share : Math.round(value * share);
  const tops = group.zones.map(({ maximum }, i) => (i === group.zones.length - 1 ? maximum : moved(maximum)));
  return group.zones.map(({ label, minimum }, i) => {
    const below = tops[i - 1] ?? null;
    const from = below === null ? moved(minimum) : metric === 'speed' ? moved(minimum) : below + 1;
    return { label, minimum: from, maximum: tops[i] ?? null };
  });
}
