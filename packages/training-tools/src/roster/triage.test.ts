import { describe, expect, it } from 'vitest';
import type { RosterAthlete, RosterWeek } from '../ports/index.ts';
import { rosterFacts } from './facts.ts';
import { triage } from './triage.ts';
import { triageRules } from './triage-rules.ts';

/** A Wednesday; the week of the 12th is not over. */
const TODAY = '2026-10-14';
const athlete = (id: string, lastSeen: string | null = TODAY): RosterAthlete => ({
  id,
  name: id,
  tags: [],
  lastSeen,
  email: null,
  mayWrite: true,
});
const week = (id: string, monday: string, load: number | null, more: Partial<RosterWeek> = {}): RosterWeek => ({
  athlete: { id, name: id },
  week: monday,
  activities: load === 0 ? 0 : 4,
  movingS: null,
  load,
  fitness: { ctl: 60, atl: 62 },
  ramp: 1,
  ...more,
});
const month = (id: string, load: number): RosterWeek[] =>
  ['2026-09-28', '2026-09-21', '2026-09-14', '2026-09-07'].map((monday) => week(id, monday, load));
const judged = (athletes: RosterAthlete[], weeks: RosterWeek[], bounds = {}) =>
  triage(rosterFacts(weeks, TODAY, athletes), bounds);
const flagsOf = (weeks: RosterWeek[], seen: string | null = TODAY) =>
  judged([athlete('a', seen)], weeks)[0]!.flags.map(({ rule }) => rule);

describe('triage of a roster', () => {
  it('flags nobody who trains as usual', () => {
    expect(flagsOf([week('a', '2026-10-12', 80), week('a', '2026-10-05', 400), ...month('a', 400)])).toEqual([]);
  });

  it.each<[string, RosterWeek[], string | null, string]>([
    [
      'form_low',
      [week('a', '2026-10-12', 80, { fitness: { ctl: 60, atl: 90.5 } })],
      TODAY,
      'Form is -30.5, under -30.',
    ],
    ['ramp_high', [week('a', '2026-10-12', 80, { ramp: 8.4 })], TODAY, 'CTL rose by 8.4 in a week, over 8.'],
    [
      'load_jump',
      [week('a', '2026-10-05', 640), ...month('a', 400)],
      TODAY,
      'Last week was 1.6 × usual, over 1.5: 640 points against 400 in a usual week.',
    ],
    [
      'load_drop',
      [week('a', '2026-10-05', 100), ...month('a', 400)],
      TODAY,
      'Last week was 0.3 × usual, under 0.5: 100 points against 400 in a usual week.',
    ],
    ['not_seen', [week('a', '2026-10-05', 400)], '2026-10-03', 'Not seen for 11 days, over 10.'],
  ])('says why: %s', (rule, weeks, seen, says) => {
    expect(judged([athlete('a', seen)], weeks)[0]!.flags).toEqual([expect.objectContaining({ rule, says })]);
  });

  it('counts whole weeks without an activity, and that the load fell with them', () => {
    expect(flagsOf([week('a', '2026-10-12', 50), week('a', '2026-10-05', 0), ...month('a', 400)])).toEqual([
      'load_drop',
      'no_training',
    ]);
  });

  it('does not judge what is not known', () => {
    const [one] = judged([athlete('a', null)], [week('a', '2026-10-05', null, { fitness: null, ramp: null })]);
    expect(one).toMatchObject({ flags: [], judged: 1 });
  });

  it('leaves the running week out of the comparison of weeks', () => {
    expect(flagsOf([week('a', '2026-10-12', 0), week('a', '2026-10-05', 400), ...month('a', 400)])).toEqual([]);
  });

  it("takes the coach's own bound", () => {
    const weeks = [week('a', '2026-10-12', 80, { ramp: 6 })];
    expect(judged([athlete('a')], weeks, { ramp_high: 5 })[0]!.flags[0]).toMatchObject({ rule: 'ramp_high', bound: 5 });
  });

  it('puts the most urgent first, those without a flag last and in the order of the roster', () => {
    const weeks = [
      week('fine', '2026-10-12', 80),
      week('other', '2026-10-12', 80),
      week('rising', '2026-10-12', 80, { ramp: 9 }),
      week('deep', '2026-10-12', 80, { fitness: { ctl: 50, atl: 95 } }),
      week('both', '2026-10-12', 80, { ramp: 9, fitness: { ctl: 50, atl: 95 } }),
    ];
    const order = judged(
      [athlete('fine'), athlete('other'), athlete('rising'), athlete('deep'), athlete('both')],
      weeks,
    );
    expect(order.map(({ facts }) => facts.athlete.id)).toEqual(['both', 'deep', 'rising', 'fine', 'other']);
  });

  it('names a source for every rule', () => {
    expect(new Set(triageRules.map(({ id }) => id)).size).toBe(triageRules.length);
    for (const { source, asks } of triageRules) expect([source, asks].every((text) => text.length > 5)).toBe(true);
  });
});
