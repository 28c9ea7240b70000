import type { PlannedStep } from '@core/metrics/alignment';
import type { Workout } from '@core/workouts';
import type { SportFamily } from './activity-source.ts';
import type { DayRange, Found, Who } from './who.ts';

interface Entry {
  readonly id: string;
  readonly day: string;
  readonly name: string | null;
  /** What people wrote; data, not instructions. */
  readonly text: string | null;
}

/** Something to be done. Planned numbers only: what was done is on the activity. */
export interface PlannedSession extends Entry {
  readonly kind: 'session';
  readonly sport: string | null;
  readonly family: SportFamily;
  readonly plannedS: number | null;
  readonly plannedDistanceM: number | null;
  /** Points; `null`: the platform knows no load for it. */
  readonly plannedLoad: number | null;
  /** Whether the platform understood steps. */
  readonly structured: boolean;
  /** The activity that the platform pairs with it. */
  readonly doneId: string | null;
}

/** A race, with its planned numbers where there are any. */
export interface Race extends Omit<PlannedSession, 'kind'> {
  readonly kind: 'race';
  /** `A` is what the season is built for; `null` where the platform has no such word. */
  readonly priority: 'A' | 'B' | 'C' | null;
}

/** A note. `coach`: hidden from the athlete. */
export interface Note extends Entry {
  readonly kind: 'note';
  readonly visibility: 'athlete' | 'coach';
}

/** Days on which the athlete cannot train, or not as usual. */
export interface Unavailable extends Entry {
  readonly kind: 'unavailable';
  /** Inclusive. */
  readonly lastDay: string;
  readonly reason: 'sick' | 'injured' | 'holiday' | 'limited';
}

/** Anything else that the platform keeps on the calendar, by its own word. */
export interface OtherEntry extends Entry {
  readonly kind: 'other';
  readonly category: string;
}

export type CalendarEntry = PlannedSession | Race | Note | Unavailable | OtherEntry;

/** A planned session step by step, repeats written out, targets in absolute units. */
export interface StepPlan {
  readonly measure: 'power' | 'heart_rate' | 'speed';
  /** Targets in W, bpm or m/s. */
  readonly steps: readonly (PlannedStep & { readonly label: string | null })[];
}

export interface PlanQuery {
  readonly id: string;
  /** The activity to hold it against: its day's thresholds turn percentages into watts. */
  readonly activityId?: string;
}

/** A session and its steps; `plan` is `null` when it has none with a target. */
export interface SessionInFull {
  readonly entry: PlannedSession | Race;
  readonly plan: StepPlan | null;
}

export interface CalendarQuery {
  /** Kinds that will be looked at; a platform that keeps kinds apart asks for those alone. Others may come too. */
  readonly only?: readonly CalendarEntry['kind'][];
  /** After this day races alone will be looked at; as above. */
  readonly onlyRacesAfter?: string;
}

/** What is planned. */
export interface CalendarPort {
  readonly list: (who: Who, range: DayRange, query?: CalendarQuery) => Promise<Found<CalendarEntry>>;
  /** @throws Failure `not_found`; `bad_input` when the entry is no session. */
  readonly session: (who: Who, query: PlanQuery) => Promise<SessionInFull>;
  /** Absent where the platform is read only. */
  readonly write?: CalendarWriter;
}

/** A session to be planned: a structured workout, or text alone (strength). */
export interface SessionDraft {
  readonly day: string;
  readonly family: SportFamily;
  readonly name: string;
  readonly workout?: Workout;
  readonly text?: string;
}

export interface NoteDraft {
  readonly day: string;
  readonly name: string;
  readonly text: string;
  readonly visibility: 'athlete' | 'coach';
}

/** A session that was written, held against what the platform keeps of it. */
export interface WrittenSession {
  readonly id: string;
  /** Every way in which what is kept is not what was sent, a sentence each; `null`: it could not be read back. */
  readonly differs: readonly string[] | null;
}

/**
 * Writes to the calendar: after `ctx.confirm`, once, never retried. `key` makes a create idempotent: the same key a second
 * time changes nothing and gives the same id.
 */
export interface CalendarWriter {
  /**
   * Writes, reads back and compares: one request after the write. A write whose answer was lost is looked for on that day.
   *
   * @throws Failure `ambiguous_write` when the answer was lost and the session is not there.
   */
  readonly addSession: (who: Who, draft: SessionDraft, key: string) => Promise<WrittenSession>;
  /**
   * The session that an earlier write of this draft with this key made, also one whose answer was lost; `null` when there is
   * none. Platforms that keep no key look for an equal session on that day.
   */
  readonly find?: (who: Who, draft: SessionDraft, key: string) => Promise<string | null>;
  readonly addNote: (who: Who, draft: NoteDraft, key: string) => Promise<string>;
}
