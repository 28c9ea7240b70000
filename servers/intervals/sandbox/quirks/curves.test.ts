import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

describe('9 curves', () => {
  it('are lists with the holders of their points, on the captured grid', async () => {
    const answer = await sandbox.get<{ list: Row[]; activities: Row }>('/athlete/0/power-curves?type=Ride&curves=90d');
    const [curve] = answer.list;
    const secs = curve!.secs as number[];
    expect(secs.slice(58, 63)).toEqual([59, 60, 65, 70, 75]);
    expect(secs).toContain(1200);
    expect(secs).not.toContain(1250);
    expect(curve).toMatchObject({ id: '90d', label: '90 days', days: 91, end_date_local: '2026-10-15T00:00:00' });
    for (const id of curve!.activity_id as string[]) expect(answer.activities).toHaveProperty(id);
    const best = sandbox.truth.bestPower(1200, '2026-07-17', '2026-10-14')!;
    expect((curve!.values as number[])[secs.indexOf(1200)]).toBe(Math.round(best.watts));
  });

  it('an empty window is missing from the list', async () => {
    expect(await sandbox.get('/athlete/0/power-curves?type=Ride&curves=r.2019-01-01.2019-02-01')).toEqual({
      list: [],
      activities: {},
    });
  });

  it('power needs a known type; pace and heart rate fall back to running', async () => {
    expect(await sandbox.status('GET', '/athlete/0/power-curves?curves=90d')).toBe(422);
    expect(await sandbox.status('GET', '/athlete/0/power-curves?type=Bike')).toBe(422);
    expect((await sandbox.get<{ list: Row[] }>('/athlete/0/pace-curves?curves=90d')).list).toHaveLength(1);
  });

  it('pace is seconds at a distance, pauses included', async () => {
    const { list } = await sandbox.get<{ list: Row[] }>('/athlete/0/pace-curves?type=Run&curves=42d');
    const [distance, values] = [list[0]!.distance as number[], list[0]!.values as number[]];
    const fiveK = values[distance.indexOf(5000)]!;
    expect(fiveK).toBeGreaterThan(5000 / 5);
    expect(fiveK).toBeLessThan(5000 / 2.5);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('fatigued curves are lower', async () => {
    const { list } = await sandbox.get<{ list: Row[] }>('/athlete/0/power-curves?type=Ride&curves=1y,1y-kj1');
    const at = (row: Row) => (row.values as number[])[(row.secs as number[]).indexOf(300)]!;
    expect(at(list[1]!)).toBeLessThan(at(list[0]!));
    expect(list[1]!.after_kj).toBe(2000);
  });

  it('activity-pace-curves can refuse the id 0', async () => {
    const path = 'activity-pace-curves?oldest=2026-10-01&newest=2026-10-14&type=Run';
    sandbox.emulator.state.paceCurvesRefuseZero = true;
    expect(await sandbox.status('GET', `/athlete/0/${path}`)).toBe(403);
    expect(await sandbox.status('GET', `/athlete/${sandbox.athleteId}/${path}`)).toBe(200);
  });
});
