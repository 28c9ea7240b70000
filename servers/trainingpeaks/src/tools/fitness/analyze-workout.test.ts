import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY } from '../../../test/connected.ts';

type Table = { columns: string[]; rows: unknown[][] };

function yesterdayRide(server: ReturnType<typeof connected>): string {
  const ride = server.newest((row) => String(row.workoutDay).startsWith(YESTERDAY) && row.totalTime !== null);
  return String(ride.workoutId);
}

describe('tp_analyze_workout', () => {
  it('gives totals with their units and the laps', async () => {
    const server = connected();
    const { structured } = await server.call('tp_analyze_workout', { workout_id: yesterdayRide(server) });
    expect(structured.workout).toMatchObject({ date: YESTERDAY, title: '3 x 12 min sweet spot', sport: 'Bike' });
    expect(structured.totals).toMatchObject({ moving_time_s: expect.any(Number), tss: 70, np_w: expect.any(Number) });
    const laps = objects(structured.laps as Table);
    expect(laps.length).toBeGreaterThan(4);
    expect(laps[0]).toMatchObject({ name: 'Lap 1', start_s: 0 });
    const longestLap = Math.max(...laps.map(({ elapsed_time_s }) => Number(elapsed_time_s)));
    expect(longestLap).toBeGreaterThanOrEqual(720);
  });

  it('takes the laps of the device, in seconds, when the analysis service fails, and says so', async () => {
    const server = connected();
    const workout_id = yesterdayRide(server);
    const whole = objects((await server.call('tp_analyze_workout', { workout_id })).structured.laps as Table);
    const other = connected();
    for (const path of ['summary', 'laps']) {
      other.sandbox.emulator.faults.inject('http-404', {
        method: 'POST',
        path: `/workout-analysis/v2/analyze/${path}`,
      });
    }
    const { structured } = await other.call('tp_analyze_workout', { workout_id });
    expect(structured).not.toHaveProperty('totals');
    expect(structured.notes).toContainEqual(expect.stringContaining('as the device recorded them'));
    const laps = objects(structured.laps as Table);
    expect(laps.map(({ elapsed_time_s }) => elapsed_time_s)).toEqual(whole.map(({ elapsed_time_s }) => elapsed_time_s));
    expect(laps.map(({ average_power_w }) => average_power_w)).toEqual(
      whole.map(({ average_power_w }) => average_power_w),
    );
  });

  it('gives series under names with units, at even steps, whose mean is the mean of the ride', async () => {
    const server = connected();
    const { structured } = await server.call('tp_analyze_workout', {
      workout_id: yesterdayRide(server),
      part: 'streams',
      channels: ['power', 'heart_rate', 'sweat'],
    });
    const { channels, step_s, points } = structured.series as {
      channels: Record<string, (number | null)[]>;
      step_s: number;
      points: number;
    };
    expect(Object.keys(channels)).toEqual(['power_w', 'hr_bpm']);
    expect(points).toBeLessThanOrEqual(100);
    const known = channels.power_w!.filter((value) => value !== null);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const { mean_power_w } = structured.statistics as Record<string, number>;
    expect(Math.abs(mean - mean_power_w!)).toBeLessThan(3);
    expect(structured.notes).toContainEqual(expect.stringContaining('Not recorded: sweat'));
    expect(step_s).toBeGreaterThan(1);
  });

  it('gives the best means of power, the same as the platform’s own records', async () => {
    const server = connected();
    const [best] = objects((await server.call('tp_get_peaks', { sport: 'Bike', pr_type: '20min' })).structured);
    const call = { workout_id: String(best?.workout_id), part: 'curve' };
    const rows = objects((await server.call('tp_analyze_workout', call)).structured.curve as Table);
    const twenty = rows.find(({ duration_s }) => duration_s === 1200);
    expect(Math.abs(Number(twenty?.power_w) - Number(best?.power_w))).toBeLessThanOrEqual(1);
    expect(Number(twenty?.hr_bpm)).toBeGreaterThan(150);
    const watts = rows.map(({ power_w }) => Number(power_w));
    expect(watts).toEqual([...watts].sort((a, b) => b - a));
  });

  it('zooms in to every second, and shows no position', async () => {
    const server = connected();
    const window = { part: 'streams', from_s: 600, to_s: 660 };
    const { structured } = await server.call('tp_analyze_workout', { workout_id: yesterdayRide(server), ...window });
    expect(structured.series).toMatchObject({ start_s: 600, step_s: 1, points: 61 });
    const names = Object.keys((structured.series as { channels: object }).channels);
    expect(names.filter((name) => /lat|lon/.test(name))).toEqual([]);
  });

  it('says that a planned workout has nothing to analyse', async () => {
    const server = connected();
    const planned = server.newest((row) => row.totalTime === null && row.structure !== null);
    const { failure } = await server.call('tp_analyze_workout', { workout_id: String(planned.workoutId) });
    expect(failure).toMatchObject({ kind: 'not_found', message: expect.stringContaining('no recording') });
  });

  it('refuses an id that does not exist', async () => {
    const { failure } = await connected().call('tp_analyze_workout', { workout_id: '1' });
    expect(failure?.kind).toBe('not_found');
  });

  it('stays within the cap for a ride of twelve hours', async () => {
    const server = connected({ heavy: true });
    const longest = server.me.workouts
      .list()
      .map((workout) => server.me.workouts.row(workout))
      .sort((a, b) => Number(b.totalTime ?? 0) - Number(a.totalTime ?? 0))[0];
    const workout_id = String(longest?.workoutId);
    const overview = await server.call('tp_analyze_workout', { workout_id });
    expect(overview.failure).toBeUndefined();
    expect(sizeOf(overview)).toBeLessThanOrEqual(answerBudget.cap);
    const streams = await server.call('tp_analyze_workout', { workout_id, part: 'streams' });
    expect(streams.failure).toBeUndefined();
    expect(sizeOf(streams)).toBeLessThanOrEqual(answerBudget.cap);
  });
});
