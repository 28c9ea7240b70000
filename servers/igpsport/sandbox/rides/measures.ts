import { normalizedPower, type Recording } from '@core/sandbox/athlete';

export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What the service computes from the samples of a ride or a lap. Undefined: no such sensor. */
export interface Measures {
  readonly seconds: number;
  readonly elapsed: number;
  readonly metres: number;
  readonly speed: Spread | undefined;
  readonly ascent: number | undefined;
  readonly descent: number | undefined;
  readonly altitude: Spread | undefined;
  readonly power: Spread | undefined;
  readonly normalized: number | undefined;
  readonly heartRate: Spread | undefined;
  readonly cadence: Spread | undefined;
  readonly temperature: Spread | undefined;
  readonly kilocalories: number;
}

/** Metres that altitude must change by before it counts: barometers tremble. */
const CLIMB_STEP = 2;
/** Muscles turn about a quarter of what they burn into work, and a kilocalorie is 4.184 kJ: kJ and kcal are nearly alike. */
const KCAL_PER_KJ = 1;
const KCAL_PER_HOUR = 480;

export function measure(recording: Recording, from = 0, to = recording.length): Measures {
  const { time, channels } = recording;
  const part = (values: Float32Array | Float64Array | undefined) => values?.subarray(from, to);
  const power = part(channels.power);
  const watts = spread(power);
  const climb = climbing(part(channels.altitude));
  const start = from === 0 ? 0 : (channels.distance?.[from] ?? 0);
  const seconds = to - from;
  return {
    seconds,
    elapsed: (time[to - 1] ?? 0) - (time[from] ?? 0) + 1,
    metres: Math.max(0, (channels.distance?.[to - 1] ?? 0) - start),
    speed: spread(part(channels.speed)),
    ascent: climb?.up,
    descent: climb?.down,
    altitude: spread(part(channels.altitude)),
    power: watts,
    normalized: power === undefined ? undefined : normalizedPower(power),
    // A strap that loses contact writes 0, and nobody counts the seconds without pedalling.
    heartRate: spread(part(channels.heartRate), 0),
    cadence: spread(part(channels.cadence), 0),
    temperature: spread(part(channels.temperature)),
    kilocalories: watts === undefined ? (seconds / 3600) * KCAL_PER_HOUR : (watts.mean * seconds * KCAL_PER_KJ) / 1000,
  };
}

/** Over the values above `floor`; NaN is no value. */
function spread(values: ArrayLike<number> | undefined, floor = Number.NEGATIVE_INFINITY): Spread | undefined {
  let count = 0;
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < (values?.length ?? 0); i++) {
    const value = values?.[i] ?? Number.NaN;
    if (!(value > floor)) continue;
    count += 1;
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return count === 0 ? undefined : { mean: sum / count, low, high };
}

function climbing(altitude: ArrayLike<number> | undefined): { up: number; down: number } | undefined {
  if (altitude === undefined || altitude.length === 0) return undefined;
  let up = 0;
  let down = 0;
  let level = altitude[0] ?? 0;
  for (let i = 0; i < altitude.length; i++) {
    const metres = altitude[i] ?? level;
    if (metres - level >= CLIMB_STEP) up += metres - level;
    else if (level - metres >= CLIMB_STEP) down += level - metres;
    else continue;
    level = metres;
  }
  return { up, down };
}
