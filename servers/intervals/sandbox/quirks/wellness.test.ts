import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wellnessKeys } from '../shape/keys.ts';
import { type Row, type TestSandbox, testSandbox, YESTERDAY } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

describe('7 wellness', () => {
  it('comes ascending with every key, future days too', async () => {
    const rows = await sandbox.get<Row[]>('/athlete/0/wellness?oldest=2026-10-10&newest=2026-10-20');
    expect(rows.map((row) => row.id)).toEqual(Array.from({ length: 11 }, (_, i) => `2026-10-${10 + i}`));
    for (const key of wellnessKeys) expect(rows[0], key).toHaveProperty(key);
    expect(rows.at(-1)).toMatchObject({ hrv: null, sportInfo: null });
    expect(rows[0]).not.toHaveProperty('form');
  });

  it('a write touches only what was sent', async () => {
    const before = await sandbox.get<Row>('/athlete/0/wellness/2026-10-12');
    const after = await sandbox.call('PUT', '/athlete/0/wellness/2026-10-12', { weight: 61.2 });
    expect(after).toEqual({ ...before, weight: 61.2, tempWeight: before.tempWeight, updated: after.updated });
  });

  it('refuses a field that it does not know, such as feel', async () => {
    expect(await sandbox.refusal('PUT', '/athlete/0/wellness/2026-10-12', { feel: 2 })).toEqual({
      status: 422,
      error: 'Unrecognized wellness field [feel]',
    });
  });

  it('ignores updates of a locked day without a word', async () => {
    await sandbox.send('PUT', '/athlete/0/wellness/2026-10-12', { weight: 60, locked: true });
    expect(await sandbox.call('PUT', '/athlete/0/wellness/2026-10-12', { weight: 70 })).toMatchObject({ weight: 60 });
  });

  it('bulk gives no body', async () => {
    const response = await sandbox.send('PUT', '/athlete/0/wellness-bulk', [{ id: '2026-10-11', mood: 2 }]);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(await sandbox.get('/athlete/0/wellness/2026-10-11')).toMatchObject({ mood: 2 });
  });

  it('computed numbers cannot be written', async () => {
    const before = await sandbox.get<Row>('/athlete/0/wellness/2026-10-12');
    expect((await sandbox.call('PUT', '/athlete/0/wellness/2026-10-12', { ctl: 999 })).ctl).toBe(before.ctl);
  });
});

describe('16 background work', () => {
  it('fitness can follow a write late: atlLoad moves only after the delay', async () => {
    const { id } = await sandbox.yesterdaysRide();
    const load = async () => (await sandbox.get<Row>(`/athlete/0/wellness/${YESTERDAY}`)).atlLoad;
    const before = await load();
    sandbox.emulator.state.latency.fitnessMs = 5_000;
    await sandbox.send('PUT', `/activity/${id}`, { icu_training_load: 300 });
    expect(await load()).toBe(before);
    sandbox.clock.advance(5_000);
    expect(await load()).toBe(300);
    sandbox.clock.advance(-5_000);
  });
});
