import { gradeAdjustedSpeed, normalizedPower, type Recording } from '@core/sandbox/athlete';

/** What the service works out from samples: a whole recording, or one stretch of it. Absent sensors give null. */
export interface Measured {
  /** Timer seconds, seconds with pauses, and seconds in motion. */
  readonly seconds: number;
  readonly elapsed: number;
  readonly moving: number;
  readonly distance: number | null;
  readonly speedAverage: number | null;
  readonly speedMaximum: number | null;
  /** Grade adjusted, m/s. */
  readonly normalizedSpeed: number | null;
  readonly powerAverage: number | null;
  readonly powerMaximum: number | null;
  readonly normalizedPower: number | null;
  readonly heartRateAverage: number | null;
  readonly heartRateMinimum: number | null;
  readonly heartRateMaximum: number | null;
  readonly cadenceAverage: number | null;
  readonly cadenceMaximum: number | null;
  readonly torqueAverage: number | null;
  readonly torqueMaximum: number | null;
  readonly kilojoules: number | null;
  readonly elevationGain: number | null;
  readonly elevationLoss: number | null;
  readonly elevationMinimum: number | null;
  readonly elevationAverage: number | null;
  readonly elevationMaximum: number | null;
  readonly temperatureMinimum: number | null;
  readonly temperatureAverage: number | null;
  readonly temperatureMaximum: number | null;
}

type Values = ArrayLike<number>;

/** Measures the samples `from` … `to` (exclusive). Gaps of up to 30 s count as timer time. */
export function measure(recording: Recording, from = 0, to = recording.length): Measured {
  const cut = (values: Float32Array | Float64Array | undefined) => values?.subarray(from, to);
  const { channels } = recording;
  const power = cut(channels.power);
  const beats = cut(channels.heartRate);
  const cadence = cut(channels.cadence);
  const speed = cut(channels.speed);
  const altitude = cut(channels.altitude);
  const temperature = cut(channels.temperature);
  const grade = cut(channels.grade);
  const { distance } = channels;
  const metres = distance ? distance[to - 1]! - (from === 0 ? 0 : distance[from - 1]!) : null;
  const moving = speed ? count(speed, (value) => value > 0) : to - from;
  const torque = power && cadence ? torqueOf(power, cadence) : undefined;
  const climb = altitude ? climbing(altitude) : undefined;
  return {
    seconds: to - from + shortPauses(recording, from, to),
    elapsed: (recording.time[to - 1] ?? 0) - (recording.time[from] ?? 0) + 1,
    moving,
    distance: metres,
    speedAverage: metres === null || moving === 0 ? null : metres / moving,
    speedMaximum: highest(speed),
    normalizedSpeed: grade && speed ? mean(gradeAdjustedSpeed(speed, grade)) : null,
    powerAverage: power ? total(power) / power.length : null,
    powerMaximum: highest(power),
    normalizedPower: power ? normalizedPower(power) : null,
    heartRateAverage: mean(beats, true),
    heartRateMinimum: lowest(beats, true),
    heartRateMaximum: highest(beats),
    cadenceAverage: mean(cadence, true),
    cadenceMaximum: highest(cadence),
    torqueAverage: mean(torque),
    torqueMaximum: highest(torque),
    kilojoules: power ? total(power) / 1000 : null,
    elevationGain: climb?.gain ?? null,
    elevationLoss: climb?.loss ?? null,
    elevationMinimum: lowest(altitude),
    elevationAverage: mean(altitude),
    elevationMaximum: highest(altitude),
    temperatureMinimum: lowest(temperature),
    temperatureAverage: mean(temperature),
    temperatureMaximum: highest(temperature),
  };
}

const LONG_GAP_S = 30;

function shortPauses(recording: Recording, from: number, to: number): number {
  let seconds = 0;
  for (const pause of recording.pauses) {
    if (pause.index > from && pause.index < to && pause.seconds <= LONG_GAP_S) seconds += pause.seconds;
  }
  return seconds;
}

/** Nm, from watts and revolutions; 0 where the cranks stand still. */
function torqueOf(power: Values, cadence: Values): Float32Array {
  return Float32Array.from(power, (watts, i) => {
    const rpm = cadence[i] ?? 0;
    return rpm > 0 ? (watts || 0) / ((rpm * 2 * Math.PI) / 60) : 0;
  });
}

/** Metres up and down, with a hysteresis of one metre against the noise of the barometer. */
function climbing(altitude: Values): { gain: number; loss: number } {
  let gain = 0;
  let loss = 0;
  let held = altitude[0] ?? 0;
  for (let i = 1; i < altitude.length; i++) {
    const change = altitude[i]! - held;
    if (Math.abs(change) < 1) continue;
    if (change > 0) gain += change;
    else loss -= change;
    held = altitude[i]!;
  }
  return { gain, loss };
}

function count(values: Values, counted: (value: number) => boolean): number {
  let n = 0;
  for (let i = 0; i < values.length; i++) if (counted(values[i]!)) n += 1;
  return n;
}

/** Sum; lost samples count as 0. */
export function total(values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! || 0;
  return sum;
}

/** Mean of what was recorded; with `positive`, zeros (no contact, no pedalling) are left out. */
function mean(values: Values | undefined, positive = false): number | null {
  if (!values) return null;
  let sum = 0;
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value) || (positive && value <= 0)) continue;
    sum += value;
    n += 1;
  }
  return n === 0 ? null : sum / n;
}

function highest(values: Values | undefined): number | null {
  if (!values) return null;
  let top: number | null = null;
  for (let i = 0; i < values.length; i++) if (values[i]! > (top ?? Number.NEGATIVE_INFINITY)) top = values[i]!;
  return top;
}

function lowest(values: Values | undefined, positive = false): number | null {
  if (!values) return null;
  let bottom: number | null = null;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (positive && value <= 0) continue;
    if (value < (bottom ?? Number.POSITIVE_INFINITY)) bottom = value;
  }
  return bottom;
}
