import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

describe('icu_get_sport_settings', () => {
  const server = connected();

  it('gives power zones as ranges in percent and in watts of the athlete’s own FTP', async () => {
    const { structured } = await server.call('icu_get_sport_settings', { sport: 'Ride' });
    const power = objects(structured).filter(({ kind }) => kind === 'power % FTP');
    const ftp = server.truth.ftpSettingOn(TODAY);
    expect(power[0]).toMatchObject({ zone: 'Z1', from: 0, from_power_w: 0 });
    expect(power[1]).toMatchObject({ zone: 'Z2', from: 55, to: 75, to_power_w: Math.floor(0.75 * ftp) });
    expect(power.at(-1)).toMatchObject({ zone: 'Z7', to: null, to_power_w: null });
  });

  it('starts a heart-rate zone one beat above the one below', async () => {
    const { structured } = await server.call('icu_get_sport_settings', { sport: 'Ride' });
    const beats = objects(structured).filter(({ kind }) => kind === 'hr bpm');
    for (const [i, zone] of beats.slice(1).entries()) expect(zone.from).toBe(Number(beats[i]?.to) + 1);
  });

  it('takes a threshold pace for what it is, metres per second, in swimming too', async () => {
    const { structured } = await server.call('icu_get_sport_settings', { sport: 'OpenWaterSwim' });
    const [swim] = structured.thresholds as Record<string, number>[];
    expect(swim?.threshold_pace_s_per_100m).toBeGreaterThan(60);
    expect(swim?.threshold_pace_s_per_100m).toBeLessThan(180);
  });

  it('falls back to the group that catches other sports', async () => {
    const { structured } = await server.call('icu_get_sport_settings', { sport: 'Rowing' });
    expect(structured.thresholds).toMatchObject([{ catches_other_sports: true }]);
  });

  it('refuses a name that is no sport', async () => {
    const { failure } = await server.call('icu_get_sport_settings', { sport: 'cycling' });
    expect(failure?.kind).toBe('bad_input');
  });

  it('stays within the answer budget with every sport', async () => {
    expect(sizeOf(await server.call('icu_get_sport_settings'))).toBeLessThanOrEqual(answerBudget.aim);
  });
});
