import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const update = (server: ReturnType<typeof connected>, sport: string, values: object) =>
  server.call('icu_update_sport_settings', { sport, values });

describe('icu_update_sport_settings', () => {
  it('sets FTP, and a new session is computed with it', async () => {
    const server = connected();
    const { structured } = await update(server, 'VirtualRide', { ftp_w: 250 });
    expect(structured).toMatchObject({ written: true, changed: [{ field: 'ftp_w', before: 241, after: 250 }] });
    const again = await update(server, 'Ride', { ftp_w: 250 });
    expect(again.structured.written).toBe(false);
    const { structured: settings } = await server.call('icu_get_sport_settings', { sport: 'Ride' });
    expect(settings.thresholds).toMatchObject([{ ftp_w: 250 }]);
  });

  it('writes a pace as metres per second, whatever it is called in', async () => {
    const server = connected();
    const { structured } = await update(server, 'Run', { threshold_pace_s_per_km: 240 });
    expect(structured.item).toMatchObject({ threshold_pace_s_per_km: 240 });
    const stored = server.sandbox.emulator.state.me.groups.find(({ types }) => types.includes('Run'));
    expect(stored?.threshold_pace).toBeCloseTo(1000 / 240, 6);
    const swim = await update(server, 'Swim', { threshold_pace_s_per_100m: 80 });
    expect(swim.structured.item).toMatchObject({ threshold_pace_s_per_100m: 80 });
  });

  it('keeps explicit heart-rate zones, and lets the platform rebuild them when only a threshold changes', async () => {
    const server = connected();
    const zones = [120, 140, 155, 165, 188];
    const names = ['A', 'B', 'C', 'D', 'E'];
    const { structured } = await update(server, 'Ride', { hr_zones_bpm: zones, hr_zone_names: names });
    expect(structured.item).toMatchObject({ hr_zones_bpm: zones, hr_zone_names: names });
    const rebuilt = await update(server, 'Ride', { lthr_bpm: 172 });
    expect((rebuilt.structured.notes as string[]).join()).toContain('rebuilds the heart-rate zones');
    expect((rebuilt.structured.item as { hr_zones_bpm: number[] }).hr_zones_bpm).toHaveLength(7);
  });

  it.each([
    [{ power_zones_pct: [55, 50, 999] }, 'must rise'],
    [{ hr_zones_bpm: [120, 150, 180] }, 'is the maximum heart rate, 188'],
    [{ power_zone_names: ['one'] }, '1 names for 7 zones'],
    [{ ftp_w: 5 }, 'from 30 to 700'],
    [{ ftp: 250 }, 'not a value'],
  ])('refuses %j', async (values, said) => {
    const { failure } = await update(connected(), 'Ride', values);
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining(said) });
  });

  it('does not change the group for other sports in place of a missing one', async () => {
    const { failure } = await update(connected(), 'Yoga', { lthr_bpm: 150 });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('icu_create_sport_settings') });
  });
});

describe('a threshold pace that is no whole number of metres a second', () => {
  it('is taken as sent, and shown as people say it', async () => {
    const { structured } = await connected().call('icu_update_sport_settings', {
      sport: 'Run',
      values: { threshold_pace_s_per_mi: 400 },
    });
    expect(structured.changed).toEqual([{ field: 'threshold_pace_s_per_km', before: 255, after: 249 }]);
    expect(structured).not.toHaveProperty('notes');
  });
});
