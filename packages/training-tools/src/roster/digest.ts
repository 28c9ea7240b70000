import { addDays } from '@core/metrics/day';
import { isSession } from '../planning/entries.ts';
import type {
  CalendarEntry,
  Found,
  Race,
  RosterAthlete,
  RosterWeek,
  Thread,
  Unavailable,
  Who,
} from '../ports/index.ts';
import type { Snapshot, SnapshotAthlete } from '../store/coach-store.ts';
import { type RosterFacts, rosterFacts } from './facts.ts';
import { type Bounds, type TriageFlag, triage } from './triage.ts';

/** A week of one athlete for the coach: planned, done and coming are never added up. */
export interface DigestAthlete {
  readonly athlete: Who;
  /** In the order of the rules; empty when nothing speaks for a look. */
  readonly flags: readonly TriageFlag[];
  readonly ctl: number | null;
  readonly form: number | null;
  readonly ramp: number | null;
  readonly usualWeekLoad: number | null;
  /** What was done in the week. */
  readonly done: { readonly activities: number; readonly movingS: number | null; readonly load: number | null } | null;
  /** What was planned up to yesterday; `null`: the calendar could not be read. */
  readonly planned: { readonly sessions: number; readonly paired: number; readonly load: number | null } | null;
  /** The seven days from `asOf`; `null` as above. */
  readonly coming: {
    readonly sessions: number;
    /** Of those whose load the platform knows. */
    readonly load: number | null;
    readonly withoutLoad: number;
    /** The next race within {@link RACE_DAYS}. */
    readonly race: Pick<Race, 'day' | 'name' | 'priority'> | null;
    readonly away: Pick<Unavailable, 'day' | 'lastDay' | 'reason'> | null;
  } | null;
  /** Threads that wait for the coach; `null`: nobody looked. */
  readonly waiting: { readonly threads: number; readonly oldestAt: string | null; readonly excerpt: string } | null;
  /** Against the last snapshot; `null` without one. */
  readonly change: DigestChange | null;
}

export interface DigestChange {
  readonly since: string;
  readonly ctl: number | null;
  readonly form: number | null;
  readonly newFlags: readonly string[];
  readonly goneFlags: readonly string[];
}

