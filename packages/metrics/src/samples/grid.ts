import { type Metric, none, value } from '../result/index.ts';
import { cellsOf, type SameSecond } from './cells.ts';
import { fillShortHoles } from './fill.ts';
import type { ChannelName, Samples } from './model.ts';

/** What the recorder did in a cell. */
export const RECORDED = 0;
/** The timer ran but nothing was recorded: unknown, never zero. */
export const DROPOUT = 1;
/** The timer was stopped: zero for energy, mean-maximal curves and W′ balance, absent for averages and NP. */
export const PAUSED = 2;

/** Columns at 1 Hz from the first to the last record, one cell per whole clock second. */
export interface Grid {
  /** Epoch milliseconds of cell 0; null without an absolute clock. */
  readonly startMs: number | null;
  /** Number of cells: last second − first second + 1. */
  readonly seconds: number;
  /** `NaN` where nothing is known about that second. */
  readonly channels: Readonly<Partial<Record<ChannelName, Float64Array>>>;
  /** `RECORDED`, `DROPOUT` or `PAUSED` for each cell. */
  readonly state: Uint8Array;
}

export interface GridOptions {
  /** Two valid values at most this many seconds apart are joined by a straight line. Default 10. */
  readonly maxFillSeconds?: number;
  /** Without timer events, a hole of at least this many seconds counts as a pause. Default 30. */
  readonly pauseAfterSeconds?: number;
  /** Several records in one second: their mean (energy is kept), or the last valid value. Default `mean`. */
  readonly sameSecond?: SameSecond;
  /** Longest activity accepted, in seconds. Default 1 209 600 (14 days); a longer one is refused, not allocated. */
  readonly maxSeconds?: number;
}

/**
 * Resamples to 1 Hz by the gap policy on which every metric here stands.
 *
 * A channel is filled linearly between two valid values ≤ 10 s apart (covers smart recording); longer holes stay
 * missing. A hole is a pause where the timer was stopped; without any timer events a hole of ≥ 30 s is taken for a
 * pause, a shorter one for a dropout. When the samples already sit on whole seconds without holes, their columns are
 * used as they are, without a copy.
 *
 * Refuses `no_data` (no record), `bad_input` (time not increasing or not finite, longer than `maxSeconds`).
 * @source the policy that comes nearest to the devices' own NP on 26 public files with one
 */
export function resample(samples: Samples, options: GridOptions = {}): Metric<Grid> {
  const { time } = samples;
  const maxSeconds = options.maxSeconds ?? 1_209_600;
  if (time.length === 0) return none('no_data', 'the activity has no records');
  const fraction = samples.startMs === null ? 0 : (((samples.startMs % 1000) + 1000) % 1000) / 1000;
  const cells = cellsOf(time, fraction, maxSeconds);
  if (typeof cells === 'string') return none('bad_input', cells);

  const channels: Partial<Record<ChannelName, Float64Array>> = {};
  for (const name of Object.keys(samples.channels) as ChannelName[]) {
    const column = samples.channels[name];
    if (column === undefined) continue;
    if (column.length !== time.length)
      return none('bad_input', `${name} has ${column.length} values for ${time.length} records`);
    const placed = cells.place(column, name, options.sameSecond ?? 'mean');
    channels[name] = fillShortHoles(placed, options.maxFillSeconds ?? 10, placed === column, name === 'longitude');
  }
  const state = states(samples, cells.recorded, cells.offset, options.pauseAfterSeconds ?? 30);
  const grid: Grid = {
    startMs: samples.startMs === null ? null : samples.startMs - Math.round(fraction * 1000) + cells.offset * 1000,
    seconds: cells.recorded.length,
    channels,
    state,
  };
  return value(grid, '1 Hz, linear over holes up to 10 s', cells.count / grid.seconds);
}

function states(samples: Samples, recorded: Uint8Array, offset: number, pauseAfter: number): Uint8Array {
  const state = new Uint8Array(recorded.length);
  const timed = samples.pauses.length > 0;
  let hole = 0;
  for (let cell = 0; cell < recorded.length; cell++) {
    if (recorded[cell] === 1) {
      if (hole >= pauseAfter && !timed) state.fill(PAUSED, cell - hole, cell);
      hole = 0;
    } else {
      state[cell] = DROPOUT;
      hole++;
    }
  }
  for (const pause of samples.pauses) {
    const from = Math.max(0, Math.ceil(pause.from) - offset);
    const to = Math.min(state.length, Math.ceil(pause.to) - offset);
    for (let cell = from; cell < to; cell++) if (recorded[cell] === 0) state[cell] = PAUSED;
  }
  return state;
}

/**
 * A channel with `0` where the timer was stopped and `NaN` kept at dropouts: the time base of energy, mean-maximal
 * power and W′ balance, where a stop is rest and a silent sensor is unknown. One copy; null when the channel is absent.
 */
export function pausesAsZero(grid: Grid, name: ChannelName): Float64Array | null {
  const column = grid.channels[name];
  if (column === undefined) return null;
  const out = column.slice();
  for (let cell = 0; cell < out.length; cell++)
    if (grid.state[cell] === PAUSED && Number.isNaN(out[cell])) out[cell] = 0;
  return out;
}
