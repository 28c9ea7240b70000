import { type Tally, tallyFrom, tallyOf } from '../samples/tally.ts';

/** What one walk over heart rate beside output gives: the tally of the beats, and what decoupling needs of the two. */
export interface HeartRatePass extends PairedSums {
  readonly tally: Tally;
  /** The first half of the paired seconds, by count. */
  readonly first: PairedSums;
}

/** Sums of output and heart rate over the seconds with both. */
export interface PairedSums {
  readonly seconds: number;
  readonly output: number;
  readonly beats: number;
}

/** Whole heart rates below this are counted, others are kept one by one. A power of two. */
const BEATS = 256;
const MASK = BEATS - 1;

/** Cells side by side, each with bins of its own: a beat that comes twice in a row would wait for its bin. */
const LANES = 4;

/** Cells that are taken as sound until one is not. A multiple of the lanes. */
const BLOCK = 256;

/**
 * The tally of heart rate, and its sums with output (of the same length) from cell `from` on.
 *
 * Blocks are counted and added up four cells at a time, as if every cell held a whole beat and an output. Where that is
 * not so, the block is counted again, cell by cell. No test depends on when the beat changes: recorded rides change it
 * every few seconds, and a walk that asks each cell whether it did costs three times as much on them. The sums are marked
 * at each block, so that the middle, known only at the end, is found again without a second walk.
 */
export function passOverHeartRate(heartRate: Float64Array, output: Float64Array, from: number): HeartRatePass {
  const { length } = heartRate;
  const start = Math.min(from, length);
  const walk = new Walk(heartRate, output, Math.ceil((length - start) / BLOCK));
  for (let i = 0; i < start; i++) walk.count(heartRate[i] as number);
  for (let at = start; at < length; at += BLOCK) {
    walk.mark();
    if (length - at < BLOCK || !walk.soundBlock(at)) walk.eachCell(at, Math.min(at + BLOCK, length));
  }
  const { seconds, sum, beats } = walk;
  return { tally: walk.tally(), seconds, output: sum, beats, first: walk.first(seconds >> 1, start) };
}

/** The pass over a heart rate that has no output beside it. */
export function passWithoutOutput(heartRate: Float64Array): HeartRatePass {
  const nothing = { seconds: 0, output: 0, beats: 0 };
  return { tally: tallyOf(heartRate), ...nothing, first: nothing };
}

class Walk {
  /** Sums over the seconds with heart rate and output so far. */
  seconds = 0;
  sum = 0;
  beats = 0;
  readonly #heartRate: Float64Array;
  readonly #output: Float64Array;
  readonly #bins = new Int32Array(LANES * BEATS);
  readonly #others: number[] = [];
  /** The three sums before each block. */
  readonly #marks: Float64Array;
  #marked = 0;

  constructor(heartRate: Float64Array, output: Float64Array, blocks: number) {
    this.#heartRate = heartRate;
    this.#output = output;
    this.#marks = new Float64Array(3 * blocks);
  }

  mark(): void {
    this.#marks[this.#marked++] = this.seconds;
    this.#marks[this.#marked++] = this.sum;
    this.#marks[this.#marked++] = this.beats;
  }

  count(held: number): void {
    const whole = held & MASK;
    if (whole === held) this.#bins[whole] = (this.#bins[whole] as number) + 1;
    else if (Number.isFinite(held)) this.#others.push(held);
  }

  /** Counts a full block in which every cell has a whole beat above 0 and an output; otherwise nothing is counted. */
  soundBlock(from: number): boolean {
    const heartRate = this.#heartRate;
    const output = this.#output;
    const bins = this.#bins;
    const to = from + BLOCK;
    const zeros = this.#zeros();
    let beats = 0;
    let sum = 0;
    let i = from;
    for (; i < to; i += LANES) {
      const one = heartRate[i] as number;
      const two = heartRate[i + 1] as number;
      const three = heartRate[i + 2] as number;
      const four = heartRate[i + 3] as number;
      const wholeOne = one & MASK;
      if (one === four && one === two && one === three) {
        if (one !== wholeOne) break;
        bins[wholeOne] = (bins[wholeOne] as number) + LANES;
        beats += LANES * wholeOne;
      } else {
        const wholeTwo = two & MASK;
        const wholeThree = three & MASK;
        const wholeFour = four & MASK;
        if (one !== wholeOne || two !== wholeTwo || three !== wholeThree || four !== wholeFour) break;
        bins[wholeOne] = (bins[wholeOne] as number) + 1;
        bins[BEATS + wholeTwo] = (bins[BEATS + wholeTwo] as number) + 1;
        bins[2 * BEATS + wholeThree] = (bins[2 * BEATS + wholeThree] as number) + 1;
        bins[3 * BEATS + wholeFour] = (bins[3 * BEATS + wholeFour] as number) + 1;
        beats += wholeOne + wholeTwo + (wholeThree + wholeFour);
      }
      sum +=
        (output[i] as number) + (output[i + 1] as number) + ((output[i + 2] as number) + (output[i + 3] as number));
    }
    if (i < to || Number.isNaN(sum) || this.#zeros() !== zeros) {
      this.#takeBack(from, i);
      return false;
    }
    this.seconds += BLOCK;
    this.sum += sum;
    this.beats += beats;
    return true;
  }

  eachCell(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const out = this.#output[i] as number;
      const held = this.#heartRate[i] as number;
      this.count(held);
      if (Number.isNaN(out) || !(held > 0)) continue;
      this.seconds++;
      this.sum += out;
      this.beats += held;
    }
  }

  /** Which lane a cell was counted in does not matter once the lanes are put together. */
  #takeBack(from: number, to: number): void {
    const bins = this.#bins;
    for (let i = from; i < to; i++) {
      const whole = (this.#heartRate[i] as number) & MASK;
      bins[whole] = (bins[whole] as number) - 1;
    }
  }

  /** Counted zeros, less what was taken back elsewhere: only a change of it means something. */
  #zeros(): number {
    let zeros = 0;
    for (let lane = 0; lane < LANES; lane++) zeros += this.#bins[lane * BEATS] as number;
    return zeros;
  }

  tally(): Tally {
    const bins = this.#bins;
    for (let bin = 0; bin < BEATS; bin++)
      for (let lane = 1; lane < LANES; lane++) bins[bin] = (bins[bin] as number) + (bins[lane * BEATS + bin] as number);
    return tallyFrom(bins.subarray(0, BEATS), this.#others, this.#heartRate.length);
  }

  /** Sums over the first `wanted` paired seconds from cell `start` on: the last mark before them, then cell by cell. */
  first(wanted: number, start: number): PairedSums {
    const marks = this.#marks;
    let block = marks.length / 3 - 1;
    while (block > 0 && (marks[3 * block] as number) > wanted) block--;
    let seconds = marks[3 * block] ?? 0;
    let sum = marks[3 * block + 1] ?? 0;
    let beats = marks[3 * block + 2] ?? 0;
    for (let i = start + block * BLOCK; seconds < wanted; i++) {
      const out = this.#output[i] as number;
      const held = this.#heartRate[i] as number;
      if (Number.isNaN(out) || !(held > 0)) continue;
      seconds++;
      sum += out;
      beats += held;
    }
    return { seconds, output: sum, beats };
  }
}
