import { type ChannelName, type CleaningReport, cleanSamples, type Pause, type Samples } from '@core/metrics/samples';

/** Track points as growing columns: one row a point, `NaN` until something is set. Channels go by their slot. */
export class PointColumns {
  rows = 0;
  readonly #names: readonly ChannelName[];
  readonly #columns: (Float64Array | undefined)[];
  #time = new Float64Array(1024);

  constructor(names: readonly ChannelName[]) {
    this.#names = names;
    this.#columns = names.map(() => undefined);
  }

  /** Begins a point. */
  next(): void {
    if (++this.rows > this.#time.length) this.#grow();
    this.#time[this.rows - 1] = Number.NaN;
  }

  setTime(ms: number): void {
    this.#time[this.rows - 1] = ms;
  }

  set(slot: number, value: number): void {
    if (Number.isNaN(value)) return;
    const column = this.#columns[slot] ?? this.#add(slot);
    column[this.rows - 1] = value;
  }

  /** The points as samples, cleaned by the common rules. */
  samples(pausesMs: readonly Pause[]): { samples: Samples; report: CleaningReport } {
    const channels: Partial<Record<ChannelName, Float64Array>> = {};
    for (const [slot, name] of this.#names.entries()) {
      const column = this.#columns[slot];
      if (column !== undefined) channels[name] = column.subarray(0, this.rows);
    }
    return cleanSamples({ timeMs: this.#time.subarray(0, this.rows), channels, pausesMs });
  }

  #add(slot: number): Float64Array {
    const column = new Float64Array(this.#time.length).fill(Number.NaN);
    this.#columns[slot] = column;
    return column;
  }

  #grow(): void {
    const capacity = this.#time.length * 2;
    this.#time = wider(this.#time, capacity);
    for (const [slot, column] of this.#columns.entries())
      if (column !== undefined) this.#columns[slot] = wider(column, capacity);
  }
}

function wider(column: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const copy = new Float64Array(capacity).fill(Number.NaN);
  copy.set(column);
  return copy;
}
