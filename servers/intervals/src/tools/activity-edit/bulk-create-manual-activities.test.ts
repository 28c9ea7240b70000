import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const tool = 'icu_bulk_create_manual_activities';
const gym = { start: '2026-10-13T18:00', sport: 'WeightTraining', name: 'Gym', moving_time_s: 3600, rpe_1to10: 6 };
const walk = { start: '2026-10-12', sport: 'walk', moving_time_s: 5400, distance_km: 6.5, load: 20 };

async function enter(server: ReturnType<typeof connected>, activities: unknown) {
  const { structured, failure } = await server.call(tool, { activities });
  if (failure || structured.preview_token === undefined) return { structured, failure };
  return server.call(tool, { activities, preview_token: structured.preview_token });
}

describe(tool, () => {
  it('always asks, then enters them in one request and shows what was stored', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await enter(server, [gym, walk]);
    expect(objects(structured)).toEqual([
      expect.objectContaining({ start: '2026-10-13T18:00', sport: 'WeightTraining', name: 'Gym', moving_time_s: 3600 }),
      expect.objectContaining({ start: '2026-10-12T12:00', sport: 'Walk', distance_km: 6.5, load: 20 }),
    ]);
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('does not enter the same one twice', async () => {
    const server = connected();
    await enter(server, [gym]);
    const again = await enter(server, [gym]);
    expect(again.structured).toMatchObject({ written: false, rows: [] });
    const both = await enter(server, [gym, walk]);
    expect(objects(both.structured).map(({ sport }) => sport)).toEqual(['Walk']);
    expect(JSON.stringify(both.structured.notes)).toContain('1 of them were there already');
  });

  it.each([
    [[{ ...gym, sport: 'Quidditch' }], '"sport"'],
    [[{ ...gym, start: '13.10.2026' }], '"start"'],
    [[{ start: '2026-10-12', sport: 'Walk' }], 'needs start, sport and moving_time_s'],
    [[{ ...gym, watts: 200 }], '"watts"'],
    [[gym, gym], 'the same'],
  ])('refuses %j', async (activities, says) => {
    const { failure } = await connected().call(tool, { activities });
    expect(failure?.kind).toBe('bad_input');
    expect(failure?.message).toContain(says);
  });

  it('stays within the budget with a hundred', async () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ ...gym, name: `Gym ${i}` }));
    const answer = await enter(connected(), many);
    expect(answer.failure).toBeUndefined();
    expect(sizeOf(answer as never)).toBeLessThanOrEqual(answerBudget.cap);
  });
});
