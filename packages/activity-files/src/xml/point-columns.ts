import { type ChannelName, type CleaningReport, cleanSamples, type Pause, type Samples } from '@core/metrics/samples';

/** Track points as growing columns: one row a point, `NaN` until something is set. */
export class PointColumns {
  rows = 0;
  #time = new Float64Array(1024);
  readonly #channels = new Map<ChannelName, Float64Array>();

  /** Begins a point. */
  next(): void {
    if (++this.rows > this.#time.length) this.#grow();
    this.#time[this.rows - 1] = Number.NaN;
  }

  setTime(ms: number): void {
    this.#time[this.rows - 1] = ms;
  }

  /** Time of the last point, `NaN` when it has none yet. */
  get lastTimeMs(): number {
    return this.rows === 0 ? Number.NaN : (this.#time[this.rows - 1] as number);
  }

  set(channel: ChannelName, value: number): void {
    if (Number.isNaN(value)) return;
    let column = this.#channels.get(channel);
    if (column === undefined) {
      column = new Float64Array(this.#time.length).fill(Number.NaN);
      this.#channels.set(channel, column);
    }
    column[this.rows - 1] = value;
  }

  /** The points as samples, cleaned by the common rules. */
  samples(pausesMs: readonly Pause[]): { samples: Samples; report: CleaningReport } {
    const channels = Object.fromEntries(
      [...this.#channels].map(([name, column]) => [name, column.subarray(0, this.rows)]),
    );
    return cleanSamples({ timeMs: this.#time.subarray(0, this.rows), channels, pausesMs });
  }

  #grow(): void {
    const capacity = this.#time.length * 2;
    this.#time = wider(this.#time, capacity);
    for (const [name, column] of this.#channels) this.#channels.set(name, wider(column, capacity));
  }
}

function wider(column: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const copy = new Float64Array(capacity).fill(Number.NaN);
  copy.set(column);
  return copy;
}
