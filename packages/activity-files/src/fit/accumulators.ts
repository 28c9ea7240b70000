import type { FieldRun } from './column-kernels.ts';

/** A counter of few bits on the wire, unwrapped. State lasts for one file. */
export interface Accumulator {
  last: number;
  total: number;
}

/** State of the accumulated record fields of one file. */
export interface Accumulators {
  readonly distance: Accumulator;
  readonly power: Accumulator;
  readonly cycles: Accumulator;
}

export function newAccumulators(): Accumulators {
  const start = () => ({ last: Number.NaN, total: 0 });
  return { distance: start(), power: start(), cycles: start() };
}

/** The running total after the counter shows `raw`; `modulus` is where it rolls over. */
export function accumulate(state: Accumulator, raw: number, modulus: number): number {
  state.total += Number.isNaN(state.last) ? raw : (raw - state.last + modulus) % modulus;
  state.last = raw;
  return state.total;
}

/**
 * Field 8, three bytes: 12 bits of speed in 1/100 m/s, then 12 bits of a distance counter in 1/16 m. All ones mean no
 * data (some apps write that in every record): it must not count as 255.9 m.
 */
export function fillSpeedDistance(run: FieldRun, distance: Float64Array, state: Accumulators): number {
  for (const i of run.rows) {
    const at = (run.offsets[i] as number) + run.at;
    const low = run.view.getUint8(at);
    const middle = run.view.getUint8(at + 1);
    const high = run.view.getUint8(at + 2);
    if ((low & middle & high) === 0xff) continue;
    run.column[i] = (low | ((middle & 15) << 8)) / 100;
    distance[i] = accumulate(state.distance, (middle >> 4) | (high << 4), 4096) / 16;
  }
  return 0;
}

/** Field 28: 16 bits of accumulated power in W, a counter. */
export function fillAccumulatedPower(run: FieldRun, state: Accumulators): number {
  for (const i of run.rows) {
    const raw = run.view.getUint16((run.offsets[i] as number) + run.at, run.littleEndian);
    if (raw !== 0xffff) run.column[i] = accumulate(state.power, raw, 65_536);
  }
  return 0;
}

/** Field 18: 8 bits of cycles (revolutions, strides), a counter. */
export function fillCycles(run: FieldRun, state: Accumulators): number {
  for (const i of run.rows) {
    const raw = run.view.getUint8((run.offsets[i] as number) + run.at);
    if (raw !== 0xff) run.column[i] = accumulate(state.cycles, raw, 256);
  }
  return 0;
}

/** Field 30: share in the low seven bits; only with bit 7 set is it known to be the right leg's. */
export function fillBalance(run: FieldRun): number {
  let outside = 0;
  for (const i of run.rows) {
    const raw = run.view.getUint8((run.offsets[i] as number) + run.at);
    if (raw === 0xff || (raw & 0x80) === 0) continue;
    if ((raw & 0x7f) > 100) outside++;
    else run.column[i] = raw & 0x7f;
  }
  return outside;
}
