import { Failure } from '@core/mcp-kit';
import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import type { RosterWeek, Thread } from '../../ports/index.ts';
import { readRosterDigest } from '../../roster/read-digest.ts';
import { connectMemory, nothing, objects, session } from '../../testing/index.ts';
import { memoryPorts } from '../../testing/memory-ports.ts';

/** A Wednesday; the last whole week is that of 5 October. */
const TODAY = '2026-10-14';
const week = (id: string, back: number, load: number): RosterWeek => ({
  athlete: { id, name: `Name ${id}` },
  week: addDays('2026-10-12', -7 * back),
  activities: 3,
  movingS: 3600,
  load,
  fitness: { ctl: 50, atl: 52 },
  ramp: 1,
});
const usual = (id: string) => [0, 1, 2, 3, 4, 5].map((back) => week(id, back, 300));
const message = (athlete: string, lastAt: string): Thread => ({
  id: 't1',
  where: 'chat',
  aboutId: null,
  about: null,
  athlete: { id: athlete, name: `Name ${athlete}` },
  lastFrom: 'other',
  lastAt,
  unread: 1,
  excerpt: 'Can we talk?',
});
const calendars = {
  a: [
    session({ id: 's1', day: '2026-10-06', doneId: 'x' }),
    session({ id: 's2', day: '2026-10-07' }),
    session({ id: 's3', day: '2026-10-08' }),
    session({ id: 's4', day: '2026-10-15', plannedLoad: 80 }),
    session({ id: 's5', day: '2026-10-16', plannedLoad: null }),
  ],
  b: [session({ id: 's6', day: '2026-10-06', doneId: 'y' })],
};

describe('roster_digest', () => {
  it('tells done against plan, what comes and who waits, those to look at first', async () => {
    const server = connectMemory({
      today: TODAY,
      roster: [...usual('b'), ...usual('a')],
      calendars,
      threads: [message('b', '2026-10-14T10:00:00Z')],
    });
    const { structured } = await server.call('mem_roster_digest', {});
    expect(structured).toMatchObject({
      as_of: TODAY,
      week: '2026-10-05 to 2026-10-11',
      coverage: { athletes: 2, flagged: 1, calendars: 2 },
      notes: [
        'The platform tells nobody’s last visit: who stayed away is not judged.',
        '1 coming session has no load and is not in coming_load.',
      ],
    });
    expect(objects(structured)).toEqual([
      expect.objectContaining({
        athlete_id: 'a',
        why: '2 planned sessions of the week have no activity, over 1.',
        planned_done: '1/3',
        done_load: 300,
        coming_sessions: 2,
        coming_load: 80,
        waiting: null,
      }),
      expect.objectContaining({ athlete_id: 'b', why: null, planned_done: '1/1', waiting: '1 Can we talk?' }),
    ]);
    expect(Object.fromEntries(server.asked)).toEqual({
      'roster.weeks': 1,
      'roster.athletes': 1,
      'conversations.threads': 1,
      'calendar.list': 2,
    });
  });

  it('flags who has stayed away, and says so when nobody can tell', async () => {
    const people = [{ id: 'a', name: 'Name a', tags: [], lastSeen: '2026-10-01', email: null, mayWrite: true }];
    const server = connectMemory({ today: TODAY, roster: usual('a'), people, calendars: { a: [] } });
    expect(objects((await server.call('mem_roster_digest', {})).structured)[0]).toMatchObject({
      why: 'Not seen for 13 days, over 10.',
    });
    expect(String((await server.call('mem_roster_digest', {})).structured.notes)).not.toContain('last visit');
    const ports = memoryPorts({ ...nothing, today: TODAY, roster: usual('a'), people }, new Map());
    const roster = {
      ...ports.roster,
      athletes: () => Promise.reject(new Failure('upstream', 'down', { next: 'wait' })),
    };
    const made = await readRosterDigest({ ...ports, roster }, { today: TODAY, now: new Date(`${TODAY}T12:00:00Z`) });
    expect(made.athletes[0]?.flags).toEqual([]);
    expect(made.notes).toEqual(['When each was last seen could not be read.']);
  });

  it('flags a message that waits for more than two days', async () => {
    const { structured } = await connectMemory({
      today: TODAY,
      roster: usual('b'),
      threads: [message('b', '2026-10-11T12:00:00Z')],
    }).call('mem_roster_digest', {});
    expect(objects(structured)[0]).toMatchObject({ why: 'A message has waited for 3 days, over 48 hours.' });
  });

  it('tells an earlier week as it was at its end, without messages', async () => {
    const server = connectMemory({ today: TODAY, roster: usual('a'), calendars });
    const { structured } = await server.call('mem_roster_digest', { week: '2026-09-30' });
    expect(structured).toMatchObject({ week: '2026-09-28 to 2026-10-04', as_of: '2026-10-05' });
    expect(server.asked.has('conversations.threads')).toBe(false);
  });

  it('counts an athlete whose calendar cannot be read, and keeps the others', async () => {
    const { structured } = await connectMemory({
      today: TODAY,
      roster: [...usual('a'), ...usual('b')],
      calendars,
      closed: ['b'],
    }).call('mem_roster_digest', {});
    expect(structured.coverage).toMatchObject({ athletes: 2, calendars: 1, skipped: { 'calendar: forbidden': 1 } });
    expect(objects(structured).find(({ athlete_id }) => athlete_id === 'b')).toMatchObject({ planned_done: null });
  });

  it('refuses a week that has not begun', async () => {
    const { failure } = await connectMemory({ today: TODAY }).call('mem_roster_digest', { week: '2026-10-21' });
    expect(failure?.toText()).toContain('has not begun');
  });
});
