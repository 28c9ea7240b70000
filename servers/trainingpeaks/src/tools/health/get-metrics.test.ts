import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

type Table = { columns: string[]; rows: unknown[][] };

describe('tp_get_metrics', () => {
  it('gives a row a day under names with units, values of three numbers as least, greatest and mean', async () => {
    const { structured } = await connected().call('tp_get_metrics');
    const rows = objects(structured);
    expect(rows.map(({ date }) => date)).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-11',
      '2026-10-12',
      '2026-10-13',
      TODAY,
    ]);
    const today = rows.at(-1);
    expect(today).toMatchObject({ weight_kg: 63.7, pulse_bpm: 47, hrv_ms: 65.2, body_battery_max: 77 });
    expect(today?.body_battery_min).toBeLessThanOrEqual(Number(today?.body_battery_mean));
    expect(rows.find(({ date }) => date === '2026-10-13')?.weight_kg).toBeNull();
  });

  it('says of which values nobody knows the unit, and of no other', async () => {
    const { structured } = await connected().call('tp_get_metrics');
    const note = (structured.notes as string[]).find((each) => each.includes('no unit'));
    expect(note).toBe(
      'TrainingPeaks tells no unit or scale of body_battery, stress_level, sleep_quality, fatigue, mood, soreness, time_in_deep_sleep, time_in_rem_sleep.',
    );
    const one = await connected().call('tp_get_metrics', { metric: 'weight_kg' });
    expect(JSON.stringify(one.structured.notes ?? [])).not.toContain('no unit');
  });

  it('says how old the newest value of each is, and where it comes from', async () => {
    const { structured } = await connected().call('tp_get_metrics');
    const latest = objects(structured.latest as Table);
    expect(latest.find(({ metric }) => metric === 'hrv_ms')).toMatchObject({ age_days: 0, source: 'Garmin Connect' });
    expect(latest.find(({ metric }) => metric === 'stress_level_mean')).toMatchObject({
      age_days: 1,
      date: '2026-10-13',
    });
  });

  it('follows one metric over a year, in pages of 90 days and within the budget', async () => {
    const server = connected();
    const answer = await server.call('tp_get_metrics', {
      metric: 'hrv_ms',
      oldest: '2025-10-15',
      newest: TODAY,
      limit: 200,
    });
    expect(answer.structured.columns).toEqual(['date', 'hrv_ms']);
    expect(server.requests.filter(({ url }) => url.includes('consolidatedtimedmetrics'))).toHaveLength(5);
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.cap);
    const usual = await server.call('tp_get_metrics', { oldest: '2025-10-15', newest: TODAY });
    expect(sizeOf(usual)).toBeLessThanOrEqual(answerBudget.aim);
    expect(usual.structured.next).toContain('cursor');
  });

  it('says that nothing is recorded', async () => {
    const { structured } = await connected().call('tp_get_metrics', { oldest: '2010-01-01', newest: '2010-01-05' });
    expect(structured.notes).toContainEqual(expect.stringContaining('Nothing is recorded'));
  });

  it('refuses a day that does not exist', async () => {
    const { failure } = await connected().call('tp_get_metrics', { oldest: '2026-02-30' });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('"oldest"') });
  });
});
