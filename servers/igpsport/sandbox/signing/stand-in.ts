import { createHash } from 'node:crypto';
import { compressCode, type HashMemory, hashCode, hashTables } from './sha256.ts';
import {
  add,
  and,
  assemble,
  type Code,
  call,
  copy,
  divide,
  EXTERNREF,
  type FunctionType,
  fill,
  get,
  getGlobal,
  greater,
  growMemory,
  I32,
  leave,
  less,
  loadByte,
  memoryPages,
  multiply,
  not,
  notEqual,
  number,
  or,
  remainder,
  set,
  setGlobal,
  shiftLeft,
  shiftRight,
  storeByte,
  subtract,
  trap,
  type WrittenFunction,
  when,
  whilst,
  xor,
} from './wasm.ts';

/** What a test may break in the module. */
export interface StandInOptions {
  /** An export to leave out. */
  readonly without?: string;
  /** One more import, as a module would have that wants more of its host. */
  readonly alsoImports?: string;
  /** A constant more in its data: another build with the same behaviour. */
  readonly build?: number;
}

const HEX = 64;
const BASE64 = 128;
const NO_KEY = 192;
const BAD_KEY = 224;
const memory: HashMemory = { constants: 512, state: 800, start: 832, schedule: 1024, tail: 1344 };
const INNER_PAD = 1536;
/** The outer pad, and behind it the inner hash. */
const OUTER_PAD = 1600;
const HASH = 1728;
const KEY = 1792;
const HEAP = 4096;
const ERROR_SLOT = 127;

const [HEAP_END, OUTSTANDING, READY] = [0, 1, 2];
const noKeyText = 'Session key not initialized';
const badKeyText = 'Decryption failed: decryption error';

const type = (takes: number, ...gives: readonly number[]): FunctionType => ({
  takes: new Array(takes).fill(I32),
  gives,
});

/** Functions by their index; two imports come before them. */
const FN = {
  start: 2,
  malloc: 3,
  realloc: 4,
  free: 5,
  dealloc: 6,
  compress: 7,
  hash: 8,
  init: 9,
  sign: 10,
  fail: 11,
} as const;

/**
 * A module of our own with the exports of the service's signing module: it opens the sealed keys of `sealed-key.ts` and signs
 * with HMAC-SHA256. Like the real one it owns the buffers that it is handed, and a buffer freed twice is a trap.
 */
export function standInModule(options: StandInOptions = {}): Uint8Array<ArrayBuffer> {
  const extra = options.alsoImports === undefined ? [] : [{ module: 'wbg', name: options.alsoImports, type: type(0) }];
  const shown = functions().map((each) => (each.name === options.without ? unnamed(each) : each));
  // An import more would move every index, so it takes the place of the start function's.
  const imports = [
    extra[0] ?? { module: 'wbg', name: '__wbindgen_init_externref_table', type: type(0) },
    { module: 'wbg', name: '__wbindgen_cast_0000000000000001', type: type(2, EXTERNREF) },
  ];
  const bytes = (text: string) => [...new TextEncoder().encode(text)];
  const { start, constants } = hashTables();
  return assemble({
    imports,
    functions: shown,
    globals: [HEAP, 0, 0],
    pages: 17,
    table: { name: options.without === '__wbindgen_externrefs' ? 'refs' : '__wbindgen_externrefs', size: 128 },
    data: [
      { at: HEX, bytes: bytes('0123456789abcdef') },
      { at: BASE64, bytes: bytes('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') },
      { at: NO_KEY, bytes: bytes(noKeyText) },
      { at: BAD_KEY, bytes: bytes(badKeyText) },
      { at: memory.constants, bytes: littleEndian(constants) },
      { at: memory.start, bytes: littleEndian(start) },
      ...(options.build === undefined ? [] : [{ at: 0, bytes: [options.build] }]),
    ],
  });
}

/** SHA-256 of the stand-in, hexadecimal. */
export function standInHash(options: StandInOptions = {}): string {
  return createHash('sha256').update(standInModule(options)).digest('hex');
}

function unnamed({ name: _name, ...rest }: WrittenFunction): WrittenFunction {
  return rest;
}

function littleEndian(words: readonly number[]): number[] {
  return words.flatMap((word) => [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24]);
}

function functions(): readonly WrittenFunction[] {
  return [
    { type: type(0), name: '__wbindgen_start', locals: 0, code: call(0) },
    { type: type(2, I32), name: '__wbindgen_malloc', locals: 1, code: mallocCode },
    { type: type(4, I32), name: '__wbindgen_realloc', locals: 0, code: trap },
    { type: type(3), name: '__wbindgen_free', locals: 0, code: freeCode },
    { type: type(1), name: '__externref_table_dealloc', locals: 0, code: [] },
    { type: type(1), ...compressCode(memory) },
    { type: type(3), ...hashCode(memory, FN.compress) },
    { type: type(2, I32, I32, I32), name: 'init_session_key', locals: 3, code: initCode },
    { type: type(10, I32, I32, I32, I32), name: 'generate_signature', locals: 6, code: signCode() },
    { type: type(2), locals: 0, code: failCode },
  ];
}

/** `malloc(length, align)`: the next free bytes, in steps of eight. Local 2: where. */
const mallocCode: Code = [
  ...set(2, getGlobal(HEAP_END)),
  ...setGlobal(HEAP_END, and(add(get(2), get(0), number(7)), number(-8))),
  ...whilst(greater(getGlobal(HEAP_END), shiftLeft(memoryPages, number(16))), growMemory(number(1))),
  ...setGlobal(OUTSTANDING, add(getGlobal(OUTSTANDING), number(1))),
  ...get(2),
];

