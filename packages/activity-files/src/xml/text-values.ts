const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of `bytes[from, to)`: the five predefined entities and character numbers resolved, CDATA without its marks. */
export function plainText(bytes: Uint8Array, from: number, to: number): string {
  const text = new TextDecoder().decode(bytes.subarray(from, to)).replaceAll('<![CDATA[', '').replaceAll(']]>', '');
  return text
    .replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}

/** Where the value of an attribute is. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** The value of an attribute among `bytes[from, to)`; an empty range when it is not there. */
export function attribute(bytes: Uint8Array, name: string, from: number, to: number): TextRange {
  for (let at = from; at + name.length < to; at++) {
    if (bytes[at] !== name.charCodeAt(0) || (bytes[at - 1] as number) > 32) continue;
    let i = 1;
    while (i < name.length && bytes[at + i] === name.charCodeAt(i)) i++;
    if (i < name.length) continue;
    let p = skipSpace(bytes, at + i, to);
    if (bytes[p] !== 61) continue;
    p = skipSpace(bytes, p + 1, to);
    const mark = bytes[p];
    if (mark !== 34 && mark !== 39) continue;
    let end = p + 1;
    while (end < to && bytes[end] !== mark) end++;
    return { from: p + 1, to: end };
  }
  return { from, to: from };
}

function skipSpace(bytes: Uint8Array, from: number, to: number): number {
  let p = from;
  while (p < to && (bytes[p] as number) <= 32) p++;
  return p;
}

const powers = /* @__PURE__ */ Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/**
 * The number in `bytes[from, to)`, `NaN` when it is none. Plain decimals whose digits fit 2⁵³ are read digit by digit: an
 * exact integer divided by an exact power of ten rounds as `Number` does, and no text is made.
 */
export function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let i = skipSpace(bytes, from, to);
  const isNegative = bytes[i] === 45;
  if (isNegative) i++;
  const first = i;
  let value = 0;
  let point = -1;
  for (; i < to; i++) {
    const digit = (bytes[i] as number) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === -2 && point < 0) point = i;
    else break;
  }
  const digits = i - first - (point < 0 ? 0 : 1);
  const decimals = point < 0 ? 0 : i - point - 1;
  if (skipSpace(bytes, i, to) < to || digits === 0 || value > Number.MAX_SAFE_INTEGER || decimals > 22)
    return slowNumber(bytes, from, to);
  const exact = value / (powers[decimals] as number);
  return isNegative ? -exact : exact;
}

const longestNumber = 64;

function slowNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > longestNumber) return Number.NaN;
  const text = ascii(bytes, from, to).trim();
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : Number.NaN;
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}

/**
 * ISO 8601 time in `bytes[from, to)` as epoch milliseconds, `NaN` when it is none. Without a zone it is read as UTC: both
 * formats demand UTC, and apps that leave the Z out mean it.
 */
export function timeIn(bytes: Uint8Array, from: number, to: number): number {
  const start = skipSpace(bytes, from, to);
  let end = to;
  while (end > start && (bytes[end - 1] as number) <= 32) end--;
  if (end - start >= 20 && bytes[end - 1] === 90) {
    const ms = utcTime(bytes, start, end);
    if (!Number.isNaN(ms)) return ms;
  }
  const text = ascii(bytes, start, Math.min(end, start + longestNumber));
  if (!/^\d{4}-\d\d-\d\d[T ]/.test(text)) return Number.NaN;
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
}

/** `yyyy-mm-ddThh:mm:ss[.fff]Z` without a Date. */
function utcTime(bytes: Uint8Array, at: number, end: number): number {
  const year = digitsIn(bytes, at, 4);
  const month = digitsIn(bytes, at + 5, 2);
  const day = digitsIn(bytes, at + 8, 2);
  const seconds = digitsIn(bytes, at + 11, 2) * 3600 + digitsIn(bytes, at + 14, 2) * 60 + digitsIn(bytes, at + 17, 2);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && seconds < 86_461)) return Number.NaN;
  let ms = 0;
  if (end - at > 20) {
    if (bytes[at + 19] !== 46) return Number.NaN;
    ms = numberIn(bytes, at + 19, end - 1) * 1000;
  }
  return daysBefore(year, month, day) * 86_400_000 + seconds * 1000 + Math.round(ms);
}

function digitsIn(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = (bytes[i] as number) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Days from 1970-01-01 in the Gregorian calendar (years counted from March, so that a leap day ends the year). */
function daysBefore(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * m + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}
