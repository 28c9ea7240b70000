import {
  add,
  and,
  type Code,
  call,
  copy,
  fill,
  get,
  greater,
  less,
  load,
  loadByte,
  number,
  or,
  rotateRight,
  set,
  shiftLeft,
  shiftRight,
  store,
  storeByte,
  subtract,
  whilst,
  xor,
} from './wasm.ts';

/** Where the hash keeps its tables and its state in the module's memory. */
export interface HashMemory {
  /** 64 round constants. */
  readonly constants: number;
  /** 8 words of state, and the 8 words it starts from. */
  readonly state: number;
  readonly start: number;
  /** 64 words of schedule. */
  readonly schedule: number;
  /** Room for the last two blocks. */
  readonly tail: number;
}

/** The words a hash starts from (square roots), and its round constants (cube roots): FIPS 180-4, 4.2.2 and 5.3.3. */
export function hashTables(): { readonly start: readonly number[]; readonly constants: readonly number[] } {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  const fraction = (root: number): number => Math.floor((root % 1) * 2 ** 32) | 0;
  return {
    start: primes.slice(0, 8).map((p) => fraction(Math.sqrt(p))),
    constants: primes.map((p) => fraction(Math.cbrt(p))),
  };
}

const bigEndian = (at: Code, offset = 0): Code =>
  or(
    shiftLeft(loadByte(at, offset), number(24)),
    shiftLeft(loadByte(at, offset + 1), number(16)),
    shiftLeft(loadByte(at, offset + 2), number(8)),
    loadByte(at, offset + 3),
  );

const rotated = (value: Code, a: number, b: number, c: number): Code =>
  xor(rotateRight(value, number(a)), rotateRight(value, number(b)), rotateRight(value, number(c)));

/** `compress(block)`: one block of 64 bytes into the state. Locals 1–8 a–h, 9 round, 10 and 11 scratch. */
export function compressCode({ constants, state, schedule }: HashMemory): {
  readonly locals: number;
  readonly code: Code;
} {
  const block = get(0);
  const round = get(9);
  const word = (ago: number): Code => load(add(number(schedule - ago * 4), shiftLeft(round, number(2))));
  const [a, b, c, d, e, f, g, h] = [1, 2, 3, 4, 5, 6, 7, 8].map(get) as unknown as readonly [
    Code,
    Code,
    Code,
    Code,
    Code,
    Code,
    Code,
    Code,
  ];
  const small = (value: Code, x: number, y: number, shift: number): Code =>
    xor(rotateRight(value, number(x)), rotateRight(value, number(y)), shiftRight(value, number(shift)));
  const first = Array.from({ length: 16 }, (_, i) => store(number(schedule), bigEndian(block, i * 4), i * 4)).flat();
  const extend = store(
    add(number(schedule), shiftLeft(round, number(2))),
    add(word(16), small(word(15), 7, 18, 3), word(7), small(word(2), 17, 19, 10)),
  );
  const step: Code = [
    ...set(
      10,
      add(
        h,
        rotated(e, 6, 11, 25),
        xor(and(e, f), and(xor(e, number(-1)), g)),
        load(add(number(constants), shiftLeft(round, number(2)))),
        word(0),
      ),
    ),
    ...set(11, add(rotated(a, 2, 13, 22), xor(and(a, b), and(a, c), and(b, c)))),
    ...set(8, g),
    ...set(7, f),
    ...set(6, e),
    ...set(5, add(d, get(10))),
    ...set(4, c),
    ...set(3, b),
    ...set(2, a),
    ...set(1, add(get(10), get(11))),
  ];
  const next = set(9, add(round, number(1)));
  return {
    locals: 11,
    code: [
      ...first,
      ...set(9, number(16)),
      ...whilst(less(round, number(64)), [...extend, ...next]),
      ...Array.from({ length: 8 }, (_, i) => set(i + 1, load(number(state), i * 4))).flat(),
      ...set(9, number(0)),
      ...whilst(less(round, number(64)), [...step, ...next]),
      ...Array.from({ length: 8 }, (_, i) =>
        store(number(state), add(load(number(state), i * 4), get(i + 1)), i * 4),
      ).flat(),
    ],
  };
}

/** `sha256(from, length, to)`. Local 3 bytes left, 4 where, 5 size of the tail, 6 scratch. */
export function hashCode(memory: HashMemory, compress: number): { readonly locals: number; readonly code: Code } {
  const { state, start, tail } = memory;
  const byteOf = (shift: number): Code => shiftRight(shiftLeft(get(1), number(3)), number(shift));
  const swapped = (i: number): Code => [
    ...set(6, load(number(state), i * 4)),
    ...[24, 16, 8, 0].flatMap((shift, byte) => storeByte(get(2), shiftRight(get(6), number(shift)), i * 4 + byte)),
  ];
  return {
    locals: 4,
    code: [
      ...copy(number(state), number(start), number(32)),
      ...set(3, get(1)),
      ...set(4, get(0)),
      ...whilst(greater(get(3), number(63)), [
        ...call(compress, get(4)),
        ...set(4, add(get(4), number(64))),
        ...set(3, subtract(get(3), number(64))),
      ]),
      ...fill(number(tail), number(0), number(128)),
      ...copy(number(tail), get(4), get(3)),
      ...storeByte(add(number(tail), get(3)), number(0x80)),
      // One block when the mark and eight bytes of length fit, two otherwise.
      ...set(5, shiftLeft(add(number(1), greater(get(3), number(55))), number(6))),
      ...[24, 16, 8, 0].flatMap((shift, byte) => storeByte(add(number(tail - 4 + byte), get(5)), byteOf(shift))),
      ...call(compress, number(tail)),
      ...[...greater(get(5), number(64)), 0x04, 0x40, ...call(compress, number(tail + 64)), 0x0b],
      ...Array.from({ length: 8 }, (_, i) => swapped(i)).flat(),
    ],
  };
}
