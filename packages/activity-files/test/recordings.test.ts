import { describe, expect, it } from 'vitest';
import { type Activity, FitActivity, readActivity } from '../src/index.ts';
import { hasSamples, sample, sharedJson } from './shared-samples.ts';

/** The reference's own reader, an independent implementation, on the same recordings (`golden.json`). */
interface Golden {
  readonly [key: string]: unknown;
  readonly power?: { readonly avg_records: number; readonly max: number };
  readonly hr?: { readonly avg_records: number; readonly max: number };
}

const here = hasSamples('60 recordings of 30 devices');
const golden: Record<string, Golden> = here ? sharedJson('golden.json').activities : {};
const recordings = Object.entries(golden).filter(([name]) => name.startsWith('dev/'));

const known = (column: Float64Array | undefined) => [...(column ?? [])].filter((value) => !Number.isNaN(value));
const mean = (column: Float64Array | undefined) => {
  const values = known(column);
  return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0) / values.length;
};
const largest = (column: Float64Array | undefined) => known(column).reduce((most, value) => Math.max(most, value), 0);

function facts(activity: Activity): Record<string, number | undefined> {
  const { samples, cleaning } = activity;
  const { channels, time, startMs } = samples;
  const wholeSeconds = (at: number) => Math.floor(((startMs ?? 0) + at * 1000) / 1000);
  const messages = activity instanceof FitActivity ? activity.messageCounts() : [];
  const count = (name: string) => messages.find((message) => message.name === name)?.count ?? 0;
  const fit = {
    records: cleaning.records,
    files: activity instanceof FitActivity ? activity.files : 0,
    messages: messages.reduce((total, message) => total + message.count, 0),
    events: count('event'),
    hrv: count('hrv'),
    lengths: activity.lengths.length,
    sessions: activity.sessions.length,
    timer_pauses: samples.pauses.length,
    timer_paused_s: samples.pauses.reduce((total, { from, to }) => total + to - from, 0),
  };
  return {
    ...(activity.format === 'fit' ? fit : { points: cleaning.records, points_without_time: cleaning.withoutTime }),
    records_clean: cleaning.kept,
    laps: activity.laps.length,
    elapsed_s: time.length === 0 ? undefined : wholeSeconds(time.at(-1) ?? 0) - wholeSeconds(0),
    distance_m: largest(channels.distance),
    power_mean: mean(channels.power),
    power_max: largest(channels.power),
    heart_rate_mean: mean(channels.heart_rate),
    heart_rate_max: largest(channels.heart_rate),
  };
}

describe.skipIf(!here)('recordings agree with the independent reader', () => {
  for (const [path, want] of recordings)
    it(path.replace(/^dev\/(?:.*__)?/, ''), () => {
      // The reference does not merge what a chest strap hands over later.
      const activity = readActivity(sample('dev', path.slice('dev/'.length)), { mergeHeartRate: false });
      const wanted: Record<string, unknown> = {
        ...want,
        power_mean: want.power?.avg_records,
        power_max: want.power?.max,
        heart_rate_mean: want.hr?.avg_records,
        heart_rate_max: want.hr?.max,
      };
      for (const [key, value] of Object.entries(facts(activity)))
        if (typeof wanted[key] === 'number') expect(value, key).toBeCloseTo(wanted[key], 1.9);
    });

  it('covers all 60', () => expect(recordings).toHaveLength(60));
});

