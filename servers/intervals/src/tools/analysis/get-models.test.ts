import { describe, expect, it } from 'vitest';
import { connected, YESTERDAY_RIDE } from '../../../test/connected.ts';

const tool = 'icu_get_models';

describe(tool, () => {
  const server = connected();

  it('shows the power model behind %MMP steps', async () => {
    const { structured } = await server.call(tool);
    const { structured: settings } = await server.call('icu_get_sport_settings', { sport: 'Ride' });
    const [ride] = settings.thresholds as { w_prime_kj: number; max_power_w: number }[];
    expect(structured.mmp_model).toMatchObject({
      type: 'FFT_CURVES',
      critical_power_w: expect.any(Number),
      w_prime_kj: ride?.w_prime_kj,
      max_power_w: ride?.max_power_w,
    });
  });

  it('shows what the load and the spike removal of one activity stand on', async () => {
    const { structured } = await server.call(tool, { activity_id: YESTERDAY_RIDE });
    expect(structured).toMatchObject({ hr_load_model: { type: 'HRSS' }, power_spike_model: { type: 'FFT_CURVES' } });
    const { structured: details } = await server.call('icu_get_activity_details', { activity_id: YESTERDAY_RIDE });
    const { load_from_hr } = (details.groups as { load: { load_from_hr: number } }).load;
    expect((structured.hr_load_model as { load: number }).load).toBe(load_from_hr);
  });

  it('says what is not there', async () => {
    const { structured } = await server.call(tool, { activity_id: server.newest({ sport: 'Run' }) });
    expect(structured.notes).toEqual(['A model of power spikes is not available: no power was recorded.']);
    const none = await server.call(tool, { sport: 'Swim' });
    expect(JSON.stringify(none.structured.notes)).toContain('Swim');
  });

  it('refuses an activity that is not there', async () => {
    expect((await server.call(tool, { activity_id: 'i89099999' })).failure?.kind).toBe('not_found');
  });
});
