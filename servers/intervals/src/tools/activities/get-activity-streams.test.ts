import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, YESTERDAY_RIDE } from '../../../test/connected.ts';

type Channels = Record<string, (number | null)[]>;

describe('icu_get_activity_streams', () => {
  const server = connected();

  it('shows a stretch second by second as it was recorded', async () => {
    const { startIndex } = server.truth.yesterday().intervals[0]!;
    const { structured } = await server.call('icu_get_activity_streams', {
      activity_id: YESTERDAY_RIDE,
      channels: ['power'],
      from_s: startIndex,
      to_s: startIndex + 9,
    });
    const { power } = server.athlete.recording(server.truth.yesterday().session).channels;
    const expected = Array.from(power!.slice(startIndex, startIndex + 10), (watts) => Math.round(watts));
    expect(structured).toMatchObject({ start_s: startIndex, step_s: 1 });
    expect((structured.channels as Channels).power_w).toEqual(expected);
  });

  it('averages a whole ride into even steps of the asked-for number', async () => {
    const { structured } = await server.call('icu_get_activity_streams', { activity_id: YESTERDAY_RIDE, points: 20 });
    expect(structured).toMatchObject({ step_s: 210, points: 20, not_recorded: ['altitude'] });
    const { intervals } = server.truth.yesterday();
    expect((structured.channels as Channels).power_w?.[5]).toBeCloseTo(intervals[0]!.doneWatts, -1);
  });

  it('says how low and how high each channel really went, whatever the points are averaged over', async () => {
    const { structured } = await server.call('icu_get_activity_streams', { activity_id: YESTERDAY_RIDE, points: 20 });
    const { power, heartRate } = server.athlete.recording(server.truth.yesterday().session).channels;
    const { power_w, hr_bpm } = structured.lowest_mean_highest as Record<string, number[]>;
    expect([power_w?.[0], power_w?.[2]]).toEqual([Math.round(Math.min(...power!)), Math.round(Math.max(...power!))]);
    expect(hr_bpm?.[2]).toBe(Math.max(...heartRate!));
  });

  it('leaves out the ends of a track', async () => {
    const { structured } = await server.call('icu_get_activity_streams', {
      activity_id: server.newest({ sport: 'GravelRide' }),
      channels: ['position', 'distance'],
      from_s: 0,
      to_s: 20,
    });
    const channels = structured.channels as Channels;
    expect(channels.distance_km?.[5]).not.toBeNull();
    expect(channels.latitude_deg).toEqual(Array(21).fill(null));
  });

  it('shows the ends when the user switched that on', async () => {
    const open = connected({}, {}, { gpsEnds: true });
    const { structured } = await open.call('icu_get_activity_streams', {
      activity_id: open.newest({ sport: 'GravelRide' }),
      channels: ['position'],
      from_s: 0,
      to_s: 20,
    });
    expect((structured.channels as Channels).latitude_deg?.[5]).toBeCloseTo(46, 0);
  });

  it('refuses a channel that does not exist', async () => {
    const { failure } = await server.call('icu_get_activity_streams', {
      activity_id: YESTERDAY_RIDE,
      channels: ['watts'],
    });
    expect(failure?.kind).toBe('bad_input');
  });

  it('refuses a window after the end, and says where the end is', async () => {
    const { failure } = await server.call('icu_get_activity_streams', { activity_id: YESTERDAY_RIDE, from_s: 9000 });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('ends at 4199 s') });
  });

  it('says so when an activity has no samples', async () => {
    const { id } = server.sandbox.emulator.state.me.activities.add({
      startLocal: '2026-10-13T08:00:00',
      source: 'MANUAL',
      origin: { kind: 'manual', values: { type: 'Ride', name: 'Typed in', moving_time: 3600 } },
    });
    const { failure } = await server.call('icu_get_activity_streams', { activity_id: id });
    expect(failure?.toText()).toMatch(/no recorded samples/);
  });

  it('stays within the answer budget for a ride of twelve hours', async () => {
    const heavy = connected({ heavy: true });
    const { structured, text, failure } = await heavy.call('icu_get_activity_streams', {
      activity_id: heavy.longest(),
    });
    expect(failure).toBeUndefined();
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });
});
