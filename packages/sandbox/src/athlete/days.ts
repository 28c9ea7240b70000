/** A local calendar day, `YYYY-MM-DD`. */
export type Day = string;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a local day. */
export function dayNumber(day: Day): number {
  return Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS);
}

function dayOf(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return ((dayNumber(day) + 3) % 7) + 1;
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** The clock on a wall of one time zone. Hanging it costs fifty times as much as reading it. */
export interface WallClock {
  /** The local day and time of an instant, `YYYY-MM-DDTHH:MM:SS`. */
  at(instant: Date): string;
  /** The instant of a local day and time. */
  instantOf(local: string): Date;
}

export function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const at = (instant: Date) => format.format(instant).replace(' ', 'T');
  return {
    at,
    instantOf(local) {
      const asUtc = new Date(`${local}Z`);
      const offset = new Date(`${at(asUtc)}Z`).getTime() - asUtc.getTime();
      const guess = new Date(asUtc.getTime() - offset);
      const correction = new Date(`${at(guess)}Z`).getTime() - asUtc.getTime();
      return new Date(guess.getTime() - correction);
    },
  };
}

/** The local day and time of an instant in a time zone, `YYYY-MM-DDTHH:MM:SS`. */
export function localTime(instant: Date, timeZone: string): string {
  return wallClock(timeZone).at(instant);
}

/** The instant of a local wall-clock time in a time zone. */
export function instantOf(local: string, timeZone: string): Date {
  return wallClock(timeZone).instantOf(local);
}
