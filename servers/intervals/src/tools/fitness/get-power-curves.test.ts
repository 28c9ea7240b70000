import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

describe('icu_get_power_curves', () => {
  const server = connected();

  it('gives the best powers that the simulator knows, and where they were ridden', async () => {
    const { structured } = await server.call('icu_get_power_curves', { period: '90d', durations_s: [60, 300, 1200] });
    for (const { duration_s, power_w, date } of objects(structured)) {
      const best = server.truth.bestPower(Number(duration_s), '2026-07-17', TODAY);
      expect(Math.abs(Number(power_w) - best!.watts)).toBeLessThanOrEqual(1);
      expect(date).toBe(best!.session.day);
    }
  });

  it('puts two periods side by side with the change', async () => {
    const { structured } = await server.call('icu_get_power_curves', {
      period: '2026',
      compare_with: '2025',
      durations_s: [1200],
    });
    const [row] = objects(structured);
    const best = (from: string, to: string) => server.truth.bestPower(1200, from, to)!.watts;
    const [now, then] = [best('2026-01-01', TODAY), best('2025-01-01', '2025-12-31')];
    expect(Math.abs(Number(row?.power_w) - now)).toBeLessThanOrEqual(1);
    expect(Math.abs(Number(row?.compare_power_w) - then)).toBeLessThanOrEqual(1);
    expect(Number(row?.change_pct)).toBeCloseTo((100 * (now - then)) / then, 0);
    expect(row).toHaveProperty('best_w_per_kg');
  });

  it('tells indoors from outdoors', async () => {
    const best = async (indoor: boolean) => {
      const { structured } = await server.call('icu_get_power_curves', { period: '1y', durations_s: [1200], indoor });
      const [row] = objects(structured);
      const { structured: details } = await server.call('icu_get_activity_details', { activity_id: row?.activity_id });
      return (details.activity as { indoor?: boolean }).indoor ?? false;
    };
    expect([await best(true), await best(false)]).toEqual([true, false]);
  });

  it('says which days a period covers, today included', async () => {
    const { structured } = await server.call('icu_get_power_curves', { period: '90d', durations_s: [60] });
    expect(structured.windows).toMatchObject([{ period: '90 days', from: '2026-07-17', to: TODAY }]);
  });

  it('says which period has nothing', async () => {
    const { structured } = await server.call('icu_get_power_curves', { period: '1999', sport: 'Ride' });
    expect(structured).toMatchObject({ rows: [], notes: [expect.stringContaining('No Ride with power')] });
  });

  it('refuses a period it cannot read, with forms that work', async () => {
    const { failure } = await server.call('icu_get_power_curves', { period: 'last summer' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('2026-01-01..2026-03-31') });
  });

  it('stays within the answer budget', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call('icu_get_power_curves', { period: '1y', compare_with: 'all' });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });
});
