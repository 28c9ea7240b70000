import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_device_delivery', () => {
  it('says where sessions go, which have nothing to send, and which failed with the reason', async () => {
    const server = connected();
    const { calendar } = server.sandbox.emulator.state.me;
    const failing = calendar.find(5000333)!;
    failing.push_errors = [{ service: 'GARMIN', message: 'Workout has too many steps', date: '2026-10-13' }];
    const { structured } = await server.call('icu_get_device_delivery');
    expect(structured.devices).toMatchObject([
      { device: 'Garmin', sends_workouts: true, last_upload: expect.any(String) },
      { device: 'Zwift', sends_workouts: false },
    ]);
    const rows = objects(structured);
    expect(rows.find(({ id }) => id === '5000332')?.verdict).toBe('goes to Garmin');
    expect(rows.find(({ id }) => id === '5000333')).toMatchObject({
      verdict: 'failed',
      error: 'GARMIN: Workout has too many steps',
    });
  });

  it('says so when nothing is connected', async () => {
    const { structured } = await connected().call('icu_get_device_delivery', { athlete: 'Luka Horvat' });
    expect((structured.notes as string[]).join(' ')).toContain('No device service');
  });

  it('says that workouts are switched off, and that nothing is planned', async () => {
    const server = connected();
    await server.call('icu_update_athlete', { values: { send_workouts_to_garmin: false } });
    const off = await server.call('icu_get_device_delivery');
    expect(objects(off.structured)[0]?.verdict).toBe('no device takes workouts');
    expect(off.text).toContain('switched off for every device');
    const empty = await server.call('icu_get_device_delivery', { oldest: '2027-08-01', newest: '2027-08-05' });
    expect(empty.text).toContain('No workout is planned in these days.');
  });

  it('does not claim that a day which is past is still sent', async () => {
    const days = { oldest: '2026-10-08', newest: '2026-10-13' };
    const { structured } = await connected().call('icu_get_device_delivery', days);
    for (const { verdict } of objects(structured)) expect(verdict).toBe('its day is past, nothing is sent');
  });

  it('refuses a range that runs backwards', async () => {
    const { failure } = await connected().call('icu_get_device_delivery', {
      oldest: '2026-10-20',
      newest: '2026-10-14',
    });
    expect(failure?.kind).toBe('bad_input');
  });
});
