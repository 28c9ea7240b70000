import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import type { Thread } from '../../ports/index.ts';
import { activity, connectMemory, session } from '../../testing/index.ts';

const TODAY = '2026-10-14';
const day = (n: number) => addDays(TODAY, n);
const thread: Thread = {
  id: 't',
  where: 'chat',
  aboutId: null,
  about: null,
  athlete: { id: 'm1', name: 'Memory' },
  lastFrom: 'other',
  lastAt: '2026-10-13T10:00:00Z',
  unread: 1,
  excerpt: 'My knee hurts.',
};

describe('get_athlete_overview', () => {
  it('puts done, planned, race and messages into one answer and never adds them up', async () => {
    const server = connectMemory({
      today: TODAY,
      activities: [
        activity({ id: 'a1', day: day(-1), rpe1to10: 8, feel: { name: 'feel_1to5_1_is_strong', value: 4 } }),
        activity({ id: 'a2', day: day(-2) }),
      ],
      loads: { [day(-1)]: 50, [day(-2)]: 50 },
      entries: [
        session({ id: 's1', day: day(-1), doneId: 'a1' }),
        session({ id: 's2', day: day(-3) }),
        session({ id: 's3', day: day(1), plannedLoad: 90 }),
        { ...session({ id: 'r', day: day(40), name: 'Race' }), kind: 'race', priority: 'A' },
      ],
      threads: [thread],
    });
    const { structured } = await server.call('mem_get_athlete_overview', {});
    expect(structured).toMatchObject({
      as_of: TODAY,
      adherence: { planned: 2, done: 1, of_days: 28 },
      coming: [{ id: 's3', planned_load: 90 }],
      race: { date: day(40), priority: 'A' },
      waiting: [{ where: 'chat', text: 'My knee hurts.' }],
      coverage: { activities: 2, load_unknown: 0 },
    });
    expect((structured.recent as object[])[0]).toMatchObject({ id: 'a1', rpe_1to10: 8, feel_1to5_1_is_strong: 4 });
    expect(Object.fromEntries(server.asked)).toEqual({
      'load.history': 1,
      'activities.list': 1,
      'wellness.days': 1,
      'calendar.list': 1,
      'conversations.threads': 1,
    });
  });

  it('says what is cut, within its budget', async () => {
    const answer = await connectMemory({
      today: TODAY,
      activities: Array.from({ length: 25 }, (_, i) => activity({ id: `a${i}`, day: day(-i) })),
      entries: Array.from({ length: 14 }, (_, i) => session({ id: `s${i}`, day: day(i), name: 'Long ride, steady' })),
    }).call('mem_get_athlete_overview', {});
    expect(answer.structured.notes).toEqual(
      expect.arrayContaining(['recent shows 5 of 25 activities of 28 days.', 'coming shows 6 of 14 entries.']),
    );
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });
});
