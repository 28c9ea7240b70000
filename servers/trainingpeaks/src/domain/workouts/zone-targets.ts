import { type Intensity, type Item, isIntensity, isRepeat, type Step, type Workout } from '@core/workouts';
import type { WireSettings, WireZone } from '../../client/settings/wire.ts';
import { rounded } from './rounding.ts';
import { zoneGroup } from './thresholds.ts';

/** A workout whose power and pace zones are percentages of the athlete's own zone bounds, and what was written for each. */
export interface OwnZones {
  readonly workout: Workout;
  readonly notes: readonly string[];
}

const TABLES = {
  power_zone: { groups: 'powerZones', unit: '%ftp', name: 'power' },
  pace_zone: { groups: 'speedZones', unit: '%pace', name: 'pace' },
} as const;
type ZoneUnit = keyof typeof TABLES;

/**
 * Puts the bounds of the athlete's zones in the place of zone numbers: the platform knows only percentages. The lowest and
 * the highest zone have no real bound on one side and are left to the compiler; so are zones that do not exist.
 */
export function withOwnZones(workout: Workout, settings: WireSettings, sport: number | null): OwnZones {
  const notes: string[] = [];
  const items = (list: readonly Item[], parent: string): Item[] =>
    list.map((item, index) => {
      const path = parent === '' ? `steps[${index}]` : `${parent}.steps[${index}]`;
      if (isRepeat(item)) return { ...item, steps: items(item.steps, path) };
      const target = percentagesOf(item, settings, sport);
      if (target === undefined) return item;
      const zone = item.target as Intensity;
      const span = zone.from === zone.to ? `Z${zone.from}` : `Z${zone.from}-Z${zone.to}`;
      notes.push(
        `${path}: ${span} ${TABLES[zone.unit as ZoneUnit].name} is ${target.from}-${target.to} % of threshold for this athlete.`,
      );
      return { ...item, target };
    });
  return { workout: { ...workout, steps: items(workout.steps, '') }, notes };
}

function percentagesOf({ target }: Step, settings: WireSettings, sport: number | null): Intensity | undefined {
  if (!isIntensity(target) || (target.unit !== 'power_zone' && target.unit !== 'pace_zone')) return undefined;
  const { groups, unit } = TABLES[target.unit];
  const group = zoneGroup(settings[groups].items, sport);
  const threshold = group?.threshold ?? 0;
  const bounds = boundsOf(group?.zones ?? [], Math.min(target.from, target.to), Math.max(target.from, target.to));
  if (threshold <= 0 || bounds === undefined) return undefined;
  const [low, high] = bounds.map((bound) => rounded((bound / threshold) * 100, 1) ?? 0) as [number, number];
  const down = target.from > target.to;
  return {
    unit,
    from: down ? high : low,
    to: down ? low : high,
    ...(target.ramp === true && { ramp: true as const }),
  };
}

function boundsOf(zones: readonly WireZone[], first: number, last: number): readonly [number, number] | undefined {
  if (first <= 1 || last >= zones.length) return undefined;
  const low = zones[first - 1]?.minimum ?? null;
  const high = zones[last - 1]?.maximum ?? null;
  return low === null || high === null ? undefined : [low, high];
}
