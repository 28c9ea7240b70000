const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of an element or attribute: the five predefined entities and character numbers, CDATA without its marks. */
export function plainText(raw: string): string {
  const text = raw.replaceAll('<![CDATA[', '').replaceAll(']]>', '');
  return text
    .replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}

/** The value of an attribute in `text[from, to)`, or undefined. */
export function attribute(text: string, name: string, from: number, to: number): string | undefined {
  for (let at = text.indexOf(name, from); at >= 0 && at < to; at = text.indexOf(name, at + 1)) {
    if (text.charCodeAt(at - 1) > 32 && text.charAt(at - 1) !== ':') continue;
    let i = at + name.length;
    while (text.charCodeAt(i) <= 32) i++;
    if (text.charAt(i) !== '=') continue;
    i++;
    while (text.charCodeAt(i) <= 32) i++;
    const mark = text.charAt(i);
    if (mark !== '"' && mark !== "'") continue;
    const end = text.indexOf(mark, i + 1);
    if (end >= 0 && end <= to) return text.slice(i + 1, end);
  }
  return undefined;
}

const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/**
 * The number in `text[from, to)`, `NaN` when it is none. Plain decimals of up to 15 digits are read digit by digit, which
 * rounds exactly as `Number` does (an exact integer divided by an exact power of ten) and is several times faster.
 */
export function numberIn(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && text.charCodeAt(i) <= 32) i++;
  const negative = text.charCodeAt(i) === 45;
  if (negative) i++;
  let digits = 0;
  let value = 0;
  let decimals = -1;
  for (; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === 46 && decimals < 0) decimals = 0;
    else break;
  }
  while (i < to && text.charCodeAt(i) <= 32) i++;
  if (i < to || digits === 0 || digits > 15) return slowNumber(text.slice(from, to));
  const exact = decimals > 0 ? value / (powers[decimals] as number) : value;
  return negative ? -exact : exact;
}

function slowNumber(text: string): number {
  const trimmed = text.trim();
  const value = trimmed === '' ? Number.NaN : Number(trimmed);
  return Number.isFinite(value) ? value : Number.NaN;
}

/**
 * ISO 8601 time in `text[from, to)` as epoch milliseconds, `NaN` when it is none. Without a zone it is read as UTC: both
 * formats demand UTC, and apps that leave the Z out mean it.
 */
export function timeIn(text: string, from: number, to: number): number {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  if (end - start >= 20 && text.charCodeAt(end - 1) === 90) {
    const ms = utcTime(text, start, end);
    if (!Number.isNaN(ms)) return ms;
  }
  const plain = text.slice(start, end);
  if (!/^\d{4}-\d\d-\d\d[T ]/.test(plain)) return Number.NaN;
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(plain) ? plain : `${plain}Z`);
}

/** `yyyy-mm-ddThh:mm:ss[.fff]Z` without a Date. */
function utcTime(text: string, at: number, end: number): number {
  const year = digitsIn(text, at, 4);
  const month = digitsIn(text, at + 5, 2);
  const day = digitsIn(text, at + 8, 2);
  const seconds = digitsIn(text, at + 11, 2) * 3600 + digitsIn(text, at + 14, 2) * 60 + digitsIn(text, at + 17, 2);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && seconds < 86_461)) return Number.NaN;
  let ms = 0;
  if (end - at > 20) {
    if (text.charCodeAt(at + 19) !== 46) return Number.NaN;
    ms = numberIn(text, at + 19, end - 1) * 1000;
  }
  return daysBefore(year, month, day) * 86_400_000 + seconds * 1000 + Math.round(ms);
}

function digitsIn(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48;
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
