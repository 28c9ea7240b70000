import { describe, expect, it } from 'vitest';
import { connected } from '../../test/connected.ts';

const ride = { sport: 'Bike', title: 'Long', duration_minutes: 180, tss_planned: 200 };
const formOf = (structured: Readonly<Record<string, unknown>>) =>
  structured.form_on_day as { ctl: number; atl: number; form: number; projected?: true; planned_tss?: number };

describe('fitness on the day of a write', () => {
  it('of a day to come is a projection from all that is planned, marked as such, and the same as in the chart', async () => {
    const server = connected();
    const date = '2026-10-25';
    const { structured } = await server.call('tp_create_workout', { ...ride, date });
    const form = formOf(structured);
    expect(form).toMatchObject({ date, projected: true, planned_tss: expect.any(Number) });
    const chart = await server.call('tp_get_fitness', { newest: date, every: 'day' });
    const columns = chart.structured.columns as string[];
    const last = (chart.structured.rows as unknown[][]).find((row) => row[0] === date) ?? [];
    for (const name of ['ctl', 'atl', 'form'] as const) expect(last[columns.indexOf(name)]).toBe(form[name]);
  });

  it('goes up with what is planned', async () => {
    const server = connected();
    const first = await server.call('tp_create_workout', { ...ride, date: '2026-10-25', tss_planned: 50 });
    const second = await server.call('tp_create_workout', { ...ride, date: '2026-10-25', title: 'And more' });
    expect(formOf(second.structured).atl).toBeGreaterThan(formOf(first.structured).atl);
  });

  it('of a day that is over is the platform’s own, and says nothing of a projection', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_workout', { workout_id: '3500000607', title: 'Renamed' });
    expect(formOf(structured)).toMatchObject({ date: '2026-10-13', tss: expect.any(Number) });
    expect(formOf(structured)).not.toHaveProperty('projected');
  });

  it('is left out with the reason when it lies too far ahead, or cannot be read', async () => {
    const server = connected();
    const far = await server.call('tp_create_workout', { ...ride, date: '2027-10-25' });
    expect(far.structured).toMatchObject({ written: true, notes: [expect.stringContaining('180 days')] });
    server.sandbox.emulator.faults.inject('http-404', { path: /performancedata/, times: 'always' });
    const blind = await server.call('tp_create_workout', { ...ride, date: '2026-10-26' });
    expect(blind.structured).toMatchObject({ written: true, notes: [expect.stringContaining('could not be read')] });
  });
});
