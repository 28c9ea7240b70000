import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

describe('igp_get_athlete_profile', () => {
  it.each(['cn', 'intl'] as const)('tells thresholds and body data of the profile, in %s', async (region) => {
    const platform = sandboxPlatform({ region });
    const { structured } = await connect(provider, platform).call('igp_get_athlete_profile');
    const { athlete, emulator } = platform.sandbox;
    expect(structured.profile).toMatchObject({
      ftp_w: athlete.season.ftpSettingOn(emulator.state.today()),
      ftp_source: 'profile',
      lthr_bpm: athlete.profile.lthrRide,
      lthr_source: 'profile',
      max_hr_bpm: athlete.profile.maxHr,
      weight_kg: athlete.profile.weightKg,
      height_cm: Math.round(athlete.profile.heightM * 100),
    });
  });

  it('lets the settings of this machine count instead of the profile, and says so', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, { ...platform, settings: { ...platform.settings, ftp: 250, lthr: 165 } });
    const { structured } = await server.call('igp_get_athlete_profile');
    expect(structured.profile).toMatchObject({ ftp_w: 250, ftp_source: 'settings', lthr_source: 'settings' });
    const zones = objects(structured);
    const bounds = (kind: string) => zones.filter((zone) => zone.kind === kind).map(({ to }) => to);
    expect(bounds('power W')).toEqual([137.5, 187.5, 225, 262.5, 300, 375, null]);
    expect(bounds('heart rate bpm')).toEqual([133.7, 146.9, 155.1, 165, null]);
  });

  it('says what is not set, where to set it, and gives no zones for it', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, {
      ...platform,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const answer = await platform.fetch(request);
        if (!request.url.includes('UserIntervalInfo')) return answer;
        const body = (await answer.json()) as { data: { member: Record<string, unknown> } };
        body.data.member.ftp = 0;
        return Response.json(body);
      },
    });
    const { structured } = await server.call('igp_get_athlete_profile');
    expect(structured.profile).toMatchObject({ ftp_w: null, ftp_source: null });
    expect(objects(structured).filter(({ kind }) => kind === 'power W')).toEqual([]);
    expect(String(structured.notes)).toContain('IGPSPORT_FTP');
  });

  it('never shows e-mail, telephone or birthday, which are on the wire', async () => {
    const platform = sandboxPlatform();
    const { structured, text } = await connect(provider, platform).call('igp_get_athlete_profile');
    const shown = JSON.stringify(structured) + text;
    const { email, birthDate } = platform.sandbox.athlete.profile;
    for (const secret of [email, birthDate, '13800000000']) expect(shown).not.toContain(secret);
  });

  it('fails with the way to log in when the password is refused', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, { ...platform, credentials: { ...platform.credentials, password: 'wrong' } });
    const { failure } = await server.call('igp_get_athlete_profile');
    expect(failure).toMatchObject({ kind: 'auth' });
  });

  it('stays within the answer budget', async () => {
    const server = connect(provider, sandboxPlatform());
    expect(sizeOf(await server.call('igp_get_athlete_profile'))).toBeLessThanOrEqual(answerBudget.aim);
  });
});
