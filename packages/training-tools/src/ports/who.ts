/** Whom a port is asked about; the kit's `Athlete` is one. */
export interface Who {
  readonly id: string;
  readonly name: string;
}

/** First and last local day of the athlete, `YYYY-MM-DD`, both inclusive. */
export interface DayRange {
  readonly oldest: string;
  readonly newest: string;
}

/** What was found, and what was there but could not be used: reason in plain words → how many. */
export interface Found<T> {
  readonly items: readonly T[];
  readonly skipped: Readonly<Record<string, number>>;
}
