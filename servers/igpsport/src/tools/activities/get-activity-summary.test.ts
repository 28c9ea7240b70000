import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

const RIDE = '41200581';
type Group = Record<string, number>;

describe('igp_get_activity_summary', () => {
  const platform = sandboxPlatform();
  const ride = platform.sandbox.emulator.state.rides.find(RIDE)!;
  const server = connect(provider, platform);

  it('computes NP, IF and TSS with the FTP of that day', async () => {
    const { structured } = await server.call('igp_get_activity_summary', { activity_id: RIDE });
    const { normalized = 0, seconds, power } = ride.measures();
    const [found, load] = [structured.power as Group, structured.load as Group];
    expect(found.normalized_power_w).toBe(Math.round(normalized));
    expect(found.avg_power_w).toBe(Math.round(power!.mean));
    expect(load).toMatchObject({ ftp_w: ride.ftp, ftp_source: 'service', tss_from: 'power' });
    expect(load.intensity_factor).toBeCloseTo(normalized / ride.ftp, 2);
    expect(load.tss).toBeCloseTo((seconds / 36) * (normalized / ride.ftp) ** 2, 0);
    expect(structured.igpsport).toMatchObject({ normalized_power_w: Math.round(normalized) });
  });

  it('uses a threshold that the call gives, for the zones as well', async () => {
    const { structured } = await server.call('igp_get_activity_summary', { activity_id: RIDE, ftp_w: 200 });
    const { normalized = 0, seconds } = ride.measures();
    expect(structured.load).toMatchObject({ ftp_w: 200, ftp_source: 'call' });
    expect((structured.load as Group).tss).toBeCloseTo((seconds / 36) * (normalized / 200) ** 2, 0);
    const zones = objects(structured).filter(({ kind }) => kind === 'power W');
    expect(zones.map(({ from }) => from)).toEqual([0, 110, 150, 180, 210, 240, 300]);
    expect(zones.reduce((sum, { time_s }) => sum + Number(time_s), 0)).toBe(seconds);
  });

  it('flags a TSS that is estimated from heart rate, for a ride without power', async () => {
    const { structured } = await server.call('igp_get_activity_summary', { activity_id: '41200573' });
    expect(structured.power).toBeNull();
    expect(structured.load).toMatchObject({ tss_from: 'heart rate (estimated)' });
    expect(structured.notes).toContain('TSS is estimated from heart rate.');
  });

  it('refuses an id that does not exist, and one that is no number', async () => {
    expect((await server.call('igp_get_activity_summary', { activity_id: '1' })).failure?.kind).toBe('not_found');
    expect((await server.call('igp_get_activity_summary', { activity_id: '../1' })).failure?.kind).toBe('bad_input');
  });

  it('stays within the answer budget', async () => {
    const { structured, text } = await server.call('igp_get_activity_summary', { activity_id: RIDE });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });
});
