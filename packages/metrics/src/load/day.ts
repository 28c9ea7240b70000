/** A local calendar day, `YYYY-MM-DD`. It has no time and no zone: arithmetic on days never passes through a clock. */
export type Day = string;

/**
 * Days since 1970-01-01 of a calendar day (negative before it), on the proleptic Gregorian calendar.
 *
 * Pure integer arithmetic: no `Date`, so no zone, no daylight-saving hour and no month overflow can move the answer.
 * @param day `YYYY-MM-DD`, years 0000 to 9999.
 * @throws RangeError when the text is not such a day or the day does not exist (`2026-02-29`).
 * @source civil-from-days algorithm on 400-year eras (146,097 days each), Hinnant 2013.
 */
export function dayNumber(day: Day): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (parts !== null) {
    const month = Number(parts[2]);
    const y = Number(parts[1]) - (month < 3 ? 1 : 0);
    const number =
      365 * y +
      Math.floor(y / 4) -
      Math.floor(y / 100) +
      Math.floor(y / 400) +
      Math.floor((153 * ((month + 9) % 12) + 2) / 5) +
      Number(parts[3]) -
      719_469;
    if (toDay(number) === day) return number;
  }
  throw new RangeError(`"${day}" is not a calendar day; write it as 2026-03-31`);
}

/**
 * The calendar day that lies `number` days after 1970-01-01; the inverse of {@link dayNumber}.
 * @param number whole days, −719,528 (0000-01-01) to 2,932,896 (9999-12-31).
 * @throws RangeError outside that range or when `number` is not whole.
 */
export function toDay(number: number): Day {
  if (!Number.isInteger(number) || number < -719_528 || number > 2_932_896)
    throw new RangeError(`${number} is not a whole number of days in the years 0000 to 9999`);
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfYear - Math.floor((153 * m + 2) / 5) + 1)}`;
}

/** The day `count` days after `day` (before it when negative). @throws RangeError as {@link dayNumber}, {@link toDay}. */
export function addDays(day: Day, count: number): Day {
  return toDay(dayNumber(day) + count);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. @throws RangeError as {@link dayNumber}. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}
