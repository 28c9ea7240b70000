import type { Row } from '../shape/body.ts';

export interface Zone {
  readonly label: string;
  readonly minimum: number;
  readonly maximum: number;
}

const POWER_LABELS = ['Recovery', 'Endurance', 'Tempo', 'Threshold', 'VO2 Max', 'Anaerobic Capacity', 'Neuromuscular'];
const POWER_TOPS = [55, 75, 90, 105, 120, 150];
const HEART_TOPS = [81, 89, 93, 99];
const SPEED_TOPS = [77.5, 87.7, 94.3, 100];
/** What the service writes where there is no upper bound. */
const POWER_SENTINEL = 2000;
const SPEED_SENTINEL_FACTOR = 10;

/** Zones of whole numbers, each starting one above the last. */
function wholeZones(tops: readonly number[], of: number, last: number, label: (i: number) => string): Zone[] {
  const maxima = [...tops.map((top) => Math.floor((top * of) / 100)), last];
  return maxima.map((maximum, i) => ({ label: label(i), minimum: i === 0 ? 0 : maxima[i - 1]! + 1, maximum }));
}

export function powerZones(threshold: number): Zone[] {
  return wholeZones(POWER_TOPS, threshold, POWER_SENTINEL, (i) => `Zone ${i + 1}: ${POWER_LABELS[i]}`);
}

export function heartRateZones(threshold: number, maximum = 255): Zone[] {
  return wholeZones(HEART_TOPS, threshold, maximum, (i) => `Zone ${i + 1}`);
}

/** By the reserve between resting and maximum heart rate. */
export function reserveZones(maxHr: number, restingHr: number): Zone[] {
  const tops = [60, 70, 80, 90].map((percent) => restingHr + Math.floor(((maxHr - restingHr) * percent) / 100));
  const maxima = [...tops, maxHr];
  return maxima.map((maximum, i) => ({
    label: `Reserve ${i + 1}`,
    minimum: i === 0 ? restingHr : maxima[i - 1]! + 1,
    maximum,
  }));
}

/** In m/s, with fractions; the next starts where the last ended. */
export function speedZones(threshold: number): Zone[] {
  const maxima = [...SPEED_TOPS.map((top) => (top * threshold) / 100), SPEED_SENTINEL_FACTOR * threshold];
  return maxima.map((maximum, i) => ({ label: `Zone ${i + 1}`, minimum: i === 0 ? 0 : maxima[i - 1]!, maximum }));
}

/** The groups that an account starts with. */
export interface ZoneGroups {
  powerZones: Row[];
  heartRateZones: Row[];
  speedZones: Row[];
}
