/** Sixteen digits in a row, which few answers hold: this search skips through megabytes. */
const manyDigits = /\d{16}/;
/** Such a run where a JSON number may start and end: only then is the slower exact parse needed. */
const longInteger = /(?:^|[\s:,[])-?\d{16,}(?:[\s,}\]]|$)/;

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/**
 * Parses JSON; an integer too large for a double (over 2^53) comes back as its digits in a string instead of a different
 * number. `wire.id` reads both.
 *
 * @throws SyntaxError for text that is not JSON.
 */
export function parseExactJson(text: string): unknown {
  if (!manyDigits.test(text) || !longInteger.test(text)) return JSON.parse(text);
  const keepDigits: SourceReviver = (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source) && !Number.isSafeInteger(value)
      ? source
      : value;
  return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown);
}
