import type { DigestAthlete, RosterDigest } from '../roster/digest.ts';

/** An athlete of a digest with a usual week; give what differs. */
export function digestAthlete(name: string, given: Partial<DigestAthlete> = {}): DigestAthlete {
  return {
    athlete: { id: name.toLowerCase().replaceAll(/\W+/g, ''), name },
    flags: [],
    ctl: 52,
    form: -4,
    ramp: 1,
    usualWeekLoad: 350,
    done: { activities: 5, movingS: 25_500, load: 362 },
    planned: { sessions: 5, paired: 4, load: 380 },
    coming: { sessions: 5, load: 340, withoutLoad: 0, race: null, away: null },
    waiting: { threads: 0, oldestAt: null, excerpt: '' },
    change: null,
    ...given,
  };
}

/** The digest of a week in October; give what differs. */
export function digestOf(athletes: readonly DigestAthlete[], given: Partial<RosterDigest> = {}): RosterDigest {
  return {
    week: '2026-10-05',
    lastDay: '2026-10-11',
    asOf: '2026-10-12',
    athletes,
    skipped: {},
    notes: [],
    ...given,
  };
}
