import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY } from '../../test/connected.ts';

/** Yesterday's ride, planned and done in one workout. */
const RIDE = '3500000607';
const server = connected();
const { truth, athlete } = server;
const yesterday = truth.yesterday();

describe('tp_analyze_activity', () => {
  it('computes each lap and the whole ride as the simulator rode it', async () => {
    const { structured } = await server.call('tp_analyze_activity', { activity_id: RIDE });
    const laps = objects(structured);
    for (const { startIndex, doneSeconds, doneWatts } of yesterday.intervals) {
      const lap = laps.find(({ start_s }) => Math.abs(Number(start_s) - startIndex) <= 2);
      expect(Math.abs(Number(lap?.time_s) - doneSeconds)).toBeLessThanOrEqual(2);
      expect(Math.abs(Number(lap?.average_power_w) - doneWatts)).toBeLessThanOrEqual(1);
    }
    const power = Array.from(athlete.recording(yesterday.session).channels.power!);
    const mean = power.reduce((sum, watts) => sum + watts, 0) / power.length;
    expect((structured.summary as Record<string, number>).average_power_w).toBeCloseTo(mean, -0.5);
    expect(structured.thresholds).toMatchObject({ ftp_w: truth.ftpSettingOn(YESTERDAY) });
  });

  it('puts every second with power into one zone of the athlete', async () => {
    const { structured } = await server.call('tp_analyze_activity', { activity_id: RIDE });
    const zones = (structured.zones as Record<string, number | string>[]).filter(({ zone }) =>
      String(zone).endsWith('power'),
    );
    const seconds = zones.reduce((sum, { time_s }) => sum + Number(time_s), 0);
    expect(seconds).toBe(athlete.recording(yesterday.session).channels.power!.length);
  });

  it('refuses what was not done yet, and says so of a workout without samples', async () => {
    const planned = server.newest(({ totalTime, tssPlanned }) => totalTime === null && tssPlanned !== null);
    const undone = await server.call('tp_analyze_activity', { activity_id: String(planned.workoutId) });
    expect(undone.failure).toMatchObject({ kind: 'not_found', message: expect.stringContaining('was not done') });
    const typed = server.newest(({ title }) => String(title).startsWith('Ran by the river'));
    const bare = await server.call('tp_analyze_activity', { activity_id: String(typed.workoutId) });
    expect(bare.failure).toMatchObject({ kind: 'not_found', message: expect.stringContaining('no samples') });
  });
});

describe('tp_compare_planned_actual', () => {
  it('lays each planned step over its lap', async () => {
    const { structured } = await server.call('tp_compare_planned_actual', { activity_id: RIDE });
    expect(structured.refused).toBeUndefined();
    const { steps, steps_done } = structured.coverage as Record<string, number>;
    expect(steps_done).toBe(steps);
    const done = objects(structured);
    for (const { doneWatts } of yesterday.intervals) {
      expect(done.some((row) => Math.abs(Number(row.done_power_w) - doneWatts) <= 1)).toBe(true);
    }
  });
});

describe('tp_get_records', () => {
  it('names the best twenty minutes of each period as the simulator’s rides hold them, in one request each', async () => {
    const fresh = connected();
    const periods = ['2026-08-15..2026-10-14', '2026-06-01..2026-08-14'];
    const { structured } = await fresh.call('tp_get_records', { at: [1200], periods });
    for (const [i, row] of objects(structured).entries()) {
      const [from = '', to = ''] = periods[i]!.split('..');
      const best = truth.bestPower(1200, from, to)!;
      expect(Math.abs(Number(row.power_w) - best.watts)).toBeLessThanOrEqual(1);
      expect(row.date).toBe(best.session.day);
    }
    expect(fresh.requests.filter(({ url }) => url.includes('/personalrecord/'))).toHaveLength(2);
  });

  it('gives the time of a distance on foot, and refuses swims', async () => {
    const { structured } = await server.call('tp_get_records', { measure: 'pace', at: [5000], periods: ['2026'] });
    const [row] = objects(structured);
    expect(Number(row?.time_s) / 5).toBeCloseTo(Number(row?.pace_s_per_km), 0);
    const { failure } = await server.call('tp_get_records', { measure: 'swim_pace' });
    expect(failure?.kind).toBe('bad_input');
  });
});

describe('tp_estimate_thresholds', () => {
  it('comes within a few percent of the simulator’s true threshold', async () => {
    const { structured } = await server.call('tp_estimate_thresholds', { days: 60 });
    const { ftp_w, date } = structured.ftp as { ftp_w: number; date: string };
    expect(Math.abs(ftp_w / truth.ftpOn(date) - 1)).toBeLessThan(0.06);
  });
});

describe('tp_correlate', () => {
  it('finds the simulator’s mornings under the names that all platforms share', async () => {
    const { structured } = await server.call('tp_correlate', { x: 'resting_hr_bpm', y: 'hrv_rmssd_ms', days: 100 });
    const { n, r } = structured.result as Record<string, number>;
    expect(n).toBeGreaterThan(60);
    expect(r).toBeLessThan(0);
  });
});
