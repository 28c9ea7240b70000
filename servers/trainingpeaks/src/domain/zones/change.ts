import type { FieldChange } from '@core/mcp-kit';
import type { GroupBody, WireZone, WireZoneGroup } from '../../client/settings/wire.ts';
import type { Metric } from './metric.ts';
import { groupRow, zoneRow } from './show.ts';

/** What a group of zones is to become. */
export interface NewGroup {
  readonly workoutTypeId: number;
  readonly threshold: number;
  readonly calculationMethod: number;
  readonly maximumHeartRate?: number | null;
  readonly restingHeartRate?: number | null;
  readonly distance?: number;
  readonly zones: readonly WireZone[];
}

/** A group as it will read once it is stored: what is not named stays. */
export function changedGroup(before: WireZoneGroup | undefined, change: NewGroup): WireZoneGroup {
  const base = before ?? { maximumHeartRate: null, restingHeartRate: null, distance: null, whole: {} };
  return {
    ...base,
    ...change,
    maximumHeartRate: change.maximumHeartRate ?? base.maximumHeartRate,
    restingHeartRate: change.restingHeartRate ?? base.restingHeartRate,
    distance: change.distance ?? base.distance,
    whole: base.whole,
  };
}

/** The group as it is sent: everything that came, changed where it changes. */
export function groupBody(metric: Metric, group: WireZoneGroup): GroupBody {
  const { workoutTypeId, threshold, calculationMethod, zones } = group;
  return {
    zoneCalculatorId: null,
    ...group.whole,
    workoutTypeId,
    threshold,
    calculationMethod,
    ...(metric === 'heart_rate' && {
      maximumHeartRate: group.maximumHeartRate,
      restingHeartRate: group.restingHeartRate,
    }),
    ...(metric === 'speed' && { distance: group.distance ?? 0 }),
    zones: zones.map(({ label, minimum, maximum }) => ({ label, minimum, maximum })),
  };
}

/** All groups of the metric with one replaced or added: the service forgets those that are not sent. */
export function allBodies(
  metric: Metric,
  groups: readonly WireZoneGroup[],
  changed: readonly WireZoneGroup[],
): GroupBody[] {
  const isChanged = (id: number | null) => changed.some(({ workoutTypeId }) => workoutTypeId === id);
  return [
    ...groups.filter(({ workoutTypeId }) => !isChanged(workoutTypeId)).map(({ whole }) => whole),
    ...changed.map((group) => groupBody(metric, group)),
  ];
}

/** Threshold, method and every bound that changes, before and after. */
export function groupDiff(metric: Metric, before: WireZoneGroup | undefined, after: WireZoneGroup): FieldChange[] {
  const old = before === undefined ? {} : flat(metric, before);
  const wanted = flat(metric, after);
  return [...new Set([...Object.keys(wanted), ...Object.keys(old)])]
    .map((field) => ({ field, before: old[field] ?? null, after: wanted[field] ?? null }))
    .filter((change) => !same(change.before, change.after));
}

/** A group as named values, so that two can be compared; pace bounds are rounded as they are shown. */
function flat(metric: Metric, group: WireZoneGroup): Record<string, unknown> {
  const { metric: _m, sport, method_name: _n, ...values } = groupRow(metric, group);
  const zones = group.zones.map((zone, i) => {
    const { metric: _metric, sport: _sport, zone: label, ...bounds } = zoneRow(metric, group, zone);
    return [`${sport} zone ${i + 1} ${label ?? ''}`.trim(), rangeText(bounds)] as const;
  });
  return {
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`${sport} ${name}`, rounded(value)])),
    ...Object.fromEntries(zones),
  };
}

const unitWords: Readonly<Record<string, string>> = {
  w: 'W',
  bpm: 'bpm',
  km_h: 'km/h',
  s_per_km: 's/km',
  s_per_100m: 's/100 m',
};

function rangeText(bounds: Readonly<Record<string, unknown>>): string {
  const [name = ''] = Object.keys(bounds);
  return `${Object.values(bounds)
    .map((value) => (value === null ? 'open' : rounded(value)))
    .join(' to ')} ${unitWords[name.replace(/^from_(pace_)?/, '')] ?? ''}`.trim();
}

const rounded = (value: unknown) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
}
