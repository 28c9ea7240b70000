import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import type { RosterWeek } from '../../ports/index.ts';
import { connectMemory, objects } from '../../testing/index.ts';

const TODAY = '2026-10-14';
const week = (id: string, back: number, load: number, more: Partial<RosterWeek> = {}): RosterWeek => ({
  athlete: { id, name: `Name ${id}` },
  week: addDays('2026-10-12', -7 * back),
  activities: load === 0 ? 0 : 3,
  movingS: 3600,
  load,
  fitness: { ctl: 50, atl: 52 },
  ramp: 1,
  ...more,
});
const usual = (id: string) => [0, 1, 2, 3, 4, 5].map((back) => week(id, back, 300));
const deep = { fitness: { ctl: 50, atl: 88 } };

describe('triage_roster', () => {
  it('lists who needs a look with the evidence, and what the rules are', async () => {
    const server = connectMemory({
      today: TODAY,
      roster: [...usual('a'), week('b', 0, 90, deep), ...usual('b').slice(1)],
    });
    const { structured } = await server.call('mem_triage_roster', {});
    expect(objects(structured)).toEqual([
      expect.objectContaining({ athlete_id: 'b', athlete: 'Name b', why: 'Form is -38, under -30.', form: -38 }),
    ]);
    expect(structured).toMatchObject({
      as_of: TODAY,
      coverage: { athletes: 2, flagged: 1, nothing_known: 0 },
      rules: ['form_low: below -30 points; habit of coaching'],
    });
    expect(Object.fromEntries(server.asked)).toEqual({ 'roster.weeks': 1 });
  });

  it('shows everyone when asked, says when nothing speaks for a look, and what it did not look at', async () => {
    const server = connectMemory({ today: TODAY, roster: usual('a') });
    expect((await server.call('mem_triage_roster', {})).structured.notes).toEqual([
      'Missed sessions, waiting messages and who stayed away: only in mem_roster_digest {}.',
      'Nothing speaks for a look.',
    ]);
    expect(objects((await server.call('mem_triage_roster', { all: true })).structured)).toHaveLength(1);
  });

  it('says that nobody has the tag, and where tags are listed', async () => {
    const { structured } = await connectMemory({ today: TODAY }).call('mem_triage_roster', { tag: 'nobody' });
    expect(structured).toMatchObject({ notes: ['Nobody has the tag "nobody".'], next: 'mem_search_roster {}' });
  });
});
