import { Failure, outcomeOf } from '@core/mcp-kit';
import { addDays, mondayOf } from '@core/metrics/day';
import type { Found, RosterAthlete, Thread, TrainingPorts } from '../ports/index.ts';
import type { Snapshot } from '../store/coach-store.ts';
import { RACE_DAYS, type RosterDigest, rosterDigest } from './digest.ts';
import { readEach } from './read-each.ts';
import type { Bounds } from './triage.ts';

/** Weeks before the told one that make a usual week. */
const WEEKS_BACK = 4;
/** Days back in which a message can still wait. */
const MESSAGE_DAYS = 14;
/** What of a calendar a digest tells. */
const KINDS = ['session', 'race', 'unavailable'] as const;

export interface DigestRequest {
  readonly today: string;
  readonly now: Date;
  /** Any day of the week to tell; the last whole week unless given. */
  readonly week?: string | undefined;
  readonly tag?: string | undefined;
  readonly bounds?: Bounds;
  readonly previous?: Snapshot | undefined;
  readonly progress?: (done: number, total?: number) => void;
}

type DigestPorts = Pick<TrainingPorts, 'roster' | 'calendar'> & Partial<Pick<TrainingPorts, 'conversations'>>;

/**
 * Reads and makes the digest of a week: everyone's weeks at once, one calendar an athlete, one list of conversations.
 * What cannot be read is left out and counted.
 *
 * @throws Failure `bad_input` for a week that has not begun; `auth`; whatever the roster itself fails with.
 */
export async function readRosterDigest(ports: DigestPorts, request: DigestRequest): Promise<RosterDigest> {
  const { today, now, tag, bounds, previous, progress } = request;
  const week = weekOf(request.week, today);
  const current = addDays(week, 14) > today;
  const asOf = current ? today : addDays(week, 7);
  const [weeks, threads, roster] = await Promise.all([
    ports.roster.weeks({ oldest: addDays(week, -7 * WEEKS_BACK), newest: asOf }, tag === undefined ? {} : { tag }),
    current ? waitingThreads(ports, today) : null,
    current ? everyone(ports) : null,
  ]);
  const people = [...new Map(weeks.items.map(({ athlete }) => [athlete.id, athlete])).values()];
  const range = { oldest: week, newest: addDays(asOf, RACE_DAYS) };
  const calendars = await readEach(people, (who) => ports.calendar.list(who, range, { only: KINDS }), progress);
  const made = rosterDigest({
    week,
    asOf,
    now,
    weeks: weeks.items,
    roster: roster?.items ?? [],
    calendars: calendars.found,
    threads: threads?.items ?? null,
    ...(bounds !== undefined && { bounds }),
    ...(previous !== undefined && { previous }),
  });
  return {
    ...made,
    skipped: {
      ...weeks.skipped,
      ...prefixed(threads?.skipped ?? {}, 'messages: '),
      ...prefixed(calendars.failed, 'calendar: '),
    },
    notes: [
      ...(current
        ? []
        : [
            'An earlier week: form and flags are those of its end; messages, and when each was last seen, are not looked at.',
          ]),
      ...(threads === null && current ? ['Messages could not be read.'] : []),
      ...(roster === null && current ? ['When each was last seen could not be read.'] : []),
      ...(roster?.items.every(({ lastSeen }) => lastSeen === null) === true
        ? ['The platform tells nobody’s last visit: who stayed away is not judged.']
        : []),
    ],
  };
}

/**
 * Monday of the week to tell: the last whole one unless a day of another is given.
 *
 * @throws Failure `bad_input` for a week that has not begun.
 */
export function weekOf(given: string | undefined, today: string): string {
  const week = mondayOf(given ?? addDays(today, -7));
  if (week <= today) return week;
  throw new Failure('bad_input', `The week of ${week} has not begun: today is ${today}`, {
    next: `use week: "${today}", or leave it out for the last whole week`,
  });
}

/** Without conversations the rest of the digest still stands. */
async function waitingThreads(ports: DigestPorts, today: string): Promise<Found<Thread> | null> {
  if (ports.conversations === undefined) return null;
  const range = { oldest: addDays(today, -MESSAGE_DAYS), newest: today };
  const { value, failure } = await outcomeOf(ports.conversations.threads(range));
  if (failure?.kind === 'auth') throw failure;
  return value ?? null;
}

/** Who they are, with the day that each was last seen: what was done needs none of it. */
async function everyone({ roster }: DigestPorts): Promise<Found<RosterAthlete> | null> {
  const { value, failure } = await outcomeOf(roster.athletes());
  if (failure?.kind === 'auth') throw failure;
  return value ?? null;
}

function prefixed(failed: Readonly<Record<string, number>>, before: string): Record<string, number> {
  return Object.fromEntries(Object.entries(failed).map(([reason, count]) => [`${before}${reason}`, count]));
}
