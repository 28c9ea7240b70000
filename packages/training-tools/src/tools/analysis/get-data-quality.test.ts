import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import { activity, connectMemory, nothing, session } from '../../testing/index.ts';

const TODAY = '2026-10-14';
const found = (answer: Readonly<Record<string, unknown>>, what: string) =>
  (answer.findings as Record<string, unknown>[]).find((each) => String(each.what).includes(what));

describe('data quality', () => {
  it('finds what makes answers worse, with the activities and what to do', async () => {
    const { structured } = await connectMemory({
      thresholds: { ...nothing.thresholds, ftpW: 250, lthrBpm: 170 },
      activities: [
        activity({ id: 'none', day: '2026-10-13', load: null }),
        activity({ id: 'est', day: '2026-10-12', load: { points: 40, estimated: true }, averageW: null }),
        activity({ id: 'strava', day: '2026-10-11', load: null, hidden: 'not shared' }),
        activity({ id: 'hard', day: '2026-10-10', intensity: 1.12, movingS: 4000 }),
        activity({ id: 'twin1', day: '2026-10-09', start: '2026-10-09T09:00' }),
        activity({ id: 'twin2', day: '2026-10-09', start: '2026-10-09T09:03' }),
        activity({ id: 'run', day: '2026-10-08', family: 'run', averageBpm: null }),
      ],
    }).call('mem_get_data_quality');
    expect(found(structured, 'without a load')).toMatchObject({ count: 1, activity_ids: ['none'] });
    expect(found(structured, 'estimated')).toMatchObject({ activity_ids: ['est'] });
    expect(found(structured, 'rides without power')).toMatchObject({ activity_ids: ['est'] });
    expect(found(structured, 'not readable')).toMatchObject({ activity_ids: ['strava'], do: 'not shared' });
    expect(found(structured, 'over 1.05')).toMatchObject({ activity_ids: ['hard'] });
    expect(found(structured, 'twice')).toMatchObject({ activity_ids: ['twin2'] });
    expect(found(structured, 'without heart rate')).toMatchObject({ activity_ids: ['run'] });
    expect(found(structured, 'threshold pace of runs is not set')).toMatchObject({ count: 1 });
    expect(found(structured, 'FTP is not set')).toBeUndefined();
  });

  it('finds a session that was done and is not paired', async () => {
    const { structured } = await connectMemory({
      activities: [
        activity({ id: 'a1', day: '2026-10-12' }),
        activity({ id: 'a2', day: '2026-10-11', plannedId: 'e2' }),
      ],
      entries: [
        session({ id: 'e1', day: '2026-10-12' }),
        session({ id: 'e2', day: '2026-10-11', doneId: 'a2' }),
        session({ id: 'e3', day: TODAY }),
      ],
    }).call('mem_get_data_quality');
    expect(found(structured, 'not paired')).toMatchObject({ count: 1, activity_ids: ['a1'] });
  });

  it('tells the share of days with wellness, and where platform and recursion part', async () => {
    const wellness = [0, 1, 2, 3, 4, 5, 6].map((i) => ({ day: addDays(TODAY, -i), values: { sleep_s: 27_000 } }));
    const platform = { [addDays(TODAY, -14)]: { ctl: 50, atl: 50 }, [addDays(TODAY, -13)]: { ctl: 60, atl: 60 } };
    const { structured } = await connectMemory({ wellness, platform }).call('mem_get_data_quality', { days: 14 });
    expect(structured.wellness).toMatchObject({ sleep_pct: 50, hrv_rmssd_pct: 0 });
    expect(structured.platform_vs_own).toMatchObject({ differs_from: addDays(TODAY, -13) });
  });

  it('finds nothing where there is nothing, and asks each port once', async () => {
    const server = connectMemory({});
    const { structured } = await server.call('mem_get_data_quality');
    expect(structured.findings).toEqual([]);
    expect([...server.asked.values()].every((times) => times <= 2)).toBe(true);
  });
});
