import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

describe('10 streams', () => {
  it('an invalid type is 422, an absent one is left out, the order is the stored one', async () => {
    const { id } = await sandbox.yesterdaysRide();
    expect((await sandbox.refusal('GET', `/activity/${id}/streams.json?types=gap`)).error).toBe('Invalid stream type');
    const rows = await sandbox.get<Row[]>(`/activity/${id}/streams.json?types=smo2,heartrate,watts,time`);
    expect(rows.map((row) => row.type)).toEqual(['time', 'watts', 'heartrate']);
  });

  it('latlng has latitude in data and longitude in data2', async () => {
    const rows = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-09-20');
    const outside = rows.find((row) => (row.stream_types as string[] | undefined)?.includes('latlng'))!;
    const [stream] = await sandbox.get<{ data: number[]; data2: number[] }[]>(
      `/activity/${outside.id}/streams?types=latlng`,
    );
    expect(stream!.data[100]).toBeCloseTo(46, 0);
    expect(stream!.data2[100]).toBeCloseTo(14.5, 0);
  });

  it('all have one length', async () => {
    const { id } = await sandbox.yesterdaysRide();
    const rows = await sandbox.get<{ data: unknown[] }[]>(`/activity/${id}/streams`);
    expect(new Set(rows.map((row) => row.data.length))).toEqual(new Set([4200]));
  });

  it('lost contact is 0 in heartrate, silence of the meter null in watts', async () => {
    const session = sandbox.athlete.sessions.findLast(
      (each) => each.sensors.dropouts && each.sensors.power && each.sport === 'ride',
    )!;
    const rows = await sandbox.get<Row[]>(`/athlete/0/activities?oldest=${session.day}&newest=${session.day}`);
    const row = rows.find((each) => each.start_date_local === session.startLocal)!;
    const [watts, heart] = await sandbox.get<{ data: (number | null)[] }[]>(
      `/activity/${row.id}/streams?types=watts,heartrate`,
    );
    expect(watts!.data).toContain(null);
    expect(heart!.data).toContain(0);
    expect(heart!.data).not.toContain(null);
  });
});
