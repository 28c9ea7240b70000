import { gradeAdjustedSpeed, normalizedPower, type Recording } from '@core/sandbox/athlete';
import { allKeys } from '../shape/json.ts';
import { intervalKeys } from '../shape/keys.ts';
import { familyOf } from '../sports.ts';
import { climbing, highest, lowest, mean, meanPositive, rounded, total, wPrimeBalance } from './arithmetic.ts';
import type { Facts } from './facts.ts';
import { aboveFtp, decoupling, wattTops } from './power.ts';

export type IntervalRow = Record<string, unknown>;

export interface Stretch {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly label: string | null;
  readonly type: 'WORK' | 'RECOVERY';
}

/** Everything that the service says about a stretch of samples, end exclusive. */
export function measure(
  recording: Recording,
  facts: Facts,
  stretch: Stretch,
  seed: number,
  balance: Float32Array | undefined,
): IntervalRow {
  const { startIndex: from, endIndex: to } = stretch;
  const { time } = recording;
  const { distance } = recording.channels;
  const metres = distance ? distance[to - 1]! - (from > 0 ? distance[from - 1]! : 0) : null;
  const endTime = to < recording.length ? time[to]! : (time[to - 1] ?? 0) + 1;
  const row: IntervalRow = {
    id: (seed % 1_000_000) + from,
    type: stretch.type,
    label: stretch.label,
    start_index: from,
    end_index: to,
    start_time: time[from] ?? 0,
    end_time: endTime,
    moving_time: to - from,
    elapsed_time: endTime - (time[from] ?? 0),
    distance: metres,
    ...powerOf(recording, facts, from, to, balance),
    ...heartAndCadence(recording, from, to),
    ...roadOf(recording, facts, metres, from, to),
  };
  row.intensity = intensityOf(row, facts);
  row.group_id = groupName(row);
  return allKeys(intervalKeys, row);
}

function powerOf(
  recording: Recording,
  facts: Facts,
  from: number,
  to: number,
  balance: Float32Array | undefined,
): IntervalRow {
  const { power, heartRate } = recording.channels;
  if (!power || facts.ftp === null) return {};
  const stretch = power.slice(from, to);
  const joules = total(stretch);
  const watts = Math.round(joules / (to - from));
  const tops = wattTops(facts);
  const zone = tops.findIndex((top) => watts <= top);
  const np = Math.round(normalizedPower(stretch));
  const peak = highest(stretch);
  return {
    average_watts: watts,
    min_watts: lowest(stretch),
    max_watts: peak,
    average_watts_kg: watts / facts.weightKg,
    max_watts_kg: peak === null ? null : peak / facts.weightKg,
    weighted_average_watts: np,
    zone: zone + 1,
    zone_min_watts: zone <= 0 ? 0 : tops[zone - 1]! + 1,
    zone_max_watts: tops[zone],
    training_load: (100 * (np / facts.ftp) ** 2 * (to - from)) / 3600,
    joules: Math.round(joules),
    joules_above_ftp: aboveFtp(stretch, facts.ftp),
    wbal_start: balance ? Math.round(from > 0 ? balance[from - 1]! : facts.wPrime) : null,
    wbal_end: balance ? Math.round(balance[to - 1]!) : null,
    decoupling: heartRate ? decoupling(power, heartRate, from, to) : null,
  };
}

function heartAndCadence(recording: Recording, from: number, to: number): IntervalRow {
  const { heartRate, cadence, temperature } = recording.channels;
  return {
    average_heartrate: rounded(meanPositive(heartRate, from, to)),
    min_heartrate: lowest(heartRate, from, to),
    max_heartrate: highest(heartRate, from, to),
    average_cadence: meanPositive(cadence, from, to),
    min_cadence: lowest(cadence, from, to),
    max_cadence: highest(cadence, from, to),
    average_temp: mean(temperature, from, to),
  };
}

function roadOf(recording: Recording, facts: Facts, metres: number | null, from: number, to: number): IntervalRow {
  const { speed, altitude, grade, cadence } = recording.channels;
  const climb = climbing(altitude, from, to);
  const pace = metres === null ? null : metres / (to - from);
  const steps = meanPositive(cadence, from, to);
  const running = familyOf(facts.type) === 'run';
  const rise = altitude ? altitude[to - 1]! - altitude[from]! : null;
  return {
    average_speed: pace,
    min_speed: lowest(speed, from, to),
    max_speed: highest(speed, from, to),
    gap: running && speed ? mean(gradeAdjustedSpeed(speed.slice(from, to), grade?.slice(from, to))) : null,
    average_stride: running && pace !== null && steps !== null ? pace / ((2 * steps) / 60) : null,
    total_elevation_gain: climb.gain,
    min_altitude: lowest(altitude, from, to),
    max_altitude: highest(altitude, from, to),
    average_gradient: rise !== null && metres !== null && metres > 0 ? rise / metres : null,
  };
}

/** J of W′ left at every second; undefined without power. */
export function balanceOf(recording: Recording, facts: Facts): Float32Array | undefined {
  const { power } = recording.channels;
  return power && facts.ftp !== null ? wPrimeBalance(power, facts.ftp, facts.wPrime) : undefined;
}

/** Whole % of the first measure that has data: power, then pace, then heart rate, as the group orders them. */
function intensityOf(row: IntervalRow, facts: Facts): number | null {
  const by: Record<string, number | null> = {
    POWER: typeof row.average_watts === 'number' && facts.ftp ? (100 * row.average_watts) / facts.ftp : null,
    HR: typeof row.average_heartrate === 'number' ? (100 * row.average_heartrate) / facts.lthr : null,
    PACE:
      typeof row.average_speed === 'number' && facts.thresholdPace
        ? (100 * row.average_speed) / facts.thresholdPace
        : null,
  };
  for (const measure of facts.group.interval_display.split('_')) {
    const value = by[measure];
    if (value !== null && value !== undefined) return Math.floor(value);
  }
  return null;
}

/** `721s@259w86rpm`: the name of a group is its averages. */
export function groupName(row: IntervalRow): string {
  const cadence = typeof row.average_cadence === 'number' ? `${Math.round(row.average_cadence)}rpm` : '';
  const main =
    typeof row.average_watts === 'number'
      ? `${row.average_watts}w`
      : typeof row.average_heartrate === 'number'
        ? `${row.average_heartrate}bpm`
        : '';
  return `${row.moving_time}s@${main}${cadence}`;
}
