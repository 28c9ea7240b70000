/** A moment on the athlete's clock, `YYYY-MM-DDTHH:MM:SS`, by the offset that a file wrote or an IANA zone. */
export function localStart(startMs: number, offsetMs: number | null, timeZone: string | undefined): string {
  if (offsetMs !== null) return new Date(startMs + offsetMs).toISOString().slice(0, 19);
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timeZone ?? 'UTC',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(startMs));
  return text.replace(' ', 'T');
}

/** Seconds from one local moment to another; `null` when one of them is a day without a time. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  const [start, end] = [secondOf(from), secondOf(to)];
  return start === null || end === null ? null : end - start;
}

function secondOf(local: string | null): number | null {
  if (local === null || !local.includes('T')) return null;
  return Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`) / 1000;
}
