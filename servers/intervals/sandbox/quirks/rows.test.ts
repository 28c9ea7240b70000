import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activityKeys } from '../shape/keys.ts';
import { type Row, type TestSandbox, testSandbox, workout, YESTERDAY } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

describe('3 rows', () => {
  it('have every key, null where nothing is known', async () => {
    const row = await sandbox.yesterdaysRide();
    for (const key of activityKeys) expect(row, key).toHaveProperty(key);
    expect(row.pool_length).toBeNull();
    expect(row).not.toHaveProperty('icu_intervals');
  });

  it('have only the asked fields, nulls dropped, with fields=', async () => {
    const [row] = await sandbox.get<Row[]>(`/athlete/0/activities?oldest=${YESTERDAY}&fields=id,name,pool_length`);
    expect(Object.keys(row!).sort()).toEqual(['id', 'name']);
  });

  it('print single-precision numbers with no more digits than they need', async () => {
    const { icu_intensity: intensity, distance } = await sandbox.yesterdaysRide();
    expect(Math.fround(intensity as number)).not.toBe(intensity);
    expect(String(distance).replace('.', '').length).toBeLessThanOrEqual(9);
  });

  it('write dates as the service does', async () => {
    const row = await sandbox.yesterdaysRide();
    expect(row.start_date_local).toMatch(/^2026-10-13T\d\d:\d\d:\d\d$/);
    expect(row.start_date).toMatch(/^2026-10-13T\d\d:\d\d:\d\dZ$/);
    expect(row.created).toMatch(/^2026-10-13T[\d:.]{12}\+00:00$/);
  });

  it('carry keys that the document does not have', async () => {
    expect(await sandbox.yesterdaysRide()).toHaveProperty('submax_fatigue_test');
    const [settings] = await sandbox.get<Row[]>('/athlete/0/sport-settings');
    expect(settings).toHaveProperty('eFTPSupported', true);
    const event = await sandbox.call('POST', '/athlete/0/events', workout());
    expect(event).toHaveProperty('plan_name', null);
    expect(event).toHaveProperty('paired_activity_id', null);
  });
});
