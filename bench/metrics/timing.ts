/** Best time of each function in interleaved rounds after a warm-up, ms: the machine is shared, the best round is clean. */
export function bestOf<Name extends string>(
  rounds: number,
  functions: Readonly<Record<Name, () => unknown>>,
  inner = 1,
): Record<Name, number> {
  const names = Object.keys(functions) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<Name, number>;
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const from = performance.now();
      for (let k = 0; k < inner; k++) functions[name]();
      const each = (performance.now() - from) / inner;
      if (round > 0) best[name] = Math.min(best[name], each);
    }
  return best;
}

/**
 * How many times the median time of `one` the median time of `other` is. Both warm up first, until the compiler is done
 * with them, and then take turns, so that a slow moment of the machine falls on both. `inner` calls make a time that the
 * clock resolves.
 */
export function ratioOfMedians(other: () => unknown, one: () => unknown, rounds: number, inner: number) {
  bestOf(rounds, { other, one }, inner);
  const times = { other: [] as number[], one: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const name of ['other', 'one'] as const) {
      const from = performance.now();
      for (let k = 0; k < inner; k++) (name === 'other' ? other : one)();
      times[name].push((performance.now() - from) / inner);
    }
  const [numerator, denominator] = [median(times.other), median(times.one)];
  return { ratio: numerator / denominator, other: numerator, one: denominator };
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}

/** Bytes of array buffers that a call allocates in all, kept or not: an upper limit of what it ever holds. */
export function allocated(run: () => unknown): number {
  const bytes: number[] = [];
  const original = { f64: globalThis.Float64Array, i32: globalThis.Int32Array, u8: globalThis.Uint8Array };
  const counting = <T extends typeof Float64Array | typeof Int32Array | typeof Uint8Array>(type: T): T =>
    new Proxy(type, {
      construct(target, [first, ...rest]: [unknown, ...unknown[]], newTarget) {
        const made = Reflect.construct(target, [first, ...rest], newTarget);
        if (typeof first === 'number') bytes.push(first * target.BYTES_PER_ELEMENT);
        return made;
      },
    });
  globalThis.Float64Array = counting(original.f64);
  globalThis.Int32Array = counting(original.i32);
  globalThis.Uint8Array = counting(original.u8);
  try {
    run();
  } finally {
    globalThis.Float64Array = original.f64;
    globalThis.Int32Array = original.i32;
    globalThis.Uint8Array = original.u8;
  }
  return bytes.reduce((total, each) => total + each, 0);
}
