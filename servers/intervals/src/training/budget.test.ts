import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected } from '../../test/connected.ts';

/** Stand for an activity of the day before, and for another one: ids differ with the length of the history. */
const RIDE = 'yesterday';
const OTHER = 'other';

/** Requests that a first call may send, the look at who is asking left out. */
const calls: readonly (readonly [tool: string, args: object, requests: number])[] = [
  ['icu_get_today', {}, 2],
  ['icu_get_training_load', {}, 2],
  ['icu_get_training_load', { oldest: '2025-09-15' }, 2],
  ['icu_analyze_activity', { activity_id: RIDE }, 4],
  ['icu_compare_planned_actual', { activity_id: RIDE }, 5],
  ['icu_find_similar', { activity_id: RIDE }, 1],
  ['icu_compare_activities', { activity_ids: [RIDE, OTHER] }, 3],
  ['icu_compare_activities', { activity_ids: [RIDE, OTHER], by: 'lap' }, 7],
  ['icu_project_load', {}, 2],
  ['icu_plan_taper', {}, 2],
  ['icu_get_race_readiness', {}, 3],
  ['icu_get_records', {}, 2],
  ['icu_correlate', { x: 'sleep_s', y: 'rpe_1to10' }, 2],
  ['icu_estimate_thresholds', {}, 8],
  ['icu_get_data_quality', {}, 4],
];

function withIds({ newest }: ReturnType<typeof connected>, args: object): object {
  const ids: Readonly<Record<string, string>> = {
    [RIDE]: newest({ sport: 'VirtualRide' }),
    [OTHER]: newest({ sport: 'Run' }),
  };
  const text = JSON.stringify(args, (_, value) => (typeof value === 'string' && value in ids ? ids[value] : value));
  return JSON.parse(text) as object;
}

describe('every shared tool, for an athlete with a thousand activities', () => {
  it.each(calls)('%s %j sends at most %i requests and answers within 8 KB', async (tool, args, most) => {
    const server = connected({ heavy: true });
    const answer = await server.call(tool, withIds(server, args));
    expect(answer.failure?.toText()).toBeUndefined();
    const sent = server.requests.filter(({ url }) => !/\/athlete\/0$/.test(url));
    expect(sent.length).toBeLessThanOrEqual(most);
    expect(sent.every(({ method }) => method === 'GET')).toBe(true);
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('tells of each answer how it was made, what it rests on and for when', async () => {
    const server = connected();
    for (const [tool, args] of calls) {
      const { structured } = await server.call(tool, withIds(server, args));
      expect(structured).toMatchObject({ method: expect.stringMatching(/./), as_of: expect.stringMatching(/^2026-/) });
      expect(structured.coverage).toBeTypeOf('object');
    }
  });
});

describe('the call that an answer names as the next one', () => {
  it('exists on this server and works', async () => {
    const server = connected();
    const seen = new Set<string>();
    for (const [tool, args] of calls) {
      const { structured } = await server.call(tool, withIds(server, args));
      for (const next of String(structured.next ?? '').split(' or ')) {
        const [, name = '', given = ''] = /^(icu_\w+) (\{.*\})$/.exec(next) ?? [];
        if (next === '' || seen.has(name)) continue;
        seen.add(name);
        const { failure } = await server.call(name, JSON.parse(given));
        expect(`${next}: ${failure?.toText() ?? 'works'}`).toBe(`${next}: works`);
      }
    }
    expect(seen.size).toBeGreaterThan(7);
  });
});
