import { writeFitActivity } from '@core/activity-files/write';
import type { ChannelName } from '@core/metrics/samples';
import { describe, expect, it } from 'vitest';
import type { Activity, Recording } from '../../ports/index.ts';
import { activity, connectMemory, nothing, objects, recording } from '../../testing/index.ts';

const DAY = '2026-10-13';
const HOUR = 3600;

/** Watts that no two minutes share, the same for the same seed. */
function effort(seed: number): (second: number) => number {
  return (second) => {
    const minute = Math.floor(second / 60);
    const level = Math.abs(Math.sin((minute + 1) * 12.9898 * seed) * 43758.5453) % 1;
    return Math.round(120 + 140 * level + (second % 7));
  };
}

interface Ride {
  readonly start?: string;
  readonly seconds?: number;
  readonly seed?: number;
  /** What the meter shows of the true watts. */
  readonly meter?: number;
  readonly without?: readonly ChannelName[];
  /** A stop of the timer, seconds since the start. */
  readonly pause?: { readonly from: number; readonly to: number };
  readonly sport?: string;
}

function signals({ seed = 1, meter = 1, without = [] }: Ride) {
  const watts = effort(seed);
  const all: Partial<Record<ChannelName, (second: number) => number>> = {
    power: (second) => watts(second) * meter,
    heart_rate: (second) => Math.round(100 + watts(second - (second % 20)) / 5),
    distance: (second) => second * 8,
    altitude: (second) => 200 + 40 * Math.sin(second / 400),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name as ChannelName)));
}

/** The recording as a FIT file; a paused stretch has no samples. */
function fit(ride: Ride = {}): Uint8Array {
  const { start = `${DAY}T09:00:12Z`, seconds = HOUR, pause, sport = 'cycling' } = ride;
  const time = Array.from({ length: seconds }, (_, i) => i).filter(
    (second) => pause === undefined || second <= pause.from || second >= pause.to,
  );
  const moved = (second: number) =>
    pause === undefined || second < pause.to ? second : second - (pause.to - pause.from);
  return writeFitActivity({
    sport,
    localOffsetMs: 0,
    samples: {
      startMs: Date.parse(start),
      time: Float64Array.from(time),
      pauses: pause === undefined ? [] : [pause],
      channels: Object.fromEntries(
        Object.entries({ ...signals(ride), latitude: () => 46, longitude: (second: number) => 14 + second * 1e-4 }).map(
          ([name, value]) => [name, Float64Array.from(time, (second) => value(moved(second)))],
        ),
      ),
    },
  });
}

function summed(given: Partial<Activity> = {}): Activity {
  return activity({
    id: 'a1',
    day: DAY,
    start: `${DAY}T09:00`,
    movingS: HOUR,
    distanceM: 28_792,
    ascentM: 130,
    averageW: null,
    normalizedW: null,
    averageBpm: null,
    ...given,
  });
}

function server(
  file: Uint8Array,
  { line = summed(), own = recording(HOUR, signals({})) as Recording | null, others = [] as Activity[] } = {},
) {
  return connectMemory(
    {
      thresholds: { ...nothing.thresholds, ftpW: 250 },
      activities: [line, ...others],
      recordings: own === null ? {} : { a1: own },
    },
    { files: { 'ride.fit': file } },
  );
}

const ask = async (there: ReturnType<typeof server>) => {
  const { structured, failure } = await there.call('mem_reconcile_activity', { activity_id: 'a1', file: 'ride.fit' });
  const rows = failure === undefined ? objects(structured) : [];
  return { structured, failure, row: (field: string) => rows.find((each) => each.field === field) };
};

