import { zoneIndex } from '../load/zones.ts';
import type { ZoneTime } from './doc.ts';
import { DEFAULT_POWER_ZONE_NAMES, DEFAULT_POWER_ZONES, type IntervalsSettings } from './settings.ts';

const COLOURS = ['#009e80', '#009e00', '#ffcb0e', '#ff7f0e', '#dd0447', '#6633cc', '#504861'];
const SWEET_SPOT_COLOUR = '#ffa00e';
const OPEN_WATTS = 9999;

/** Seconds in each power zone, with sweet spot counted on top (intervals-api.md 6, 7.3 rule 9, Annex B). */
export function powerZoneTimes(stream: Float64Array, settings: IntervalsSettings, ftp: number): ZoneTime[] {
  const {
    powerZones = DEFAULT_POWER_ZONES,
    powerZoneNames = DEFAULT_POWER_ZONE_NAMES,
    sweetSpot = [84, 97],
  } = settings;
  const watts = (percent: number) => Math.floor((percent * ftp) / 100 + 1e-9);
  const secs = countZoneTimes(
    stream,
    powerZones.map((top) => (top * ftp) / 100),
  );
  const zones = powerZones.map((max, index): ZoneTime => {
    const below = powerZones[index - 1];
    const open = index === powerZones.length - 1;
    return {
      id: `Z${index + 1}`,
      name: powerZoneNames[index] ?? `Z${index + 1}`,
      zone: index + 1,
      max,
      minWatts: below === undefined ? 1 : watts(below) + 1,
      maxWatts: open ? OPEN_WATTS : watts(max),
      color: COLOURS[index] ?? COLOURS[6] ?? '',
      percentRange: percentRange(below, max, open),
      secs: secs[index]?.secs ?? 0,
    };
  });
  return [...zones, sweetSpotTime(stream, sweetSpot, ftp, powerZones.length + 1)];
}

function percentRange(below: number | undefined, max: number, open: boolean): string {
  const low = below === undefined ? 0 : below + 1;
  return open ? `${low}% +` : `${low}% - ${max}%`;
}

function sweetSpotTime(
  stream: Float64Array,
  [min, max]: readonly [number, number],
  ftp: number,
  zone: number,
): ZoneTime {
  const low = (min * ftp) / 100;
  const high = (max * ftp) / 100;
  return {
    id: 'SS',
    name: 'Sweet Spot',
    zone,
    gap: true,
    min,
    max,
    minWatts: Math.floor(low),
    maxWatts: Math.floor(high),
    color: SWEET_SPOT_COLOUR,
    percentRange: `${min}% - ${max}%`,
    secs: stream.reduce((sum, value) => (value >= low - 1e-9 && value <= high + 1e-9 ? sum + 1 : sum), 0),
  };
}

/** Seconds in each zone, first zone whose top is not below the value; a second without a target is in none. */
export function countZoneTimes(stream: Float64Array, tops: readonly number[]): ZoneTime[] {
  const zones = tops.map((_, index): ZoneTime => ({ id: `Z${index + 1}`, secs: 0 }));
  for (const value of stream) {
    const zone = zones[zoneIndex(value, tops)];
    if (zone !== undefined && value > 0) zone.secs++;
  }
  return zones;
}
