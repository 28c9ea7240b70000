/** What a coach keeps here and on no platform. Texts are the coach's own words. */
export interface CoachRecords {
  readonly goal: Goal;
  readonly note: PrivateNote;
  readonly alias: Alias;
  readonly style: PrescriptionStyle;
  readonly threshold: RedFlagThreshold;
  readonly recipe: Recipe;
  readonly snapshot: Snapshot;
}

export type CoachKind = keyof CoachRecords;

/** Every kind, as `coach export` lists them. */
export const coachKinds = [
  'goal',
  'note',
  'alias',
  'style',
  'threshold',
  'recipe',
  'snapshot',
] as const satisfies readonly CoachKind[];

/** What an athlete works towards. Races live on the platform's calendar; this is for everything else. */
export interface Goal {
  readonly athleteId: string;
  readonly title: string;
  /** The day it is to be reached by; `null`: open-ended. */
  readonly due: string | null;
  readonly opened: string;
  readonly closed: { readonly day: string; readonly outcome: 'achieved' | 'dropped' } | null;
}

/** A note that never leaves this machine. */
export interface PrivateNote {
  readonly athleteId: string;
  readonly day: string;
  readonly text: string;
}

/** What the coach calls an athlete. */
export interface Alias {
  readonly athleteId: string;
  readonly name: string;
}

/** How this coach writes intensity. */
export interface PrescriptionStyle {
  readonly targets: 'zone' | 'percent';
}

/** The coach's own bound of a triage rule instead of its default. */
export interface RedFlagThreshold {
  readonly rule: string;
  readonly value: number;
}

export interface Recipe {
  readonly title: string;
  /** `breakfast`, `before`, `during`, `after`, `dinner` … as the coach names them. */
  readonly meal: string | null;
  readonly type: string | null;
  readonly favourite: boolean;
  /** Markdown. */
  readonly text: string;
}

/** What a digest said, so that the next one can tell what changed. */
export interface Snapshot {
  /** Monday. */
  readonly week: string;
  /** ISO moment. */
  readonly takenAt: string;
  readonly athletes: readonly SnapshotAthlete[];
}

export interface SnapshotAthlete {
  readonly athleteId: string;
  readonly ctl: number | null;
  readonly form: number | null;
  readonly load: number | null;
  /** Ids of the triage rules that were flagged. */
  readonly flags: readonly string[];
}

/** A record with its id; ids rise with time. */
export type Kept<K extends CoachKind> = CoachRecords[K] & { readonly id: string };

/**
 * The coach's own store: on this machine, encrypted, of one login. Every write is done when its promise resolves, and
 * several processes may use it at once.
 *
 * @throws Failure `blocked` when the key is missing or the file cannot be used: nothing is thrown away to go on.
 */
export interface CoachStore {
  /** All records of a kind, oldest first. */
  readonly list: <K extends CoachKind>(kind: K) => Promise<readonly Kept<K>[]>;
  /** Adds a record, or with the id of one replaces it. The same `key` a second time changes nothing and gives the same id. */
  readonly put: <K extends CoachKind>(
    kind: K,
    record: CoachRecords[K],
    where?: { id?: string; key?: string },
  ) => Promise<string>;
  /** Whether there was such a record. */
  readonly remove: (kind: CoachKind, id: string) => Promise<boolean>;
  /** Drops everything of this login, and yields how many records that were. */
  readonly erase: () => Promise<number>;
  /** Removes the store itself, of every login, whether or not it can be opened. */
  readonly destroy: () => Promise<void>;
}