describe('reconcile_activity', () => {
  it('finds that two recordings of one ride agree, and says so number by number', async () => {
    const { structured, row } = await ask(server(fit()));
    expect(structured.same_ride).toMatchObject({ verdict: 'same' });
    expect(structured.clock).toMatchObject({
      file_start: `${DAY}T09:00:12`,
      file_ahead_s: 0,
      file_begins_earlier_s: 0,
    });
    expect(row('elapsed_time_s')).toMatchObject({ platform: 3600, file: 3600, trust: 'either', why: null });
    expect(row('work_kj')).toMatchObject({ trust: 'either' });
    expect(structured.coverage).toMatchObject({ in_both: expect.stringContaining('power'), only_in_file: 'position' });
  });

  it('sees one ride through a clock that is seven minutes ahead, and tells by how much', async () => {
    const { structured, row } = await ask(server(fit({ start: `${DAY}T09:07:20Z` })));
    expect(structured.same_ride).toMatchObject({ verdict: 'same' });
    expect(structured.clock).toMatchObject({ file_ahead_s: 440 });
    expect(row('np_w')).toMatchObject({ trust: 'either' });
  });

  it('sees one ride through a time zone', async () => {
    const { structured } = await ask(server(fit({ start: `${DAY}T11:00:12Z` })));
    expect(structured.same_ride).toMatchObject({ verdict: 'same' });
    expect(JSON.stringify(structured.same_ride)).toContain('a time zone of 2 h');
  });

  it('finds where a recording begins that was started late', async () => {
    const late = recording(HOUR - 90, {
      power: (second) => effort(1)(second + 90),
      heart_rate: (second) => Math.round(100 + effort(1)(second + 90 - ((second + 90) % 20)) / 5),
    });
    const { structured } = await ask(server(fit(), { own: late, line: summed({ start: `${DAY}T09:01` }) }));
    expect(structured.clock).toMatchObject({ file_begins_earlier_s: 90, file_ahead_s: 0 });
  });

  it('keeps pauses apart: a platform that leaves them out has the shorter ride', async () => {
    const paused = fit({ seconds: HOUR + 600, pause: { from: 1800, to: 2400 } });
    const { structured, row } = await ask(server(paused));
    expect(structured.same_ride).toMatchObject({ verdict: 'same' });
    expect(row('elapsed_time_s')).toMatchObject({
      platform: 3600,
      difference: 600,
      trust: 'file',
      why: 'the platform leaves pauses out',
    });
    expect(row('moving_time_s')).toMatchObject({ trust: 'either' });
  });

  it('calls a steady 4 % two meters, and does not say which is right', async () => {
    const { structured, row } = await ask(server(fit({ meter: 1.04 })));
    expect(structured.same_ride).toMatchObject({ verdict: 'same' });
    expect(row('average_power_w')).toMatchObject({
      trust: 'neither',
      why: 'two meters, the file’s +4.0 %: keep to the one that FTP was tested with',
    });
    expect(row('average_power_w')?.difference_pct).toBeCloseTo(4, 0);
    expect(row('max_hr_bpm')).toMatchObject({ trust: 'either' });
  });

  it('trusts the recording that has more of the seconds', async () => {
    const holes = recording(HOUR, {
      ...signals({}),
      power: (second) => (second > 1000 && second < 1600 ? Number.NaN : effort(1)(second) * 1.1),
    });
    const { row } = await ask(server(fit(), { own: holes }));
    expect(row('np_w')).toMatchObject({ trust: 'file', why: expect.stringContaining('100 % of the seconds') });
  });

  it('prefers a measured load to an estimate', async () => {
    const { row } = await ask(server(fit(), { line: summed({ load: { points: 30, estimated: true } }) }));
    expect(row('load')).toMatchObject({ platform: 30, trust: 'file', why: expect.stringContaining('estimate') });
  });

  it('refuses another ride of that day with the reason, and names the one that the file is of', async () => {
    const evening = summed({ id: 'a2', start: `${DAY}T18:00` });
    const { structured } = await ask(server(fit({ start: `${DAY}T18:00:20Z`, seed: 3 }), { others: [evening] }));
    expect(structured).toMatchObject({
      same_ride: { verdict: 'another', because: [expect.stringMatching(/apart|follow/)] },
      rows: [],
      next: 'mem_reconcile_activity {"activity_id":"a2","file":"ride.fit"}',
    });
  });

  it('does not take a session that was done twice for one', async () => {
    const { structured } = await ask(server(fit({ start: `${DAY}T16:40:00Z` })));
    expect(structured.same_ride).toMatchObject({ verdict: 'another', because: [expect.stringContaining('a repeat?')] });
  });

  it('does not take a companion’s file for one’s own', async () => {
    const { structured } = await ask(server(fit({ seed: 7 })));
    expect(['unclear', 'another']).toContain((structured.same_ride as { verdict: string }).verdict);
    expect(structured.rows).toEqual([]);
  });

  it('refuses a run for a ride', async () => {
    const { structured } = await ask(server(fit({ sport: 'running' })));
    expect(structured.same_ride).toMatchObject({
      verdict: 'another',
      because: ['the file is a run, the activity a ride'],
    });
  });

  it('says when a file holds a part, and trusts the longer one', async () => {
    const { structured, row } = await ask(server(fit({ seconds: 2400 })));
    expect(structured.same_ride).toMatchObject({ verdict: 'part' });
    expect(row('elapsed_time_s')).toMatchObject({ trust: 'platform', why: 'the other holds a part only' });
  });

  it('fills in what the platform hides, from the athlete’s own recording', async () => {
    const stub = summed({
      hidden: 'synced from Strava',
      family: 'other',
      movingS: null,
      distanceM: null,
      ascentM: null,
      load: null,
    });
    const { structured, row } = await ask(server(fit(), { line: stub, own: null }));
    expect(structured.same_ride).toMatchObject({ verdict: 'same' });
    expect(row('np_w')).toMatchObject({ trust: 'file', why: 'the platform tells none' });
    expect(structured.columns).not.toContain('platform');
    expect(structured.coverage).toMatchObject({ only_in_file: expect.stringContaining('power') });
    expect(String(structured.notes)).toContain('the athlete’s own recording and fills the gap');
  });

  it('answers in the account’s units, and names them in the field', async () => {
    const there = connectMemory(
      { units: 'imperial', activities: [summed()], recordings: { a1: recording(HOUR, signals({})) } },
      { files: { 'ride.fit': fit() } },
    );
    const { row } = await ask(there);
    expect(row('distance_mi')).toMatchObject({ file: 17.89 });
  });

  it('stays below 4 KB, object and text', async () => {
    const { outcome } = await server(fit({ meter: 1.04, start: `${DAY}T09:05:00Z` })).call('mem_reconcile_activity', {
      activity_id: 'a1',
      file: 'ride.fit',
    });
    if (outcome.kind !== 'answer') throw new Error('no answer');
    expect(JSON.stringify(outcome.structured).length + outcome.text.length).toBeLessThanOrEqual(4096);
  });

  it('says what is wrong with a file that holds no recording, and asks nobody', async () => {
    const there = server(new TextEncoder().encode('hello'));
    const { failure } = await ask(there);
    expect(failure?.kind).toBe('bad_input');
    expect(failure?.message).toContain('holds no recorded activity');
    expect(there.asked.size).toBe(0);
  });
});
