const invisible = /[\p{Cc}\p{Cf}\u2028\u2029\u{E0000}-\u{E007F}]/gu;

/** Longest text of a person that one field of an answer carries, in characters. */
export const textCap = 2000;

/**
 * Text that others wrote, made harmless to read: control, zero-width, direction-changing and tag characters go (line
 * breaks and tabs stay), and what is longer than `cap` is cut with the number of characters left out.
 */
export function cleanText(text: string, cap: number = textCap): string {
  const visible = text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, (character) => (character === '\n' || character === '\t' ? character : ''));
  if (visible.length <= cap) return visible;
  return `${visible.slice(0, cap).trimEnd()} […${visible.length - cap} more characters]`;
}

/** {@link cleanText} over every string of an answer; numbers and the rest stay as they are. */
export function cleanValue<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map((member: unknown) => cleanValue(member)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cleanValue(member)])) as T;
  }
  return value;
}
