import { describe, expect, it } from 'vitest';
import { activity, connectMemory, nothing, recording } from '../../testing/index.ts';

const thresholds = { ...nothing.thresholds, ftpW: 250, lthrBpm: 170, maxBpm: 190, source: 'set in June' };
const best = (at: number, value: number, activityId: string, day = '2026-10-10') => ({ at, value, activityId, day });

/** Twenty minutes all out inside an easy hour: 280 W at 172 bpm. */
const test = recording(3600, {
  power: (t) => (t >= 1200 && t < 2400 ? 280 : 130),
  heart_rate: (t) => (t >= 1200 && t < 2400 ? 172 : 130),
});
/** The same length at an endurance pace. */
const easy = recording(3600, { power: () => 150, heart_rate: () => 125 });

describe('estimating thresholds', () => {
  it('takes FTP from a maximal effort and says why it counts as one', async () => {
    const { structured } = await connectMemory({
      thresholds,
      activities: [activity({ id: 'test', day: '2026-10-10' })],
      recordings: { test },
      bests: [best(1200, 280, 'test'), best(300, 282, 'test')],
    }).call('mem_estimate_thresholds');
    // The folk rule: 95 % of twenty minutes.
    expect(Math.abs((structured.ftp as { ftp_w: number }).ftp_w - 0.954 * 280)).toBeLessThanOrEqual(2);
    expect(structured.ftp).toMatchObject({
      activity_id: 'test',
      effort_s: 1200,
      effort_w: 280,
      effort_bpm: 172,
      reasons: [expect.stringContaining('% of LTHR'), expect.stringContaining('threshold in use')],
      against_in_use: 'up',
    });
    expect(structured.in_use).toMatchObject({ ftp_w: 250, source: 'set in June' });
  });

  it('refuses when nothing shows that an effort was maximal', async () => {
    const { structured } = await connectMemory({
      thresholds,
      activities: [activity({ id: 'easy', day: '2026-10-10' })],
      recordings: { easy },
      bests: [best(1200, 150, 'easy')],
    }).call('mem_estimate_thresholds');
    expect(structured.ftp).toBeNull();
    expect(structured.refused).toContainEqual(expect.objectContaining({ threshold: 'ftp', activity_id: 'easy' }));
    expect((structured.notes as string[]).join(' ')).toContain('a test or a race is needed');
  });

  it('believes a race on its word, and the same effort without one not', async () => {
    const powered = recording(3600, { power: (t) => (t >= 1200 && t < 2400 ? 280 : 130) });
    const estimate = async (race: boolean) => {
      const memory = {
        activities: [activity({ id: 'r', day: '2026-10-10', race })],
        recordings: { r: powered },
        bests: [best(1200, 280, 'r')],
      };
      return (await connectMemory(memory).call('mem_estimate_thresholds')).structured.ftp;
    };
    expect(await estimate(true)).toMatchObject({ reasons: ['marked as a test or race'] });
    expect(await estimate(false)).toBeNull();
  });

  it('takes threshold heart rate from half an hour near FTP', async () => {
    const hour = recording(3000, { power: () => 255, heart_rate: (t) => 160 + Math.min(12, t / 150) });
    const { structured } = await connectMemory({
      thresholds,
      activities: [activity({ id: 'tt', day: '2026-10-10', race: true })],
      recordings: { tt: hour },
      bests: [best(1800, 255, 'tt')],
    }).call('mem_estimate_thresholds');
    expect(structured.lthr).toMatchObject({ lthr_bpm: 172, activity_id: 'tt' });
  });

  it('takes threshold pace from a race of half an hour or more', async () => {
    const race = recording(2700, { speed: () => 4.2 });
    const run = activity({ id: 'race', day: '2026-10-04', family: 'run', sport: 'Run', movingS: 2700, race: true });
    const { structured } = await connectMemory({ thresholds, activities: [run], recordings: { race } }).call(
      'mem_estimate_thresholds',
    );
    expect(structured.threshold_pace).toMatchObject({
      activity_id: 'race',
      pace_s_per_km: Math.round(1000 / 4.2),
      effort_s: 2700,
    });
  });

  it('opens three rides and two runs at most', async () => {
    const ids = ['r1', 'r2', 'r3', 'r4', 'r5'];
    const runs = ['x1', 'x2', 'x3'].map((id) => activity({ id, day: '2026-10-01', family: 'run', movingS: 3000 }));
    const server = connectMemory({
      thresholds,
      activities: [...ids.map((id) => activity({ id, day: '2026-10-02' })), ...runs],
      recordings: Object.fromEntries([...ids, 'x1', 'x2', 'x3'].map((id) => [id, easy])),
      bests: ids.map((id, i) => best(300 + i, 200 + i, id, '2026-10-02')),
    });
    await server.call('mem_estimate_thresholds');
    expect(server.asked.get('activities.recording')).toBe(5);
    expect(server.asked.get('records.curves')).toBe(1);
  });

  it('goes on without an activity that cannot be read, and says so', async () => {
    const { structured } = await connectMemory({
      thresholds,
      activities: [activity({ id: 'gone', day: '2026-10-10' })],
      bests: [best(1200, 280, 'gone')],
    }).call('mem_estimate_thresholds');
    expect((structured.notes as string[]).join(' ')).toContain('Activity gone could not be read');
  });
});
