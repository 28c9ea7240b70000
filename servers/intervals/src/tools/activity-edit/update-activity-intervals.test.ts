import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../../test/connected.ts';

const activity_id = YESTERDAY_RIDE;
const tool = 'icu_update_activity_intervals';

async function starts(server: ReturnType<typeof connected>): Promise<number[]> {
  const { structured } = await server.call('icu_get_activity_intervals', { activity_id });
  return objects(structured).map(({ start_s }) => Number(start_s));
}

describe(tool, () => {
  it('replaces the set, and the service fills what was not drawn', async () => {
    const server = connected();
    const { structured } = await server.call(tool, {
      activity_id,
      action: 'set',
      intervals: [{ start_s: 600, end_s: 1200, label: 'Hard' }],
    });
    expect(objects(structured).map(({ kind, label, start_s }) => [kind, label ?? null, start_s])).toEqual([
      ['recovery', null, 0],
      ['work', 'Hard', 600],
      ['recovery', null, 1200],
    ]);
    expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('gives back the set that was there, which undoes the edit', async () => {
    const server = connected();
    const before = await starts(server);
    const { structured } = await server.call(tool, {
      activity_id,
      action: 'set',
      intervals: [{ start_s: 600, end_s: 1200 }],
    });
    expect(await starts(server)).toHaveLength(3);
    await server.call(tool, structured.undo);
    expect(await starts(server)).toEqual(before);
  });

  it('adds one over the others, splits one, names one and deletes one', async () => {
    const server = connected();
    const before = await starts(server);
    await server.call(tool, { activity_id, action: 'add', intervals: [{ start_s: 100, end_s: 200, label: 'Sprint' }] });
    expect(await starts(server)).toContain(100);
    const middle = before[1]! + 60;
    await server.call(tool, { activity_id, action: 'split', intervals: [{ start_s: middle }] });
    expect(await starts(server)).toContain(middle);
    const named = await server.call(tool, {
      activity_id,
      action: 'edit',
      intervals: [{ start_s: middle, label: 'Second half' }],
    });
    expect(objects(named.structured).find(({ start_s }) => start_s === middle)?.label).toBe('Second half');
    const count = (await starts(server)).length;
    const { failure } = await server.call(tool, { activity_id, action: 'delete', intervals: [{ start_s: 100 }] });
    expect(failure).toBeUndefined();
    expect((await starts(server)).length).toBeLessThanOrEqual(count);
  });

  it.each([
    [{ action: 'set' }, 'bad_input'],
    [{ action: 'set', intervals: [{ start_s: 10 }] }, 'bad_input'],
    [{ action: 'set', intervals: [{ start_s: 900_000, end_s: 900_001 }] }, 'bad_input'],
    [
      {
        action: 'add',
        intervals: [
          { start_s: 10, end_s: 100 },
          { start_s: 50, end_s: 200 },
        ],
      },
      'bad_input',
    ],
    [{ action: 'split', intervals: [{ start_s: 900_000 }] }, 'bad_input'],
    [{ action: 'split', intervals: [] }, 'bad_input'],
    [{ action: 'delete', intervals: [{ start_s: 77 }] }, 'not_found'],
    [{ action: 'edit', intervals: [{ start_s: 0 }, { start_s: 1 }] }, 'bad_input'],
  ])('refuses %j before it writes', async (edit, kind) => {
    const server = connected();
    expect((await server.call(tool, { activity_id, ...edit })).failure?.kind).toBe(kind);
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('stays within the budget on a ride of twelve hours', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call(tool, {
      activity_id: heavy.longest(),
      action: 'add',
      intervals: [{ start_s: 600, end_s: 1200 }],
    });
    expect(answer.failure).toBeUndefined();
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.cap);
  });
});
