/** The best window of each duration so far: total (not mean) and start, by position in the list of durations. */
export interface Bests {
  /** Increasing whole seconds. */
  readonly durations: Int32Array;
  /** Largest window total; −Infinity until a window of that length exists. */
  readonly totals: Float64Array;
  /** Cell where that window starts; −1 until one exists. */
  readonly starts: Int32Array;
}

/** Edge lengths of the tiles of (start × duration), each the product of the smaller one and `SPLIT`. */
const TILES = [16, 64, 256, 1024] as const;
const SPLIT = 4;

/**
 * Improves `bests` with every window inside one gap-free stretch of `prefix` (prefix[k] = sum of the first k cells).
 *
 * Exact, yet far from O(n) a duration. The plane of starts and durations is cut into tiles; a tile in which no window
 * can beat the worst best total of its durations is left out whole, otherwise it is cut into smaller ones. The limit of
 * a tile is (largest prefix where its windows end) − (smallest prefix where they start), with the mean slope taken out
 * of the prefix sums so that the limit is tight. Equal totals keep the earliest window; totals closer than `tolerance`,
 * the rounding error of the prefix sums, are equal.
 */
export function improve(bests: Bests, prefix: Float64Array, from: number, to: number, tolerance: number): void {
  const length = to - from;
  let count = bests.durations.length;
  while (count > 0 && (bests.durations[count - 1] as number) > length) count--;
  if (count === 0) return;
  seed(bests, prefix, from, to, count);
  const search = prepare(bests, prefix, from, to, count, tolerance);
  const top = TILES.length - 1;
  const edge = TILES[top] as number;
  for (let tall = 0; tall * edge <= (bests.durations[count - 1] as number); tall++)
    for (let block = 0; block * edge <= length; block++) visit(search, top, block, tall);
}

/** First guesses: a few starts of each duration, and the best window of the duration before, grown at either end. */
function seed(bests: Bests, prefix: Float64Array, from: number, to: number, count: number): void {
  const { durations, totals, starts } = bests;
  let known = from;
  for (let k = 0; k < count; k++) {
    const seconds = durations[k] as number;
    const last = to - seconds;
    const stride = Math.max(1, seconds >> 2);
    let best = totals[k] as number;
    let at = starts[k] as number;
    for (let start = from; start <= last; start += stride) {
      const total = (prefix[start + seconds] as number) - (prefix[start] as number);
      if (total > best) {
        best = total;
        at = start;
      }
    }
    const grown = seconds - (durations[k - 1] ?? seconds);
    for (const start of [Math.max(from, Math.min(last, known - grown)), Math.min(last, known)]) {
      const total = (prefix[start + seconds] as number) - (prefix[start] as number);
      if (total > best) {
        best = total;
        at = start;
      }
    }
    totals[k] = best;
    starts[k] = at;
    if (at >= from && at <= last) known = at;
  }
}

interface Search extends Bests {
  readonly prefix: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly tolerance: number;
  readonly slope: number;
  /** firstOf[s]: position of the first duration of at least s seconds. */
  readonly firstOf: Int32Array;
  /** Per tile size: extremes of the prefix sums over blocks of that many cells, slope taken out. */
  readonly high: readonly Float64Array[];
  readonly low: readonly Float64Array[];
  /** Per tile size: smallest best total among the durations of a block, slope taken out, as known after seeding. */
  readonly floor: readonly Float64Array[];
}

function prepare(
  bests: Bests,
  prefix: Float64Array,
  from: number,
  to: number,
  count: number,
  tolerance: number,
): Search {
  const { durations, totals } = bests;
  const length = to - from;
  const slope = ((prefix[to] as number) - (prefix[from] as number)) / length;
  const longest = durations[count - 1] as number;
  const firstOf = new Int32Array(longest + 2).fill(count);
  for (let k = count - 1, seconds = longest; seconds >= 0; seconds--) {
    while (k > 0 && (durations[k - 1] as number) >= seconds) k--;
    firstOf[seconds] = k;
  }
  const high: Float64Array[] = [];
  const low: Float64Array[] = [];
  const floor: Float64Array[] = [];
  for (const edge of TILES) {
    const blocks = Math.floor(length / edge) + 1;
    const highest = new Float64Array(blocks).fill(Number.NEGATIVE_INFINITY);
    const lowest = new Float64Array(blocks).fill(Number.POSITIVE_INFINITY);
    for (let cell = 0; cell <= length; cell++) {
      const block = Math.floor(cell / edge);
      const level = (prefix[from + cell] as number) - slope * cell;
      if (level > (highest[block] as number)) highest[block] = level;
      if (level < (lowest[block] as number)) lowest[block] = level;
    }
    const worst = new Float64Array(Math.floor(longest / edge) + 1).fill(Number.POSITIVE_INFINITY);
    for (let k = 0; k < count; k++) {
      const seconds = durations[k] as number;
      const block = Math.floor(seconds / edge);
      worst[block] = Math.min(worst[block] as number, (totals[k] as number) - slope * seconds);
    }
    high.push(highest);
    low.push(lowest);
    floor.push(worst);
  }
  return { ...bests, prefix, from, to, tolerance, slope, firstOf, high, low, floor };
}

/** One tile: starts `block`, durations `tall`, both in units of the tile's edge. */
function visit(search: Search, size: number, block: number, tall: number): void {
  const edge = TILES[size] as number;
  const length = search.to - search.from;
  const shortest = tall * edge;
  const first = search.firstOf[shortest] as number;
  const end = search.firstOf[Math.min(shortest + edge, search.firstOf.length - 1)] as number;
  if (first >= end) return;
  const least = search.durations[first] as number;
  const most = search.durations[end - 1] as number;
  const start = block * edge;
  if (start + least > length) return;

  const high = search.high[size] as Float64Array;
  const lastBlock = Math.min(Math.floor((start + edge - 1 + most) / edge), high.length - 1);
  let top = Number.NEGATIVE_INFINITY;
  for (let b = Math.floor((start + least) / edge); b <= lastBlock; b++)
    if ((high[b] as number) > top) top = high[b] as number;
  const limit = top - ((search.low[size] as Float64Array)[block] as number);
  const lead = limit - ((search.floor[size] as Float64Array)[tall] as number);
  if (lead < -search.tolerance) return;
  if (lead <= search.tolerance && settled(search, first, end, search.from + start)) return;
  if (size === 0) {
    scan(search, first, end, search.from + start, search.from + start + edge);
    return;
  }
  for (let inner = 0; inner < SPLIT; inner++)
    for (let outer = 0; outer < SPLIT; outer++) visit(search, size - 1, block * SPLIT + outer, tall * SPLIT + inner);
}

/** Whether every duration already has its best window at or before `start`, so that an equal one later changes nothing. */
function settled(search: Search, first: number, end: number, start: number): boolean {
  for (let k = first; k < end; k++) if ((search.starts[k] as number) > start) return false;
  return true;
}

function scan(search: Search, first: number, end: number, from: number, until: number): void {
  const { durations, totals, starts, prefix, to, tolerance } = search;
  for (let k = first; k < end; k++) {
    const seconds = durations[k] as number;
    const stop = Math.min(until, to - seconds + 1);
    let best = totals[k] as number;
    let least = best - tolerance;
    for (let start = from; start < stop; start++) {
      const total = (prefix[start + seconds] as number) - (prefix[start] as number);
      if (total < least || (total <= best + tolerance && start >= (starts[k] as number))) continue;
      if (total > best) best = total;
      least = best - tolerance;
      totals[k] = best;
      starts[k] = start;
    }
  }
}
