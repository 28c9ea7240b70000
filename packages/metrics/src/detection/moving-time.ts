import { type Metric, none, value } from '../result/index.ts';
import type { Series } from '../samples/index.ts';

export interface MovingConvention {
  /** Faster than this is moving, m/s. */
  readonly speed: number;
  /** More than this is moving, W; `Infinity` to ignore power. */
  readonly power: number;
  /** More than this is moving, per minute; `Infinity` to ignore cadence. */
  readonly cadence: number;
  /** A change of state shorter than this is not one, s; 0 for none. */
  readonly debounce: number;
}

/**
 * When somebody moves. `ride` and `run` are the defaults here; `speed_only` counts the seconds above 0.5 m/s and nothing
 * else; `elevate` uses its thresholds, 4 km/h on a ride; `strava` 0.27 m/s.
 * @source thresholds as each program uses them; `ride` and `run` are engineering choices of this library.
 */
export const MOVING_PRESETS = {
  ride: { speed: 0.8, power: 10, cadence: 20, debounce: 3 },
  run: { speed: 0.5, power: 10, cadence: 20, debounce: 3 },
  speed_only: { speed: 0.5, power: Number.POSITIVE_INFINITY, cadence: Number.POSITIVE_INFINITY, debounce: 0 },
  strava: { speed: 0.27, power: Number.POSITIVE_INFINITY, cadence: Number.POSITIVE_INFINITY, debounce: 0 },
  elevate: { speed: 4 / 3.6, power: Number.POSITIVE_INFINITY, cadence: 30, debounce: 0 },
} as const satisfies Record<string, MovingConvention>;

/** Channels at 1 Hz; any of them may be absent. */
export interface MovingInput {
  readonly speed?: Series;
  readonly power?: Series;
  readonly cadence?: Series;
}

export interface MovingOptions extends Partial<MovingConvention> {
  /** Default `ride`. */
  readonly preset?: keyof typeof MOVING_PRESETS;
}

export interface MovingTime {
  /** s */
  readonly seconds: number;
  /** Seconds at rest with the recorder on. */
  readonly stopped: number;
  /** Seconds in which nothing is known. */
  readonly unknown: number;
  /** Seconds that move at 0 W; null without power. */
  readonly coasting: number | null;
  /** 1 moving, 0 not, one entry a second. */
  readonly moving: Uint8Array;
}

/**
 * Moving time, s: seconds faster than a threshold, or with power or cadence above theirs (a rider on a trainer moves).
 *
 * A stop or a start shorter than the debounce is smoothed over. Seconds in which no channel has data are not moving and
 * counted apart. Indoors without speed, power or cadence use the timer time instead.
 * @returns `no_data` when no channel has a value, `bad_input` for channels of different lengths or thresholds that are
 *   negative or `NaN`.
 * @source engineering choice of this library; Strava and elevate as in `MOVING_PRESETS`.
 */
export function movingTime(input: MovingInput, options: MovingOptions = {}): Metric<MovingTime> {
  const { speed, power, cadence, debounce } = { ...MOVING_PRESETS[options.preset ?? 'ride'], ...options };
  if (!([speed, power, cadence].every((limit) => limit >= 0) && debounce >= 0 && debounce <= 60))
    return none('bad_input', 'thresholds must be 0 or more and debounce 0 to 60 s');
  const channels = [
    { series: input.speed, limit: speed },
    { series: input.power, limit: power },
    { series: input.cadence, limit: cadence },
  ].filter((channel): channel is { series: Series; limit: number } => channel.series !== undefined);
  const length = channels[0]?.series.length ?? 0;
  if (channels.some(({ series }) => series.length !== length))
    return none('bad_input', 'the channels differ in length');
  const moving = new Uint8Array(length);
  const known = new Uint8Array(length);
  for (const { series, limit } of channels)
    for (let i = 0; i < length; i++) {
      if (Number.isNaN(series[i]!)) continue;
      known[i] = 1;
      if (series[i]! > limit) moving[i] = 1;
    }
  const seen = known.reduce((sum, k) => sum + k, 0);
  if (seen === 0) return none('no_data', 'neither speed nor power nor cadence was recorded');
  smoothOver(moving, known, debounce);
  const seconds = moving.reduce((sum, m) => sum + m, 0);
  const { power: watts } = input;
  const coasting =
    watts === undefined ? null : moving.reduce((sum, m, i) => sum + (m === 1 && watts[i] === 0 ? 1 : 0), 0);
  const time = { seconds, stopped: seen - seconds, unknown: length - seen, coasting, moving };
  return value(time, `speed > ${speed} m/s, power > ${power} W, cadence > ${cadence}, ${debounce} s`, seen / length);
}

/** Flips runs shorter than `debounce` that lie between two runs of the other state; unknown seconds end a run. */
function smoothOver(state: Uint8Array, known: Uint8Array, debounce: number): void {
  let from = 0;
  for (let i = 1; i <= state.length; i++) {
    if (i < state.length && state[i] === state[from] && known[i] === known[from]) continue;
    const between = from > 0 && i < state.length && known[from - 1] === 1 && known[from] === 1 && known[i] === 1;
    if (between && i - from < debounce && state[from - 1] !== state[from]) state.fill(state[from - 1]!, from, i);
    from = i;
  }
}

/** A half-open range of seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Runs of at least `shortest` seconds in which a mask of 1 Hz cells is 1 (`of` = 1) or 0: stops are those of 0. */
export function stretchesOf(mask: Uint8Array, of: 0 | 1, shortest = 1): Stretch[] {
  const stretches: Stretch[] = [];
  let from = -1;
  for (let i = 0; i <= mask.length; i++) {
    const inside = i < mask.length && mask[i] === of;
    if (inside && from < 0) from = i;
    if (!inside && from >= 0) {
      if (i - from >= shortest) stretches.push({ from, to: i });
      from = -1;
    }
  }
  return stretches;
}

/**
 * Surges: stretches of 3 to 30 s above 120 % of FTP.
 * @param power W at 1 Hz; missing seconds end a surge.
 * @returns `bad_input` unless FTP is above 0, `no_data` without power. An empty list is a ride without surges.
 * @source engineering choice of this library.
 */
export function surges(power: Series, ftp: number): Metric<readonly Stretch[]> {
  if (!(ftp > 0 && ftp < Number.POSITIVE_INFINITY)) return none('bad_input', `ftp must be above 0 W, got ${ftp}`);
  const known = Array.from(power).filter((watts) => !Number.isNaN(watts)).length;
  if (known === 0) return none('no_data', 'the activity has no power');
  const above = Uint8Array.from(power, (watts) => (watts > 1.2 * ftp ? 1 : 0));
  const found = stretchesOf(above, 1, 3).filter(({ from, to }) => to - from <= 30);
  return value(found, 'above 120 % of FTP for 3 to 30 s', known / power.length);
}