/** What a coach needs on a Monday: whom to look at, what was done of the plan, what comes, who waits for an answer. */
export interface RosterDigest {
  /** Monday and Sunday of the week that is told. */
  readonly week: string;
  readonly lastDay: string;
  /** The day that form, flags and what is coming hold for. */
  readonly asOf: string;
  /** Those with flags first, most urgent first. */
  readonly athletes: readonly DigestAthlete[];
  /** What could not be read: reason → how many. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** What a digest is made of. */
export interface DigestFacts {
  readonly week: string;
  readonly asOf: string;
  readonly now: Date;
  readonly weeks: readonly RosterWeek[];
  readonly roster: readonly RosterAthlete[];
  readonly calendars: ReadonlyMap<string, Found<CalendarEntry>>;
  /** `null`: nobody looked. */
  readonly threads: readonly Thread[] | null;
  readonly bounds?: Bounds;
  readonly previous?: Snapshot;
}

/** Days ahead in which a race is told. */
export const RACE_DAYS = 14;

/** The digest of a week: pure, in the order of {@link triage}. */
export function rosterDigest(given: DigestFacts): Pick<RosterDigest, 'week' | 'lastDay' | 'asOf' | 'athletes'> {
  const { week, asOf, weeks, roster, bounds = {} } = given;
  const known = weeks.filter((each) => each.week <= asOf);
  const facts = rosterFacts(known, asOf, roster).map((each) => withCalendar(each, given));
  const done = new Map(known.filter((each) => each.week === week).map((each) => [each.athlete.id, each]));
  const athletes = triage(facts, bounds).map(({ facts: of, flags }): DigestAthlete => {
    const own = done.get(of.athlete.id);
    const entries = given.calendars.get(of.athlete.id)?.items;
    return {
      athlete: of.athlete,
      flags,
      ctl: of.ctl,
      form: of.form,
      ramp: of.ramp,
      usualWeekLoad: of.usualWeekLoad,
      done: own === undefined ? null : { activities: own.activities, movingS: own.movingS, load: own.load },
      planned: entries === undefined ? null : planned(entries, week, asOf),
      coming: entries === undefined ? null : coming(entries, asOf),
      waiting: given.threads === null ? null : waiting(given.threads, of.athlete.id),
      change: changeSince(given.previous, of, flags),
    };
  });
  return { week, lastDay: addDays(week, 6), asOf, athletes };
}

/** What to remember of a digest, so that the next one can tell what changed. */
export function snapshotOf({ week, athletes }: RosterDigest, takenAt: Date): Snapshot {
  return {
    week,
    takenAt: takenAt.toISOString(),
    athletes: athletes.map(
      ({ athlete, ctl, form, done, flags }): SnapshotAthlete => ({
        athleteId: athlete.id,
        ctl,
        form,
        load: done?.load ?? null,
        flags: flags.map(({ rule }) => rule),
      }),
    ),
  };
}

/** Whether a thread waits for the coach. */
export function isWaiting({ lastFrom, unread }: Thread): boolean {
  return lastFrom === 'other' || (lastFrom === null && (unread ?? 0) > 0);
}

function withCalendar(facts: RosterFacts, { week, asOf, calendars, threads, now }: DigestFacts): RosterFacts {
  const entries = calendars.get(facts.athlete.id)?.items;
  const past = entries === undefined ? null : planned(entries, week, asOf);
  const oldest = threads === null ? null : (waiting(threads, facts.athlete.id)?.oldestAt ?? null);
  return {
    ...facts,
    missed: past === null ? null : past.sessions - past.paired,
    waitingHours: oldest === null ? null : Math.floor((now.getTime() - Date.parse(oldest)) / 3_600_000),
  };
}

function planned(entries: readonly CalendarEntry[], week: string, asOf: string): NonNullable<DigestAthlete['planned']> {
  const last = addDays(week, 6);
  const past = entries.filter(isSession).filter(({ day }) => day >= week && day <= last && day < asOf);
  return {
    sessions: past.length,
    paired: past.filter(({ doneId }) => doneId !== null).length,
    load: sumOf(past.map(({ plannedLoad }) => plannedLoad)),
  };
}

function coming(entries: readonly CalendarEntry[], asOf: string): NonNullable<DigestAthlete['coming']> {
  const end = addDays(asOf, 6);
  const open = entries.filter(isSession).filter(({ day, doneId }) => day >= asOf && doneId === null);
  const next = open.filter(({ day }) => day <= end);
  const race = open
    .filter((entry) => entry.kind === 'race' && entry.day <= addDays(asOf, RACE_DAYS))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .find((entry) => entry.kind === 'race');
  const away = entries.find((entry) => entry.kind === 'unavailable' && entry.day <= end && entry.lastDay >= asOf);
  return {
    sessions: next.length,
    load: sumOf(next.map(({ plannedLoad }) => plannedLoad)),
    withoutLoad: next.filter(({ plannedLoad }) => plannedLoad === null).length,
    race: race?.kind === 'race' ? { day: race.day, name: race.name, priority: race.priority } : null,
    away: away?.kind === 'unavailable' ? { day: away.day, lastDay: away.lastDay, reason: away.reason } : null,
  };
}

function waiting(threads: readonly Thread[], athleteId: string): DigestAthlete['waiting'] {
  const own = threads
    .filter((thread) => thread.athlete.id === athleteId && isWaiting(thread))
    .sort((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? -1 : 1));
  return { threads: own.length, oldestAt: own[0]?.lastAt ?? null, excerpt: own.at(-1)?.excerpt ?? '' };
}

function changeSince(
  previous: Snapshot | undefined,
  { athlete, ctl, form }: RosterFacts,
  flags: readonly TriageFlag[],
): DigestChange | null {
  const before = previous?.athletes.find(({ athleteId }) => athleteId === athlete.id);
  if (previous === undefined || before === undefined) return null;
  const now = flags.map(({ rule }) => rule);
  return {
    since: previous.week,
    ctl: difference(ctl, before.ctl),
    form: difference(form, before.form),
    newFlags: now.filter((rule) => !before.flags.includes(rule)),
    goneFlags: before.flags.filter((rule) => !now.includes(rule)),
  };
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}

/** The sum of what is known; `null` when nothing is. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
