import type { Scan } from './scan.ts';

/** A counter of few bits, unwrapped. */
class Counter {
  readonly #modulus: number;
  #last = Number.NaN;
  #total = 0;

  constructor(modulus: number) {
    this.#modulus = modulus;
  }

  /** The running total when the counter shows `raw`. */
  next(raw: number): number {
    this.#total += Number.isNaN(this.#last) ? raw : (raw - this.#last + this.#modulus) % this.#modulus;
    this.#last = raw;
    return this.#total;
  }
}

/** The counters of a file. They go on from layout to layout, and start anew in each chained file. */
export class Counters {
  readonly #counters = new Map<string, Counter>();

  of(file: number, field: number, modulus: number): Counter {
    const key = `${file}/${field}`;
    const known = this.#counters.get(key);
    if (known !== undefined) return known;
    const counter = new Counter(modulus);
    this.#counters.set(key, counter);
    return counter;
  }
}

/** Reads a counter of 8 or 16 bits, all ones being no data: accumulated power in W·s, cycles. */
export function counterReader({ bytes, view }: Scan, counter: Counter, size: 1 | 2, littleEndian: boolean) {
  const invalid = 256 ** size - 1;
  return (at: number): number => {
    const raw = size === 1 ? (bytes[at] as number) : view.getUint16(at, littleEndian);
    return raw === invalid ? Number.NaN : counter.next(raw);
  };
}

/**
 * Three bytes: 12 bits of speed in 1/100 m/s, then 12 bits of a distance counter in 1/16 m. All ones mean no data (some
 * apps write that in every record): it must not count as 255.9 m.
 */
export function speedReader({ bytes }: Scan) {
  return (at: number): number =>
    isEmpty(bytes, at) ? Number.NaN : (bytes[at] as number) | (((bytes[at + 1] as number) & 15) << 8);
}

/** The distance counter of those three bytes, unwrapped by `counter`, in 1/16 m; `NaN` when all bits are set. */
export function distanceReader({ bytes }: Scan, counter: Counter) {
  return (at: number): number =>
    isEmpty(bytes, at) ? Number.NaN : counter.next(((bytes[at + 1] as number) >> 4) | ((bytes[at + 2] as number) << 4));
}

function isEmpty(bytes: Uint8Array, at: number): boolean {
  return ((bytes[at] as number) & (bytes[at + 1] as number) & (bytes[at + 2] as number)) === 0xff;
}
