/** Two lists side by side: what is in both, what only the one or the other has. */
export interface Pair<T> {
  readonly left?: { readonly item: T; readonly index: number };
  readonly right?: { readonly item: T; readonly index: number };
}

/** Above this product of lengths the lists are paired by place instead. */
const MOST_CELLS = 4_000_000;

/**
 * Pairs equal items in order (longest common subsequence by `key`), so that one lost step does not make every later step
 * look changed. Between them, items are paired by place.
 */
export function align<T>(left: readonly T[], right: readonly T[], key: (item: T) => string): Pair<T>[] {
  const anchors = left.length * right.length > MOST_CELLS ? [] : common(left.map(key), right.map(key));
  const pairs: Pair<T>[] = [];
  let [l, r] = [0, 0];
  for (const [nextLeft, nextRight] of [...anchors, [left.length, right.length] as const]) {
    while (l < nextLeft || r < nextRight) {
      pairs.push({
        ...(l < nextLeft ? { left: { item: left[l] as T, index: l } } : {}),
        ...(r < nextRight ? { right: { item: right[r] as T, index: r } } : {}),
      });
      if (l < nextLeft) l++;
      if (r < nextRight) r++;
    }
    if (l >= left.length || r >= right.length) continue;
    pairs.push({ left: { item: left[l] as T, index: l++ }, right: { item: right[r] as T, index: r++ } });
  }
  return pairs;
}

/** Places of a longest common subsequence. */
function common(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const width = right.length + 1;
  const length = new Uint16Array((left.length + 1) * width);
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      const skip = Math.max(length[(l + 1) * width + r] ?? 0, length[l * width + r + 1] ?? 0);
      length[l * width + r] = left[l] === right[r] ? (length[(l + 1) * width + r + 1] ?? 0) + 1 : skip;
    }
  }
  const places: [number, number][] = [];
  for (let [l, r] = [0, 0]; l < left.length && r < right.length; ) {
    if (left[l] === right[r]) places.push([l++, r++]);
    else if ((length[(l + 1) * width + r] ?? 0) >= (length[l * width + r + 1] ?? 0)) l++;
    else r++;
  }
  return places;
}
