import { describe, expect, it } from 'vitest';
import { activity, connectMemory, nothing, objects, recording } from '../../testing/index.ts';

const thresholds = { ...nothing.thresholds, ftpW: 250 };
const at = (watts: number) => recording(1800, { power: () => watts, heart_rate: () => 150 }, [900, 900]);
const activities = ['a', 'b', 'c'].map((id, i) => activity({ id, day: `2026-10-0${i + 1}`, movingS: 1800 }));
const memory = { thresholds, activities, recordings: { a: at(200), b: at(220) } };

describe('comparing activities', () => {
  it('puts our figures side by side and says by how much they differ', async () => {
    const { structured } = await connectMemory(memory).call('mem_compare_activities', { activity_ids: ['a', 'b'] });
    expect(objects(structured)).toMatchObject([
      { activity_id: 'a', np_w: 200, load: 32, ftp_w: 250 },
      { activity_id: 'b', np_w: 220, load: 38.7, ftp_w: 250 },
    ]);
    expect(structured.spread_pct).toMatchObject({ average_power: 10, load: 21 });
  });

  it('gives no percent of a step of a scale, whichever way the platform counts', async () => {
    const rated = activities.map((each, i) => ({
      ...each,
      rpe1to10: 3 + i,
      feel: { name: 'feeling_0to10_direction_unknown', value: 5 + i },
    }));
    const { structured } = await connectMemory({ ...memory, activities: rated }).call('mem_compare_activities', {
      activity_ids: ['a', 'b'],
    });
    expect(objects(structured)[0]).toMatchObject({ rpe_1to10: 3, feeling_0to10_direction_unknown: 5 });
    expect(Object.keys(structured.spread_pct as object).filter((name) => /rpe|feel/.test(name))).toEqual([]);
  });

  it('goes lap by lap when asked', async () => {
    const { structured } = await connectMemory(memory).call('mem_compare_activities', {
      activity_ids: ['a', 'b'],
      by: 'lap',
    });
    expect(
      objects(structured).map(({ activity_id, lap, average_power_w }) => [activity_id, lap, average_power_w]),
    ).toEqual([
      ['a', 1, 200],
      ['a', 2, 200],
      ['b', 1, 220],
      ['b', 2, 220],
    ]);
  });

  it('names the one that cannot be read and compares the rest', async () => {
    const { structured } = await connectMemory(memory).call('mem_compare_activities', {
      activity_ids: ['a', 'c', 'b'],
    });
    expect(structured.rows).toHaveLength(2);
    expect(structured.coverage).toMatchObject({ asked: 3, read: 2 });
    expect((structured.notes as string[]).join(' ')).toContain('Activity c is missing');
  });

  it('fails when none can be read, and when one is given twice', async () => {
    const server = connectMemory({ activities });
    expect((await server.call('mem_compare_activities', { activity_ids: ['a', 'b'] })).failure?.kind).toBe('not_found');
    expect((await server.call('mem_compare_activities', { activity_ids: ['a', 'a'] })).failure?.kind).toBe('bad_input');
    expect((await server.call('mem_compare_activities', { activity_ids: ['a'] })).failure?.toText()).toContain(
      'two to five',
    );
  });
});
