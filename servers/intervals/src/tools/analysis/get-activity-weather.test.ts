import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const tool = 'icu_get_activity_weather';

describe(tool, () => {
  const server = connected();
  const activity_id = server.newest({ sport: 'GravelRide' });
  const { activities } = server.sandbox.emulator.state.me;
  const { temperature } = activities.recording(activities.find(activity_id)!)!.channels;

  it('tells what the device measured from what the stations did, with wind in km/h', async () => {
    const { structured } = await server.call(tool, { activity_id });
    const { temperature: measured, wind } = structured.weather as Record<string, Record<string, number>>;
    expect(measured).toMatchObject({
      lowest_device_c: Math.min(...temperature!),
      highest_device_c: Math.max(...temperature!),
    });
    expect(measured?.air_c).toBeUndefined();
    expect(wind!.headwind_pct! + wind!.tailwind_pct!).toBe(100);
    expect(wind!.strongest_km_h!).toBeGreaterThan(wind!.average_km_h!);
  });

  it('can be of a part', async () => {
    const { structured } = await server.call(tool, { activity_id, from_s: 600, to_s: 1800 });
    expect(structured.part).toMatchObject({ from_s: 600, to_s: 1799 });
  });

  it('refuses a part that is none', async () => {
    expect((await server.call(tool, { activity_id, from_s: 99_000 })).failure?.kind).toBe('bad_input');
  });
});
