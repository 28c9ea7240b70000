import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

describe('icu_get_wellness_data', () => {
  const server = connected();

  it('gives the last seven days in the athlete’s local days', async () => {
    const { structured } = await server.call('icu_get_wellness_data');
    expect(objects(structured).map(({ date }) => date)).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-11',
      '2026-10-12',
      '2026-10-13',
      TODAY,
    ]);
    expect(structured).toMatchObject({ days: 7, days_with_data: 7 });
  });

  it('names every scale with its range and direction', async () => {
    const { structured } = await server.call('icu_get_wellness_data');
    expect(structured.columns).toContain('mood_1to4_1_is_best');
    expect(structured.columns).toContain('soreness_0to4_0_is_none');
  });

  it('marks a weight that was only carried over from the settings', async () => {
    const rows = objects((await server.call('icu_get_wellness_data')).structured);
    const carried = rows.filter(({ carried_over }) => carried_over === 'weight');
    expect(carried.length).toBeGreaterThan(0);
  });

  it('fills a missing end of the range from the other one', async () => {
    const { structured } = await server.call('icu_get_wellness_data', { newest: '2026-09-07' });
    const dates = objects(structured).map(({ date }) => date);
    expect([dates.at(0), dates.at(-1)]).toEqual(['2026-09-01', '2026-09-07']);
  });

  it('refuses a day that does not exist', async () => {
    const { failure } = await server.call('icu_get_wellness_data', { oldest: '2026-02-30' });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('"oldest"') });
  });

  it('stays within the answer budget for a year, and says how to go on', async () => {
    const answer = await server.call('icu_get_wellness_data', { oldest: '2025-10-15', newest: TODAY });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
    expect(answer.structured.next).toContain('cursor');
  });
});
