import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import { connectMemory, objects } from '../../testing/index.ts';

const best = (at: number, value: number, day: string) => ({ at, value, day, activityId: `a${day}` });
const bests = [
  best(300, 320, '2025-06-01'),
  best(1200, 260, '2025-06-01'),
  best(300, 330, '2026-07-01'),
  best(1200, 275, '2026-09-01'),
];
const platform = Object.fromEntries(
  Array.from({ length: 470 }, (_, i) => [addDays('2025-05-30', i), { ctl: 40 + i / 10, atl: 50 }]),
);

describe('records', () => {
  it('holds this year against the last, with CTL and form of the day of each', async () => {
    const { structured } = await connectMemory({ bests, platform }).call('mem_get_records', { at: [300, 1200] });
    expect(objects(structured)).toMatchObject([
      { duration_s: 300, period: '2026', power_w: 330, date: '2026-07-01' },
      { duration_s: 300, period: '2025', power_w: 320, date: '2025-06-01', ctl: 40.2 },
      { duration_s: 1200, period: '2026', power_w: 275, date: '2026-09-01', activity_id: 'a2026-09-01' },
      { duration_s: 1200, period: '2025', power_w: 260 },
    ]);
    // Form of the evening before, as this platform has it.
    expect(objects(structured)[1]?.form).toBeCloseTo(40.1 - 50, 1);
  });

  it('reads the curves once and one history', async () => {
    const server = connectMemory({ bests, platform });
    await server.call('mem_get_records', { periods: ['2025', '2026', '90d', '2026-01-01..2026-03-31'] });
    expect(Object.fromEntries(server.asked)).toEqual({ 'records.curves': 1, 'load.history': 1 });
  });

  it('counts what has no record, and never takes a neighbour that is far away', async () => {
    const { structured } = await connectMemory({ bests }).call('mem_get_records', { at: [240], periods: ['2026'] });
    expect(structured.coverage).toMatchObject({ asked: 1, found: 0 });
    expect(objects(structured)[0]).toEqual({ duration_s: 240, period: '2026' });
  });

  it('leaves form out where the records lie years apart, and where there is no load', async () => {
    const apart = [best(300, 300, '2020-01-01'), best(300, 310, '2026-01-01')];
    const far = await connectMemory({ bests: apart }).call('mem_get_records', { at: [300], periods: ['2020', '2026'] });
    expect((far.structured.notes as string[]).join(' ')).toContain('more than 800 days apart');
    const without = await connectMemory({ bests }, { ports: ['records'] }).call('mem_get_records');
    expect(without.structured.coverage).toMatchObject({ days_with_form: 0 });
  });

  it('tells pace by distance, in the account’s unit', async () => {
    const runs = [best(5000, 1200, '2026-05-01')];
    const { structured } = await connectMemory({ bests: runs }).call('mem_get_records', {
      measure: 'pace',
      at: [5000],
      periods: ['2026'],
    });
    expect(objects(structured)[0]).toMatchObject({ distance_km: 5, time_s: 1200, pace_s_per_km: 240 });
  });

  it.each(['last year', '2026-13-01..2026-12-31', '0d', '2026-05-01..2026-04-01'])(
    'refuses the period %s',
    async (text) => {
      const { failure } = await connectMemory({}).call('mem_get_records', { periods: [text] });
      expect(failure?.toText()).toContain('2026-01-01..2026-03-31');
    },
  );
});
