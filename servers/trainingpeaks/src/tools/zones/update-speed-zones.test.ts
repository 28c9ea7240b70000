import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

type Table = { columns: string[]; rows: unknown[][] };

describe('tp_update_speed_zones', () => {
  it('sets run and swim paces in one write', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_speed_zones', {
      run_threshold_pace: '4:12/km',
      swim_threshold_pace: '1:20',
    });
    expect(objects(structured.thresholds as Table)).toMatchObject([
      { sport: 'run', threshold_pace_s_per_km: 252 },
      { sport: 'swim', threshold_pace_s_per_100m: 80 },
    ]);
    expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(structured).not.toHaveProperty('notes');
  });

  it('reads a pace per mile', async () => {
    const { structured } = await connected().call('tp_update_speed_zones', { run_threshold_pace: '6:45/mi' });
    const [run] = objects(structured.thresholds as Table);
    expect(run?.threshold_pace_s_per_km).toBe(Math.round(405 / 1.609344));
  });

  it('refuses what is no pace, and a method that starts from a race', async () => {
    const { call } = connected();
    const odd = await call('tp_update_speed_zones', { run_threshold_pace: 'quick' });
    expect(odd.failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('4:15/km') });
    const race = await call('tp_update_speed_zones', { run_threshold_pace: '4:12/km', method: 5 });
    expect(race.failure).toMatchObject({ kind: 'conflict', message: expect.stringContaining('Method 5') });
  });

  it('refuses a call without a pace', async () => {
    expect((await connected().call('tp_update_speed_zones', {})).failure?.kind).toBe('bad_input');
  });
});
