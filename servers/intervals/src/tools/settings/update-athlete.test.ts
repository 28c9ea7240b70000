import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_update_athlete', () => {
  it('sends only the keys that differ and reads them back', async () => {
    const server = connected();
    const before = { ...server.sandbox.emulator.state.me.settings };
    const { structured } = await server.call('icu_update_athlete', {
      values: { resting_hr_bpm: 45, city: 'Ljubljana' },
    });
    expect(structured).toMatchObject({ written: true, changed: [{ field: 'resting_hr_bpm', before: 46, after: 45 }] });
    expect(server.sandbox.emulator.state.me.settings).toEqual({ ...before, icu_resting_hr: 45 });
    const profile = await server.call('icu_get_athlete_profile');
    expect(profile.structured.profile).toMatchObject({ resting_hr_bpm: 45 });
  });

  it('switches the delivery to a device', async () => {
    const server = connected();
    await server.call('icu_update_athlete', { values: { send_workouts_to_zwift: true } });
    const { structured } = await server.call('icu_get_device_delivery');
    expect(structured.devices).toMatchObject([{ device: 'Garmin' }, { device: 'Zwift', sends_workouts: true }]);
  });

  it.each([
    [{ time_zone: 'Middle Earth' }, 'not a time zone'],
    [{ email: 'a@b.c' }, 'not a value'],
    [{ password: 'x' }, 'not a value'],
    [{ icu_api_key: 'x' }, 'not a value'],
  ])('refuses %j', async (values, said) => {
    const { failure } = await connected().call('icu_update_athlete', { values });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining(said) });
  });
});

describe('units', () => {
  it('go by the names that answers use, and count from the next call on', async () => {
    const server = connected();
    const { structured } = await server.call('icu_update_athlete', { values: { units: 'imperial' } });
    expect(structured).toMatchObject({ written: true, changed: [{ field: 'units', before: 'meters', after: 'feet' }] });
    const { structured: after } = await server.call('icu_get_athlete_profile');
    expect(after.profile).toHaveProperty('weight_lb');
  });
});
