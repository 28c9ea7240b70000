import { finite, type Metric, needPositive, none, value } from '../result/index.ts';

/** One length of a pool as the device counted it. */
export interface SwimLength {
  /** s */
  readonly seconds: number;
  /** Strokes of the counted arm(s) in the length; null when not counted (drill, kick). */
  readonly strokes: number | null;
  /** Rest at the wall: no length was swum. */
  readonly idle?: boolean;
}

export interface PoolOptions {
  /** Length of the pool, m. */
  readonly pool: number;
  /** Glide after the push-off that no stroke made, m. Default 3. */
  readonly pushOff?: number;
}

/** How the lengths of a swim were swum; means weigh every swum length by its time. */
export interface Strokes {
  /** Lengths swum. */
  readonly lengths: number;
  /** m */
  readonly distance: number;
  /** Time in the lengths swum, without rest, s. */
  readonly movingSeconds: number;
  /** Mean of seconds + strokes of a length. */
  readonly swolf: number;
  /** Strokes per minute of the time spent stroking. */
  readonly strokeRate: number;
  /** Metres per stroke. */
  readonly distancePerStroke: number;
}

/**
 * SWOLF, stroke rate and distance per stroke of a pool swim, idle lengths left out.
 *
 * The push-off is not stroked: distance per stroke = (pool − pushOff)/strokes, and stroke rate counts the time of that
 * part only. SWOLF is the plain sum of seconds and strokes, so it compares swims of one pool length only.
 * `coverage` is the share of the swum lengths that have strokes.
 * @returns `no_data` without a swum length with strokes; `bad_input` unless the pool is longer than the push-off and the
 *   seconds are 1 or more and strokes 0 or more.
 * @source SWOLF as devices count it; push-off correction as GoldenCheetah (3 m).
 */
export function strokesOf(lengths: readonly SwimLength[], options: PoolOptions): Metric<Strokes> {
  const { pool, pushOff = 3 } = options;
  if (!(pool <= 10_000 && pushOff >= 0 && pushOff < pool))
    return none('bad_input', `pool ${pool} m must be longer than the push-off ${pushOff} m`);
  const swum = lengths.filter((length) => length.idle !== true);
  for (const { seconds, strokes } of swum)
    if (!(seconds >= 1 && seconds <= 86_400 && (strokes === null || (strokes >= 0 && strokes <= 10_000))))
      return none('bad_input', `a length of ${seconds} s with ${strokes} strokes cannot be`);
  const stroked = swum.filter((length) => length.strokes !== null && length.strokes >= 0.5);
  if (stroked.length === 0) return none('no_data', 'no length has strokes');
  const sum = (of: (length: SwimLength) => number, over = stroked) =>
    over.reduce((total, length) => total + of(length), 0);
  const strokes = sum((length) => length.strokes as number);
  const seconds = sum((length) => length.seconds);
  return value(
    {
      lengths: swum.length,
      distance: pool * swum.length,
      movingSeconds: sum((length) => length.seconds, swum),
      swolf: (seconds + strokes) / stroked.length,
      strokeRate: (60 * strokes) / (seconds * (1 - pushOff / pool)),
      distancePerStroke: (stroked.length * (pool - pushOff)) / strokes,
    },
    `strokes, push-off ${pushOff} m`,
    stroked.length / swum.length,
  );
}

/** SWOLF of one length: seconds + strokes. `bad_input` unless seconds are above 0 and strokes 0 or more. */
export function swolf(seconds: number, strokes: number): Metric {
  const refusal = needPositive({ seconds });
  if (refusal !== null) return refusal;
  return strokes >= 0 ? finite(seconds + strokes, 'SWOLF') : none('bad_input', `strokes ${strokes} must be 0 or more`);
}
