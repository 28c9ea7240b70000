import type { Cell } from '@core/mcp-kit';
import type { WireSportSettings } from '../../client/wire/sport-settings.ts';
import { recorded } from '../recorded.ts';
import { kilojoules } from '../si.ts';
import { speedOf } from '../sport.ts';
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

export const zoneColumns = ['sports', 'kind', 'zone', 'name', 'from', 'to'];

/** The athlete's zones as ranges; the unit of the bounds is in `kind`, an open top is empty. */
export function zoneRows(settings: WireSportSettings): Record<string, Cell>[] {
  const sports = settings.types.join(' ');
  const rows = (kind: string, ranges: readonly ZoneRange[]) =>
    ranges.map(({ name, from, to }, i) => ({ sports, kind, zone: `Z${i + 1}`, name, from, to }));
  return [
    ...(settings.ftp === null
      ? []
      : rows('power, % of FTP', zoneRanges(settings.power_zones, settings.power_zone_names, 'percent'))),
    ...rows('heart rate, bpm', zoneRanges(settings.hr_zones, settings.hr_zone_names, 'beats')),
    ...(settings.threshold_pace === null
      ? []
      : rows('pace, % of threshold speed', zoneRanges(settings.pace_zones, settings.pace_zone_names, 'percent'))),
  ];
}

/** The group that a sport belongs to; the group for other sports where it has none of its own. */
export function settingsFor(groups: readonly WireSportSettings[], sport: string): WireSportSettings | undefined {
  return groups.find(({ types }) => types.includes(sport)) ?? groups.find(({ other }) => other === true);
}
