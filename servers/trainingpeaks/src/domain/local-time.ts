/** Day and minute of a local date-time: `2026-09-24T16:25`; the day alone at midnight, which is how a day is stored. */
export function localMinute(dateTime: string | null): string | null {
  if (dateTime === null) return null;
  const minute = dateTime.slice(0, 16);
  return minute.endsWith('T00:00') ? minute.slice(0, 10) : minute;
}
