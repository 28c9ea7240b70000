import { numberOrNull, type Row } from '../shape/body.ts';
import { badRequest } from '../shape/refusal.ts';
import { heartRateZones, powerZones, reserveZones, speedZones, type Zone } from './zones.ts';

/** Methods that answer, by metric. What they are called is not said, and which percentages the emulator takes neither. */
const METHODS: Readonly<Record<string, readonly number[]>> = {
  power: [1, 2, 3, 4, 5, 6, 7],
  heartrate: [1, 2, 3, 4, 5, 31],
  speed: [2, 5, 14],
};
/** Method 2 of power and 5 and 14 of speed take what they get for the result of a field test. */
const POWER_TEST_FACTOR = 0.9;
const SPEED_TEST_FACTOR = 0.8;

/** Zones of one method from what was measured; nothing is stored. */
export function calculate(metric: string, method: number, body: Row): Row {
  if (!METHODS[metric]?.includes(method) || body.zoneType !== method) throw badRequest('Invalid zone type');
  switch (metric) {
    case 'power':
      return power(method, needed(body, 'LTPower'));
    case 'heartrate':
      return heartRate(method, body);
    default:
      return speed(method, needed(body, 'speed'));
  }
}

function needed(body: Row, key: string): number {
  const value = numberOrNull(body[key]);
  if (value === null || value <= 0) throw badRequest(`${key} is required`);
  return value;
}

function power(method: number, watts: number): Row {
  const lactateThreshold = method === 2 ? Math.round(watts * POWER_TEST_FACTOR) : watts;
  const zones = powerZones(lactateThreshold);
  return { calculationMethod: method, zones: (method === 4 ? zones : zones.slice(0, -1)).map(shown), lactateThreshold };
}

function heartRate(method: number, body: Row): Row {
  const lactateThreshold = needed(body, 'LTHR');
  const zones =
    method === 31
      ? reserveZones(needed(body, 'maxHR'), needed(body, 'restingHR'))
      : heartRateZones(lactateThreshold, numberOrNull(body.maxHR) ?? 255);
  return { calculationMethod: method, zones: zones.map(shown), lactateThreshold };
}

function speed(method: number, metresPerSecond: number): Row {
  const thresholdSpeed = method === 2 ? metresPerSecond : metresPerSecond * SPEED_TEST_FACTOR;
  return { calculationMethod: method, zones: speedZones(thresholdSpeed).map(shown), thresholdSpeed };
}

/** Whole bounds beside the exact ones. */
function shown({ label, minimum, maximum }: Zone): Row {
  return {
    label,
    minimum: Math.floor(minimum),
    maximum: Math.floor(maximum),
    minimumAsDouble: minimum,
    maximumAsDouble: maximum,
  };
}