describe.skipIf(!here)('what the index says about single recordings', () => {
  const read = (name: string) => readActivity(sample('dev', name));
  const kinds = (name: string) => read(name).problems.map(({ kind }) => kind);

  it('a wrong checksum is reported and the run is read', () => expect(kinds('raw_run.fit')).toEqual(['file_crc']));
  it('undeclared prefixes and a lost root element harm nothing that is read', () => {
    expect(read('malformed.tcx').samples.time.length).toBeGreaterThan(300);
  });
  it('a file of waypoints only says that it has no tracks', () =>
    expect(kinds('unicode_with_bom.gpx')).toEqual(['not_tracks']));
  it('no other recording has a problem', () => {
    const damaged = ['raw_run.fit', 'unicode_with_bom.gpx'];
    for (const [path] of recordings)
      if (!damaged.some((name) => path.endsWith(name))) expect(kinds(path.slice('dev/'.length)), path).toEqual([]);
  });

  it('heart rate of a swim comes from the strap, by its own clock', () => {
    const merged = read('event_timestamp.fit');
    const [session] = merged.sessions;
    expect(known(merged.samples.channels.heart_rate).length).toBeGreaterThan(4000);
    // Rests are shorter, and the device averages what it heard then, not what the strap handed over later.
    const swum = merged.laps.filter(({ distanceM, timerS }) => (distanceM ?? 0) > 0 && (timerS ?? 0) >= 30);
    expect(swum.length).toBeGreaterThan(25);
    for (const { rows, avgHeartRateBpm } of swum) {
      if (avgHeartRateBpm === null) continue;
      const ours = mean(merged.samples.channels.heart_rate?.subarray(rows.from, rows.to)) ?? Number.NaN;
      expect(Math.abs(ours - avgHeartRateBpm)).toBeLessThanOrEqual(3);
    }
    expect(largest(merged.samples.channels.heart_rate)).toBe(session?.maxHeartRateBpm);
    expect(
      readActivity(sample('dev', 'event_timestamp.fit'), { mergeHeartRate: false }).samples.channels.heart_rate,
    ).toBeUndefined();
  });

  it('device values are the ones that the index lists', () => {
    for (const [path, want] of recordings) {
      if (!path.endsWith('.fit') || want.device_session === undefined) continue;
      const { sessions } = read(path.slice('dev/'.length));
      const device = want.device_session as readonly Record<string, number>[];
      expect(sessions).toHaveLength(device.length);
      for (const [i, values] of device.entries())
        for (const [key, name] of [
          ['np', 'normalizedPowerW'],
          ['tss', 'trainingStressScore'],
          ['intensity_factor', 'intensityFactor'],
          ['threshold_power', 'thresholdPowerW'],
          ['total_work_j', 'workJ'],
          ['timer_s', 'timerS'],
          ['distance_m', 'distanceM'],
          ['avg_power', 'avgPowerW'],
          ['ascent_m', 'ascentM'],
        ] as const)
          if (values[key] !== undefined) expect(sessions[i]?.[name], `${path} ${key}`).toBeCloseTo(values[key], 1.9);
    }
  });
});

describe.skipIf(!here)('the same activity in several formats', () => {
  const pairs = [
    ['activity_234979239.fit', 'activity_234979239.tcx'],
    ['2020-06-01-16-52-40.fit', 'activity_5039744860.tcx'],
    ['2020-06-01-16-52-40.fit', 'activity_5039744860.gpx'],
    ['4078723797.fit', '4078723797_strava.gpx'],
    ['testdata.tcx', 'testdata.gpx'],
  ] as const;
  /** Largest difference that the formats' own rounding explains. Distance of a TCX is Connect's own sum. */
  const tolerance = {
    power: 0,
    heart_rate: 0,
    cadence: 0,
    altitude: 0.51,
    latitude: 1e-5,
    longitude: 1e-5,
    speed: 0.002,
    distance: 0.02,
  };

  /** This watch has no barometer: Garmin Connect replaced its altitude with that of a map. */
  const withCorrectedAltitude = 'activity_234979239.fit';

  for (const [first, second] of pairs)
    it(`${first} and ${second}`, () => {
      const a = readActivity(sample('dev', first));
      const b = readActivity(sample('dev', second));
      const rowOfB = new Map(
        [...b.samples.time].map((time, row) => [Math.round((b.samples.startMs ?? 0) / 1000 + time), row]),
      );
      const shared: string[] = [];
      for (const [name, limit] of Object.entries(tolerance) as [keyof typeof tolerance, number][]) {
        if (name === 'altitude' && first === withCorrectedAltitude) continue;
        const columnA = a.samples.channels[name];
        const columnB = b.samples.channels[name];
        if (columnA === undefined || columnB === undefined) continue;
        let compared = 0;
        for (const [row, time] of a.samples.time.entries()) {
          const other = rowOfB.get(Math.round((a.samples.startMs ?? 0) / 1000 + time));
          const valueA = columnA[row] ?? Number.NaN;
          const valueB = other === undefined ? Number.NaN : (columnB[other] ?? Number.NaN);
          if (Number.isNaN(valueA) || Number.isNaN(valueB)) continue;
          compared++;
          expect(Math.abs(valueA - valueB), `${name} at ${time} s`).toBeLessThanOrEqual(limit);
        }
        expect(compared, name).toBeGreaterThan(0.9 * Math.min(known(columnA).length, known(columnB).length));
        shared.push(name);
      }
      expect(shared).toEqual(expect.arrayContaining(['heart_rate', 'latitude', 'longitude']));
    });
});
