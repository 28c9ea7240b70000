import { describe, expect, it } from 'vitest';
import { activity, connectMemory, nothing, recording } from '../../testing/index.ts';

const thresholds = {
  ...nothing.thresholds,
  ftpW: 250,
  lthrBpm: 170,
  maxBpm: 190,
  restBpm: 50,
  powerZonesW: [0, 140, 190, 225],
  source: 'set in June',
};

/** An hour at 200 W with twenty minutes of it at 250. */
const ride = recording(
  3600,
  { power: (t) => (t >= 1200 && t < 2400 ? 250 : 200), heart_rate: () => 150, distance: (t) => t * 8, speed: () => 8 },
  [1200, 1200, 1200],
);

function analysed(given: object = {}, rec = ride) {
  return connectMemory({
    thresholds,
    activities: [activity({ id: 'a1', day: '2026-10-13', ...given })],
    recordings: { a1: rec },
  });
}

describe('analysing an activity', () => {
  it('computes power, intensity and load from the seconds and the thresholds of the day', async () => {
    const { structured } = await analysed().call('mem_analyze_activity', { activity_id: 'a1' });
    // The fourth root of the mean fourth power of nearly rectangular watts; the edges of 30 s hardly count.
    const np = ((2 * 200 ** 4 + 250 ** 4) / 3) ** 0.25;
    const summary = structured.summary as Record<string, number>;
    expect(summary.average_power_w).toBe(217);
    expect(Math.abs(summary.np_w! - np)).toBeLessThanOrEqual(1);
    expect(summary.intensity_factor).toBeCloseTo(np / 250, 2);
    expect(Math.abs(summary.load! - 100 * (np / 250) ** 2)).toBeLessThanOrEqual(1);
    expect(summary.average_hr_bpm).toBe(150);
    expect(summary.work_kj).toBeCloseTo((2400 * 200 + 1200 * 250) / 1000, 0);
  });

  it('sorts seconds into the athlete’s own zones, and shows none where none are set', async () => {
    const { structured } = await analysed().call('mem_analyze_activity', { activity_id: 'a1' });
    expect(structured.zones).toEqual([
      { zone: 'Z1 power', from_w: 0, time_s: 0 },
      { zone: 'Z2 power', from_w: 140, time_s: 0 },
      { zone: 'Z3 power', from_w: 190, time_s: 2400 },
      { zone: 'Z4 power', from_w: 225, time_s: 1200 },
    ]);
  });

  it('gives laps, bests and where they were', async () => {
    const { structured } = await analysed().call('mem_analyze_activity', { activity_id: 'a1' });
    expect(structured.rows).toHaveLength(3);
    expect(structured.bests).toContainEqual({ duration_s: 1200, power_w: 250, start_s: 1200, hr_bpm: 150 });
  });

  it('says why its load differs from the platform’s, and nothing where it does not', async () => {
    const far = await analysed({ load: { points: 100, estimated: false } }).call('mem_analyze_activity', {
      activity_id: 'a1',
    });
    expect(far.structured.load_check).toMatchObject({
      platform_load: 100,
      because: expect.stringContaining('set in June'),
    });
    const near = await analysed({ load: { points: 77, estimated: false } }).call('mem_analyze_activity', {
      activity_id: 'a1',
    });
    expect(near.structured.load_check).not.toHaveProperty('because');
  });

  it('rates a ride without power by heart rate, as an estimate', async () => {
    const hr = recording(3600, { heart_rate: () => 170 });
    const { structured } = await analysed({}, hr).call('mem_analyze_activity', { activity_id: 'a1' });
    // An hour at threshold heart rate is 100 by definition.
    expect((structured.summary as { load: number }).load).toBeCloseTo(100, 0);
    expect(structured.method).toContain('(estimate)');
  });

  it('rates a run by pace: an hour at threshold pace on the flat is 100', async () => {
    const run = recording(3600, { speed: () => 4, distance: (t) => 4 * t, altitude: () => 100 });
    const memory = { thresholds: { ...thresholds, thresholdSpeedMs: 4 }, recordings: { a1: run } };
    const given = activity({ id: 'a1', day: '2026-10-13', family: 'run', sport: 'Run', distanceM: 14_400 });
    const { structured } = await connectMemory({ ...memory, activities: [given] }).call('mem_analyze_activity', {
      activity_id: 'a1',
    });
    expect((structured.summary as { load: number }).load).toBeCloseTo(100, 0);
    expect(structured.summary).toMatchObject({ pace_s_per_km: 250 });
  });

  it('says what is wrong with the recording', async () => {
    const holes = recording(3600, { power: (t) => (t > 600 && t < 1500 ? Number.NaN : 200), heart_rate: () => 150 });
    const { structured } = await analysed({}, { ...holes, damage: ['truncated'] }).call('mem_analyze_activity', {
      activity_id: 'a1',
    });
    expect((structured.coverage as Record<string, number>).power_pct).toBeCloseTo(75, 0);
    expect((structured.notes as string[]).join(' ')).toContain('The file is damaged (truncated)');
  });

  it('is not found for an activity that does not exist', async () => {
    expect((await analysed().call('mem_analyze_activity', { activity_id: 'zz' })).failure?.kind).toBe('not_found');
  });
});
