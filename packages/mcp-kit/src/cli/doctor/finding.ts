/** One line of the report. `bad` makes the command fail; `note` is worth a look. */
export interface Finding {
  readonly about: string;
  readonly state: 'good' | 'note' | 'bad';
  readonly says: string;
  /** What to do, as an imperative sentence. */
  readonly next?: string;
}
