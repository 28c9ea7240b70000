import { type Metric, none, value, type Warning } from '../result/index.ts';
import { type Series, type Tally, tallyOf } from '../samples/index.ts';

export interface TimeInZoneOptions {
  /**
   * Length of a trailing mean before sorting, seconds, 1–3600. Default 1 (raw). 30 for power: raw seconds over-fill the
   * extremes. The mean covers the measured seconds of its window.
   */
  readonly smoothing?: number;
}

export interface TimeInZones {
  /** Seconds in each zone, lowest first. They and `below` add up to the seconds with data. */
  readonly seconds: readonly number[];
  /** Seconds with data under the first bound. */
  readonly below: number;
}

/**
 * Seconds in each zone of a 1 Hz series. A value on a bound belongs to the zone above it. Missing seconds are in no
 * zone: see `coverage`. Any channel: give bounds in its unit.
 * Refuses `no_data`, `bad_input` (no bounds, not increasing, smoothing outside 1–3600). O(n · zones).
 * @source definition
 */
export function timeInZones(
  series: Series | Tally,
  bounds: readonly number[],
  options: TimeInZoneOptions = {},
): Metric<TimeInZones> {
  const window = options.smoothing ?? 1;
  if (bounds.length === 0) return none('bad_input', 'needs at least one bound');
  for (let zone = 0; zone < bounds.length; zone++)
    if (!((bounds[zone] as number) > (bounds[zone - 1] ?? Number.NEGATIVE_INFINITY)))
      return none('bad_input', `bounds must be increasing numbers, got ${bounds.join(', ')}`);
  if (!(Number.isInteger(window) && window >= 1 && window <= 3600))
    return none('bad_input', `smoothing must be a whole number of seconds from 1 to 3600, got ${window}`);
  const seconds = new Array<number>(bounds.length + 1).fill(0);
  if (window > 1 && 'counts' in series) return none('bad_input', 'smoothing needs the series itself, not a tally');
  const count =
    window === 1 || 'counts' in series
      ? sortRaw(tallyOf(series), bounds, seconds)
      : sortSmoothed(series, bounds, seconds, window);
  if (count === 0) return none('no_data', 'the series has no value');
  const [below = 0, ...inZones] = seconds;
  const warnings: Warning[] =
    below > 0 ? [{ code: 'below_first_zone', detail: `${below} s are under the first bound ${bounds[0]}` }] : [];
  const method = window === 1 ? 'seconds by value' : `seconds by ${window} s mean`;
  return value({ seconds: inZones, below }, method, count / series.length, warnings);
}

/** Slot 0 is below the first bound, slot k the k-th zone. */
function sortRaw(tally: Tally, bounds: readonly number[], seconds: number[]): number {
  for (let k = 0; k < tally.values.length; k++) {
    const slot = slotOf(tally.values[k] as number, bounds);
    seconds[slot] = (seconds[slot] as number) + (tally.counts[k] as number);
  }
  return tally.covered;
}

function slotOf(reading: number, bounds: readonly number[]): number {
  let slot = bounds.length;
  while (slot > 0 && reading < (bounds[slot - 1] as number)) slot--;
  return slot;
}

function sortSmoothed(series: Series, bounds: readonly number[], seconds: number[], window: number): number {
  let count = 0;
  let sum = 0;
  let inside = 0;
  for (let i = 0; i < series.length; i++) {
    const reading = series[i] as number;
    const leaving = i >= window ? (series[i - window] as number) : Number.NaN;
    if (Number.isFinite(leaving)) {
      sum -= leaving;
      inside--;
    }
    if (!Number.isFinite(reading)) continue;
    sum += reading;
    inside++;
    count++;
    const slot = slotOf(sum / inside, bounds);
    seconds[slot] = (seconds[slot] as number) + 1;
  }
  return count;
}

/**
 * How well two lists of seconds in zone agree, 0–1: 1 − Σ|share₁ − share₂| / 2. For the device's own time in zone (FIT
 * message 216) beside ours. Refuses `bad_input` for unequal lengths or negative numbers, `no_data` when one is all 0.
 * @source engineering choice (total variation distance)
 */
export function zoneTimeAgreement(ours: readonly number[], theirs: readonly number[]): Metric {
  if (ours.length !== theirs.length) return none('bad_input', `${ours.length} zones against ${theirs.length}`);
  if (![...ours, ...theirs].every((seconds) => seconds >= 0 && Number.isFinite(seconds)))
    return none('bad_input', 'seconds must be finite and 0 or more');
  const all = ours.reduce((sum, seconds) => sum + seconds, 0);
  const other = theirs.reduce((sum, seconds) => sum + seconds, 0);
  if (all === 0 || other === 0) return none('no_data', 'one side has no time in any zone');
  const distance = ours.reduce(
    (sum, seconds, zone) => sum + Math.abs(seconds / all - (theirs[zone] as number) / other),
    0,
  );
  return value(1 - distance / 2, '1 − total variation distance');
}
