/** Base types of the wire by their low five bits. */
export const BaseType = {
  enum: 0,
  sint8: 1,
  uint8: 2,
  sint16: 3,
  uint16: 4,
  sint32: 5,
  uint32: 6,
  string: 7,
  float32: 8,
  float64: 9,
  uint8z: 10,
  uint16z: 11,
  uint32z: 12,
  byte: 13,
  sint64: 14,
  uint64: 15,
  uint64z: 16,
} as const;

const sizes = [1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8];

/** Bytes of one element, or 0 for a number that is no base type. Accepts the number with or without the endian flag. */
export function baseTypeSize(type: number): number {
  return sizes[type & 0x1f] ?? 0;
}

/** Letters of `profile/notation.ts` as base types. */
const letters: Readonly<Record<string, number>> = {
  e: 0,
  b: 1,
  B: 2,
  h: 3,
  H: 4,
  i: 5,
  g: 5,
  I: 6,
  t: 6,
  l: 6,
  s: 7,
  f: 8,
  d: 9,
  z: 10,
  Z: 11,
  Y: 12,
  y: 13,
  q: 14,
  Q: 15,
  X: 16,
};

/** The base type that a profile letter is written with. */
export function baseTypeOfLetter(letter: string): number {
  return letters[letter] ?? BaseType.byte;
}

/** The type byte of a definition: multi-byte types carry the endian flag. */
export function wireType(type: number): number {
  return baseTypeSize(type) > 1 ? type | 0x80 : type;
}

/**
 * One element as a number, or NaN when it holds the "invalid" pattern of its type. 64-bit integers lose precision above
 * 2⁵³: use `readBigElement` where that matters.
 */
export function readElement(view: DataView, at: number, type: number, littleEndian: boolean): number {
  switch (type & 0x1f) {
    case BaseType.sint8:
      return orInvalid(view.getInt8(at), 0x7f);
    case BaseType.sint16:
      return orInvalid(view.getInt16(at, littleEndian), 0x7fff);
    case BaseType.uint16:
      return orInvalid(view.getUint16(at, littleEndian), 0xffff);
    case BaseType.sint32:
      return orInvalid(view.getInt32(at, littleEndian), 0x7fffffff);
    case BaseType.uint32:
      return orInvalid(view.getUint32(at, littleEndian), 0xffffffff);
    case BaseType.float32:
      return view.getFloat32(at, littleEndian);
    case BaseType.float64:
      return view.getFloat64(at, littleEndian);
    case BaseType.uint8z:
      return orInvalid(view.getUint8(at), 0);
    case BaseType.uint16z:
      return orInvalid(view.getUint16(at, littleEndian), 0);
    case BaseType.uint32z:
      return orInvalid(view.getUint32(at, littleEndian), 0);
    case BaseType.sint64:
    case BaseType.uint64:
    case BaseType.uint64z: {
      const value = readBigElement(view, at, type, littleEndian);
      return value === null ? Number.NaN : Number(value);
    }
    default:
      return orInvalid(view.getUint8(at), 0xff);
  }
}

function orInvalid(value: number, invalid: number): number {
  return value === invalid ? Number.NaN : value;
}

/** One 64-bit element exactly, or null when it is invalid. */
export function readBigElement(view: DataView, at: number, type: number, littleEndian: boolean): bigint | null {
  const base = type & 0x1f;
  if (base === BaseType.sint64) {
    const value = view.getBigInt64(at, littleEndian);
    return value === 0x7fffffffffffffffn ? null : value;
  }
  const value = view.getBigUint64(at, littleEndian);
  return value === (base === BaseType.uint64z ? 0n : 0xffffffffffffffffn) ? null : value;
}
