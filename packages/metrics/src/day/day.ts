/** A local calendar day, `YYYY-MM-DD`. It has no time and no zone. */
export type Day = string;

const DAY_MS = 86_400_000;

/**
 * Days since 1970-01-01 of a calendar day (negative before it), proleptic Gregorian calendar.
 *
 * A date without a time is UTC by the language's definition, and a UTC day always has 86,400 s: no zone, daylight-saving
 * hour or month overflow can move the answer.
 * @param day `YYYY-MM-DD`, years 0000 to 9999.
 * @throws RangeError when the text is not such a day or the day does not exist (`2026-02-29`).
 */
export function dayNumber(day: Day): number {
  const number = Date.parse(day) / DAY_MS;
  if (/^\d{4}-/.test(day) && Number.isInteger(number) && toDay(number) === day) return number;
  throw new RangeError(`"${day}" is not a day; write 2026-03-31`);
}

/**
 * The calendar day that lies `number` days after 1970-01-01; the inverse of {@link dayNumber}.
 * @param number whole days, −719,528 (0000-01-01) to 2,932,896 (9999-12-31).
 * @throws RangeError outside that range or when `number` is not whole.
 */
export function toDay(number: number): Day {
  if (Number.isInteger(number) && number >= -719_528 && number <= 2_932_896)
    return new Date(number * DAY_MS).toISOString().slice(0, 10);
  throw new RangeError(`${number} is not a day number`);
}

/** The day `count` days after `day` (before it when negative). @throws RangeError as {@link dayNumber}, {@link toDay}. */
export function addDays(day: Day, count: number): Day {
  return toDay(dayNumber(day) + count);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. @throws RangeError as {@link dayNumber}. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The Monday of a day's week, weeks being those of ISO 8601. @throws RangeError as {@link dayNumber}, {@link toDay}. */
export function mondayOf(day: Day): Day {
  const number = dayNumber(day);
  // Day 0, 1970-01-01, was a Thursday; the remainder of a negative number is negative.
  return toDay(number - ((((number + 3) % 7) + 7) % 7));
}
