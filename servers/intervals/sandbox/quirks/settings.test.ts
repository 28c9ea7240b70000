import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

describe('12 sport settings', () => {
  it('by id or type, a type of the family, the group for the rest; case matters', async () => {
    const [ride] = await sandbox.get<Row[]>('/athlete/0/sport-settings');
    expect((await sandbox.get(`/athlete/0/sport-settings/${ride!.id}`)).id).toBe(ride!.id);
    expect((await sandbox.get<Row>('/athlete/0/sport-settings/TrailRun')).types).toContain('Run');
    expect(await sandbox.get('/athlete/0/sport-settings/Yoga')).toMatchObject({ other: true });
    expect(await sandbox.refusal('GET', '/athlete/0/sport-settings/ride')).toEqual({ status: 404, error: 'Not found' });
  });

  it('an update needs recalcHrZones, and only true builds new zones', async () => {
    expect(await sandbox.status('PUT', '/athlete/0/sport-settings/Ride', { lthr: 160 })).toBe(422);
    const zones = [120, 130, 140, 150, 160, 170, 188];
    const kept = await sandbox.call('PUT', '/athlete/0/sport-settings/Ride?recalcHrZones=false', {
      lthr: 160,
      hr_zones: zones,
    });
    expect(kept.hr_zones).toEqual(zones);
    const built = await sandbox.call<{ hr_zones: number[] }>(
      'PUT',
      '/athlete/0/sport-settings/Ride?recalcHrZones=true',
      {},
    );
    expect(built.hr_zones).not.toEqual(zones);
    expect(built.hr_zones.at(-1)).toBe(188);
  });

  it('a threshold pace in minutes a kilometre is refused or nonsense: it is m/s', async () => {
    expect(
      (await sandbox.refusal('PUT', '/athlete/0/sport-settings/Run?recalcHrZones=false', { threshold_pace: 270 }))
        .error,
    ).toBe('Invalid threshold pace');
    expect((await sandbox.get<Row>('/athlete/0/sport-settings/Run')).threshold_pace).toBe(3.92);
  });
});

describe('13 gear', () => {
  it('reminders live under the singular path and answer with the gear', async () => {
    const gear = await sandbox.call('POST', '/athlete/0/gear/71003/reminder', { name: 'Replace', distance: 800_000 });
    expect(gear).toMatchObject({ id: '71003', reminders: [{ name: 'Replace', percent_used: 0 }] });
    expect(await sandbox.status('POST', '/athlete/0/gear/71003/reminders', {})).toBe(404);
  });

  it('distance moves on assignment, and gear cannot be cleared', async () => {
    const { id, distance } = await sandbox.yesterdaysRide();
    const of = async (gear: string) =>
      (await sandbox.get<Row[]>('/athlete/0/gear')).find((row) => row.id === gear)!.distance as number;
    const before = await of('71001');
    await sandbox.send('PUT', `/activity/${id}`, { gear: { id: '71001' } });
    expect(await of('71001')).toBeCloseTo(before + (distance as number), -1);
    await sandbox.send('PUT', `/activity/${id}`, { gear: null });
    expect((await sandbox.get<{ gear: Row }>(`/activity/${id}`)).gear.id).toBe('71001');
  });
});