/** `free(pointer, length, align)`: with the last buffer everything is free again. One too many is a trap. */
const freeCode: Code = [
  ...when(not(getGlobal(OUTSTANDING)), trap),
  ...setGlobal(OUTSTANDING, subtract(getGlobal(OUTSTANDING), number(1))),
  ...when(not(getGlobal(OUTSTANDING)), setGlobal(HEAP_END, number(HEAP))),
];

/** `fail(text, length)`: puts the text into the table of the host. */
const failCode: Code = [...number(ERROR_SLOT), ...call(1, get(0), get(1)), 0x26, 0];

/** `init_session_key(pointer, length)`. Locals: 2 size of the key, 3 counter, 4 byte. */
const initCode: Code = [
  ...call(FN.free, get(0), get(1), number(1)),
  ...when(
    or(
      notEqual(get(1), number(256)),
      notEqual(loadByte(get(0)), number(0x5e)),
      greater(loadByte(get(0), 1), number(254)),
    ),
    [
      ...call(FN.fail, number(BAD_KEY), number(badKeyText.length)),
      ...number(0),
      ...number(ERROR_SLOT),
      ...number(1),
      ...leave,
    ],
  ),
  ...set(2, loadByte(get(0), 1)),
  ...set(3, number(0)),
  ...whilst(less(get(3), get(2)), [
    ...storeByte(add(number(KEY), get(3)), xor(loadByte(add(get(0), get(3)), 2), number(0xa5))),
    ...set(3, add(get(3), number(1))),
  ]),
  ...when(greater(get(2), number(64)), [
    ...call(FN.hash, number(KEY), get(2), number(HASH)),
    ...copy(number(KEY), number(HASH), number(32)),
    ...set(2, number(32)),
  ]),
  ...fill(add(number(KEY), get(2)), number(0), subtract(number(256), get(2))),
  ...set(3, number(0)),
  ...whilst(less(get(3), number(64)), [
    ...set(4, loadByte(add(number(KEY), get(3)))),
    ...storeByte(add(number(INNER_PAD), get(3)), xor(get(4), number(0x36))),
    ...storeByte(add(number(OUTER_PAD), get(3)), xor(get(4), number(0x5c))),
    ...set(3, add(get(3), number(1))),
  ]),
  ...setGlobal(READY, number(1)),
  ...number(1),
  ...number(0),
  ...number(0),
];

/** `generate_signature(method, target, timestamp, nonce, body)`. Locals: 10 buffer, 11 end of it, 12 counter, 13 to 15 scratch. */
function signCode(): Code {
  const parts = [0, 2, 4, 6];
  const size = parts.map((part) => get(part + 1)).reduce<Code>((sum, part) => add(sum, part), number(64 + 4 + 64));
  const freeAll = [...parts, 8].flatMap((part) => call(FN.free, get(part), get(part + 1), number(1)));
  return [
    ...when(not(getGlobal(READY)), [
      ...freeAll,
      ...call(FN.fail, number(NO_KEY), number(noKeyText.length)),
      ...number(0),
      ...number(0),
      ...number(ERROR_SLOT),
      ...number(1),
      ...leave,
    ]),
    ...set(10, call(FN.malloc, size, number(1))),
    ...copy(get(10), number(INNER_PAD), number(64)),
    ...set(11, add(get(10), number(64))),
    ...parts.flatMap((part) => [
      ...copy(get(11), get(part), get(part + 1)),
      ...set(11, add(get(11), get(part + 1))),
      ...storeByte(get(11), number(10)),
      ...set(11, add(get(11), number(1))),
    ]),
    ...call(FN.hash, get(8), get(9), number(HASH)),
    ...hexCode(),
    ...call(FN.hash, get(10), subtract(get(11), get(10)), number(OUTER_PAD + 64)),
    ...call(FN.hash, number(OUTER_PAD), number(96), number(HASH)),
    ...call(FN.free, get(10), number(0), number(1)),
    ...freeAll,
    ...set(10, call(FN.malloc, number(44), number(1))),
    ...base64Code(),
    ...get(10),
    ...number(44),
    ...number(0),
    ...number(0),
  ];
}

/** The hash as 64 hexadecimal digits at local 11, which moves on. */
function hexCode(): Code {
  return [
    ...set(12, number(0)),
    ...whilst(less(get(12), number(32)), [
      ...set(13, loadByte(add(number(HASH), get(12)))),
      ...storeByte(get(11), loadByte(add(number(HEX), shiftRight(get(13), number(4))))),
      ...storeByte(get(11), loadByte(add(number(HEX), and(get(13), number(15)))), 1),
      ...set(11, add(get(11), number(2))),
      ...set(12, add(get(12), number(1))),
    ]),
  ];
}

/** The hash as 44 characters at local 10: digit after digit of six bits, and a sign of equality at the end. */
function base64Code(): Code {
  const bit = multiply(get(12), number(6));
  const byte = divide(bit, number(8));
  const pair = or(shiftLeft(loadByte(add(number(HASH), byte)), number(8)), loadByte(add(number(HASH), byte), 1));
  const digit = and(shiftRight(pair, subtract(number(10), remainder(bit, number(8)))), number(63));
  return [
    ...storeByte(number(HASH), number(0), 32),
    ...set(12, number(0)),
    ...whilst(less(get(12), number(43)), [
      ...storeByte(add(get(10), get(12)), loadByte(add(number(BASE64), digit))),
      ...set(12, add(get(12), number(1))),
    ]),
    ...storeByte(get(10), number(61), 43),
  ];
}
