import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

describe('a heavy account', () => {
  it('has a thousand activities and a ride of twelve hours', async () => {
    const heavy = testSandbox({ heavy: true });
    const { list } = heavy.emulator.state.me.activities;
    expect(list().length).toBeGreaterThan(1000);
    const [long] = await heavy.get<Row[]>('/athlete/0/activities/search?q=Twelve');
    expect(long!.moving_time).toBe(43_200);
    const response = await heavy.send('GET', `/activity/${long!.id}/streams.json`);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(2_000_000);
  });
});

describe('truth and the served rows', () => {
  it('agree on fitness of every day for half a year', async () => {
    const rows = await sandbox.get<{ id: string; ctl: number; atl: number }[]>(
      '/athlete/0/wellness?oldest=2026-04-14&newest=2026-10-13',
    );
    for (const row of rows) {
      const truth = sandbox.truth.fitnessOn(row.id);
      expect(row.ctl).toBeCloseTo(truth.ctl, 4);
      expect(row.atl).toBeCloseTo(truth.atl, 4);
    }
  });

  it('the same seed and clock give the same bytes, another seed other ones', async () => {
    const bytes = async (options: { seed?: number }) =>
      (await testSandbox(options).send('GET', '/athlete/0/activities?oldest=2026-10-01')).text();
    const first = await bytes({});
    expect(await bytes({})).toBe(first);
    expect(await bytes({ seed: 2 })).not.toBe(first);
  });
});
