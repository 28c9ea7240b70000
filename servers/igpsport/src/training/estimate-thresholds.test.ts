import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../sandbox/platform.ts';
import { provider } from '../provider.ts';

describe('igp_estimate_thresholds', () => {
  it('gives FTP near the athlete’s own, with the ride and the reasons it rests on', async () => {
    const platform = sandboxPlatform({ days: 90 });
    const server = connect(provider, platform);
    const answer = await server.call('igp_estimate_thresholds');
    const { ftp, coverage } = answer.structured as Record<string, Record<string, unknown>>;
    expect(answer.failure).toBeUndefined();
    const { sandbox } = platform;
    const share = Number(ftp?.ftp_w) / sandbox.athlete.season.ftpSettingOn('2026-10-14');
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1.1);
    expect(ftp?.reasons).not.toEqual([]);
    expect(sandbox.emulator.state.rides.find(String(ftp?.activity_id))?.startLocal.slice(0, 10)).toBe(ftp?.date);
    expect(coverage).toMatchObject({ oldest: '2026-09-03', newest: '2026-10-14' });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('refuses where every effort is easy against the FTP in use', async () => {
    const platform = sandboxPlatform({ days: 40 });
    const server = connect(provider, { ...platform, settings: { ...platform.settings, ftp: 500, lthr: 220 } });
    const { structured } = await server.call('igp_estimate_thresholds', { days: 14 });
    expect(structured).toMatchObject({ ftp: null, lthr: null });
    expect(structured.refused).not.toEqual([]);
    expect(String(structured.notes)).toContain('maximal');
  });

  it('refuses a window under a week', async () => {
    const { failure } = await connect(provider, sandboxPlatform()).call('igp_estimate_thresholds', { days: 2 });
    expect(failure?.kind).toBe('bad_input');
  });
});
