/** A source of numbers in [0, 1) that gives the same sequence for the same seed. */
export type Random = () => number;

/** FNV-1a over the UTF-16 units of a text: a stable 32-bit seed from a name. */
export function seedOf(...parts: (string | number)[]): number {
  const text = parts.join('|');
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** The mulberry32 generator (T. Ettinger, public domain): 32 bits of state, fast enough for one draw per sample. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Roughly normal with mean 0 and variance 1 (sum of three uniforms, so bounded to ±3). */
export function normal(random: Random): number {
  return (random() + random() + random() - 1.5) * 2;
}

/** Uniform with mean 0 and variance 1: one draw, for noise that is smoothed afterwards. */
export function white(random: Random): number {
  return (random() - 0.5) * 3.4641016;
}

/** Turns a signed 32-bit draw into noise of mean 0 and variance 1. */
export const WHITE = 3.4641016 / 2 ** 32;

/** A number in [low, high). */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** One element of a list that is not empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new RangeError('pick needs a list with at least one element');
  return chosen;
}
