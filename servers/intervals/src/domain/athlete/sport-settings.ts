import type { Cell } from '@core/mcp-kit';
import { paceZoneBand, powerZoneBand } from '@core/workouts/load';
import type { WireSportSettings } from '../../client/wire/sport-settings.ts';
import { recorded } from '../recorded.ts';
import { kilojoules } from '../si.ts';
import { speedColumns, speedOf } from '../sport.ts';
import { type ZoneRange, zoneRanges } from '../zones.ts';

/** Thresholds of one group of sports, as the athlete set them. Nothing is derived: what is not set is not there. */
export function thresholds(settings: WireSportSettings): Record<string, unknown> {
  const sport = settings.types[0] ?? null;
  const pace = settings.threshold_pace === null ? {} : speedOf(sport, settings.threshold_pace);
  return recorded({
    id: settings.id,
    sports: settings.types.join(' '),
    catches_other_sports: settings.other === true ? true : null,
    ftp_w: settings.ftp,
    indoor_ftp_w: settings.indoor_ftp,
    w_prime_kj: kilojoules(settings.w_prime),
    max_power_w: settings.p_max,
    lthr_bpm: settings.lthr,
    max_hr_bpm: settings.max_hr,
    ...Object.fromEntries(Object.entries(pace).map(([name, value]) => [`threshold_${name}`, value])),
    sweet_spot: sweetSpot(settings),
    load_from: settings.load_order?.replaceAll('_', ' then ').toLowerCase() ?? null,
  });
}

function sweetSpot({ ftp, sweet_spot_min: low, sweet_spot_max: high }: WireSportSettings): string | null {
  return ftp === null || low === null || high === null ? null : `${low} to ${high} % of FTP`;
}

export const zoneColumns = [
  'sport',
  'kind',
  'zone',
  'name',
  'from',
  'to',
  'from_power_w',
  'to_power_w',
  ...paceColumns('from'),
  ...paceColumns('to'),
];

/**
 * The athlete's zones as ranges, in the unit that `kind` names and in watts and pace as the platform rounds them; an open
 * top is empty. `sport` is the first sport of the group.
 */
export function zoneRows(settings: WireSportSettings): Record<string, Cell>[] {
  const sport = settings.types[0] ?? null;
  const rows = (
    kind: string,
    ranges: readonly ZoneRange[],
    absolute: (zone: number) => Record<string, Cell> = () => ({}),
  ) => ranges.map(({ name, from, to }, i) => ({ sport, kind, zone: `Z${i + 1}`, name, from, to, ...absolute(i + 1) }));
  const { ftp, threshold_pace: threshold } = settings;
  const powerTops = known(settings.power_zones);
  const paceTops = known(settings.pace_zones);
  return [
    ...(ftp === null
      ? []
      : rows('power % FTP', zoneRanges(powerTops, settings.power_zone_names, 'percent'), (zone) =>
          watts(zone, powerTops, ftp),
        )),
    ...rows('hr bpm', zoneRanges(settings.hr_zones, settings.hr_zone_names, 'beats')),
    ...(threshold === null
      ? []
      : rows('pace % threshold', zoneRanges(paceTops, settings.pace_zone_names, 'percent'), (zone) =>
          paces(zone, paceTops, threshold, sport),
        )),
  ];
}

function known(tops: readonly (number | null)[]): number[] {
  return tops.filter((top): top is number => top !== null);
}

function watts(zone: number, tops: readonly number[], ftp: number): Record<string, Cell> {
  const band = powerZoneBand(zone, zone, tops, ftp);
  // A target of zone 1 starts at 80 % of its top; the zone itself starts at nothing.
  return {
    from_power_w: zone === 1 ? 0 : (band?.low ?? null),
    to_power_w: zone === tops.length ? null : (band?.high ?? null),
  };
}

function paces(zone: number, tops: readonly number[], threshold: number, sport: string | null): Record<string, Cell> {
  const band = paceZoneBand(zone, zone, tops, threshold);
  return {
    ...named('from', speedOf(sport, band?.low ?? null)),
    ...named('to', speedOf(sport, zone === tops.length ? null : (band?.high ?? null))),
  };
}

function named(prefix: string, values: Readonly<Record<string, number | null>>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}_${name}`, value]));
}

function paceColumns(prefix: string): string[] {
  return speedColumns.map((name) => `${prefix}_${name}`);
}

/** The group that a sport belongs to; the group for other sports where it has none of its own. */
export function settingsFor(groups: readonly WireSportSettings[], sport: string): WireSportSettings | undefined {
  return groups.find(({ types }) => types.includes(sport)) ?? groups.find(({ other }) => other === true);
}
