/**
 * Seconds that an answer asks to wait, from `Retry-After` as a number or a date; `undefined` when it does not say.
 * A date is read against the answer's own `Date` header, so that a wrong clock on either side does not matter.
 */
export function retryAfterSeconds(headers: Headers, now: Date): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const until = Date.parse(text);
  if (Number.isNaN(until)) return undefined;
  const served = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Math.ceil((until - (Number.isNaN(served) ? now.getTime() : served)) / 1000));
}
