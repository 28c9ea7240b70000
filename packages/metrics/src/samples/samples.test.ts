import { describe, expect, it } from 'vitest';
import { reasonOf, steady, unwrap } from '../../test/unwrap.ts';
import {
  cleanSamples,
  columnLimits,
  DROPOUT,
  dataQuality,
  type Grid,
  PAUSED,
  pausesAsZero,
  RECORDED,
  removePowerSpikes,
  resample,
  type Samples,
  totals,
} from './index.ts';

const hole = Number.NaN;
const start = Date.UTC(2026, 4, 1, 8);
const atSeconds = (seconds: readonly number[]) => seconds.map((second) => start + second * 1000);

function samplesAt(time: readonly number[], power: readonly number[], more: Partial<Samples> = {}): Samples {
  return {
    startMs: start,
    time: Float64Array.from(time),
    channels: { power: Float64Array.from(power) },
    pauses: [],
    ...more,
  };
}

describe('cleaning', () => {
  it('keeps good records as they are', () => {
    const { samples, report } = cleanSamples({ timeMs: atSeconds([0, 1, 3]), channels: { power: [200, 0, 210] } });
    expect(samples).toMatchObject({ startMs: start, time: Float64Array.of(0, 1, 3), pauses: [] });
    expect(samples.channels.power).toEqual(Float64Array.of(200, 0, 210));
    expect(report).toEqual({ records: 3, kept: 3, withoutTime: 0, backwards: 0, jumps: 0, merged: 0, impossible: {} });
  });

  it('drops records without time, going back and jumping ahead more than a day, and counts each', () => {
    const timeMs = atSeconds([0, hole, 5, 3, 2e9, 86_405, 6]);
    const { samples, report } = cleanSamples({ timeMs, channels: { power: [1, 2, 3, 4, 5, 6, 7] } });
    expect([...samples.time]).toEqual([0, 5, 86_405]);
    expect([...(samples.channels.power ?? [])]).toEqual([1, 3, 6]);
    expect(report).toMatchObject({ records: 7, kept: 3, withoutTime: 1, backwards: 2, jumps: 1 });
  });

  it('merges records of one instant: the later valid value wins', () => {
    const channels = { power: [200, hole, 210], heart_rate: [140, 141, hole] };
    const { samples, report } = cleanSamples({ timeMs: atSeconds([0, 0, 0]), channels });
    expect(samples.channels).toEqual({ power: Float64Array.of(210), heart_rate: Float64Array.of(141) });
    expect(report).toMatchObject({ kept: 1, merged: 2 });
  });

  it('turns impossible values into no data and counts them by channel', () => {
    const channels = {
      power: [-5, Number.POSITIVE_INFINITY, 0],
      heart_rate: [0, 19, 251],
      cadence: [250, 251, 90],
      speed: [-1, 0, 40],
    };
    const { samples, report } = cleanSamples({ timeMs: atSeconds([0, 1, 2]), channels });
    expect(samples.channels.power).toEqual(Float64Array.of(hole, hole, 0));
    expect(samples.channels.heart_rate).toEqual(Float64Array.of(hole, hole, hole));
    expect(samples.channels.cadence).toEqual(Float64Array.of(250, hole, 90));
    expect(report.impossible).toEqual({ power: 2, heart_rate: 3, cadence: 1, speed: 1 });
  });

  it('accepts any finite altitude', () => {
    const [low, high] = columnLimits('altitude');
    expect([Number.isFinite(low), Number.isFinite(high)]).toEqual([true, true]);
    const { report } = cleanSamples({
      timeMs: atSeconds([0, 1]),
      channels: { altitude: [-430, Number.NEGATIVE_INFINITY] },
    });
    expect(report.impossible).toEqual({ altitude: 1 });
  });

  it('reads a short column as missing at its end', () => {
    const { samples } = cleanSamples({ timeMs: atSeconds([0, 1]), channels: { power: [200] } });
    expect(samples.channels.power).toEqual(Float64Array.of(200, hole));
  });

  it('sorts pauses, joins those that touch and drops empty ones', () => {
    const pausesMs = [
      [90, 100],
      [10, 20],
      [15, 30],
      [50, 50],
      [40, hole],
    ].map(([from = 0, to = 0]) => ({ from: start + from * 1000, to: start + to * 1000 }));
    const { samples } = cleanSamples({ timeMs: atSeconds([0, 1]), channels: {}, pausesMs });
    expect(samples.pauses).toEqual([
      { from: 10, to: 30 },
      { from: 90, to: 100 },
    ]);
  });

  it('has no absolute start for a relative clock or without records', () => {
    expect(cleanSamples({ timeMs: [0, 1000], channels: {}, clock: 'relative' }).samples.startMs).toBeNull();
    expect(cleanSamples({ timeMs: [hole], channels: { power: [1] } }).samples).toMatchObject({
      startMs: null,
      time: new Float64Array(0),
    });
  });
});

describe('resampling to 1 Hz', () => {
  it('uses the columns of even samples without a copy', () => {
    const samples = samplesAt([0, 1, 2], [200, 210, 220]);
    const grid = unwrap(resample(samples));
    expect(grid.channels.power).toBe(samples.channels.power);
    expect(grid).toMatchObject({ startMs: start, seconds: 3, state: Uint8Array.of(RECORDED, RECORDED, RECORDED) });
  });

  it('never writes into the samples it was given', () => {
    const samples = samplesAt([0, 1, 2], [200, hole, 220]);
    expect([...(unwrap(resample(samples)).channels.power ?? [])]).toEqual([200, 210, 220]);
    expect(samples.channels.power?.[1]).toBeNaN();
  });

  it('joins values at most 10 s apart by a line and leaves longer holes whole', () => {
    const grid = unwrap(resample(samplesAt([0, 10, 21], [100, 200, 300])));
    const power = grid.channels.power as Float64Array;
    expect([...power.slice(0, 11)]).toEqual([100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200]);
    expect([...power.slice(11, 21)].every(Number.isNaN)).toBe(true);
    expect(power[21]).toBe(300);
  });

  it('does not fill in front of the first or after the last value', () => {
    const grid = unwrap(resample(samplesAt([0, 1, 2, 3], [hole, 200, 200, hole])));
    expect(grid.channels.power).toEqual(Float64Array.of(hole, 200, 200, hole));
  });

  it('takes a hole for a pause where the timer was stopped, a dropout elsewhere', () => {
    const samples = samplesAt([0, 1, 5, 100, 101], [1, 1, 1, 1, 1], { pauses: [{ from: 5, to: 60 }] });
    const { state } = unwrap(resample(samples));
    expect([...state.slice(0, 6)]).toEqual([RECORDED, RECORDED, DROPOUT, DROPOUT, DROPOUT, RECORDED]);
    expect(state[6]).toBe(PAUSED);
    expect(state[59]).toBe(PAUSED);
    expect(state[60]).toBe(DROPOUT);
    expect(state[99]).toBe(DROPOUT);
  });

  it('without timer events takes holes of 30 s and more for pauses', () => {
    const { state } = unwrap(resample(samplesAt([0, 30, 61], [1, 1, 1])));
    expect([...state.slice(1, 30)].every((cell) => cell === DROPOUT)).toBe(true);
    expect([...state.slice(31, 61)].every((cell) => cell === PAUSED)).toBe(true);
  });

  it('averages several records of a second, but takes the last distance and position', () => {
    const samples = samplesAt([0, 0.25, 0.5, 1], [100, 200, hole, 300], {
      channels: { power: Float64Array.of(100, 200, hole, 300), distance: Float64Array.of(0, 2, 4, 8) },
    });
    const grid = unwrap(resample(samples));
    expect([...(grid.channels.power ?? [])]).toEqual([150, 300]);
    expect([...(grid.channels.distance ?? [])]).toEqual([4, 8]);
    expect([...(unwrap(resample(samples, { sameSecond: 'last' })).channels.power ?? [])]).toEqual([200, 300]);
  });

  it('cuts seconds where the clock does', () => {
    const samples = samplesAt([0, 0.6], [100, 300], { startMs: start + 500 });
    const grid = unwrap(resample(samples));
    expect(grid).toMatchObject({ startMs: start, seconds: 2 });
    expect([...(grid.channels.power ?? [])]).toEqual([100, 300]);
    expect(unwrap(resample({ ...samples, startMs: null })).seconds).toBe(1);
  });

  it('leaves a step across the antimeridian alone', () => {
    const samples = samplesAt([0, 4], [1, 1], {
      channels: { longitude: Float64Array.of(179.9, -179.9), latitude: Float64Array.of(0, 4) },
    });
    const grid = unwrap(resample(samples));
    expect(grid.channels.longitude?.[2]).toBeNaN();
    expect(grid.channels.latitude?.[2]).toBe(2);
  });

  it('says which share of the cells was recorded', () => {
    expect(resample(samplesAt([0, 1, 4], [1, 1, 1]))).toMatchObject({ coverage: 3 / 5 });
  });

  it('refuses rather than allocate for a wild clock', () => {
    expect(resample(samplesAt([0, 2e9], [1, 1]))).toMatchObject({
      reason: 'bad_input',
      detail: expect.stringContaining('2000000001 s'),
    });
    expect(reasonOf(resample(samplesAt([0, 172_800], [1, 1])))).toBe('a value');
  });

  it('refuses time that does not increase, is not finite, or columns of another length', () => {
    expect(reasonOf(resample(samplesAt([], [])))).toBe('no_data');
    expect(reasonOf(resample(samplesAt([0, 2, 1, 3], [1, 1, 1, 1])))).toBe('bad_input');
    expect(reasonOf(resample(samplesAt([0, 0], [1, 1])))).toBe('bad_input');
    expect(reasonOf(resample(samplesAt([0, hole, 2], [1, 1, 1])))).toBe('bad_input');
    expect(reasonOf(resample(samplesAt([0, Number.POSITIVE_INFINITY], [1, 1])))).toBe('bad_input');
    expect(reasonOf(resample(samplesAt([0, 1], [1])))).toBe('bad_input');
  });

  it('gives pauses as 0 and dropouts as missing for energy and curves', () => {
    const samples = samplesAt([0, 20, 100], [200, 200, 200], { pauses: [{ from: 20, to: 100 }] });
    const power = pausesAsZero(unwrap(resample(samples)), 'power') as Float64Array;
    expect(power[10]).toBeNaN();
    expect(power[21]).toBe(0);
    expect(power[100]).toBe(200);
    expect(pausesAsZero(unwrap(resample(samples)), 'cadence')).toBeNull();
  });
});

describe('power spikes', () => {
  it('go when they are short, stay when they are sustained, and go in any case above what a person can do', () => {
    const power = Float64Array.from([200, 2600, 2600, 200, 2600, 2600, 2600, 200, 4000, 4000, 4000, 200]);
    const found = removePowerSpikes(power);
    expect([...found.power]).toEqual([200, hole, hole, 200, 2600, 2600, 2600, 200, hole, hole, hole, 200]);
    expect(found.removed).toBe(5);
    expect(power[1]).toBe(2600);
  });

  it('are judged against the own maximum when it is known', () => {
    expect(removePowerSpikes(Float64Array.of(200, 1700, 200), { pmax: 400 }).removed).toBe(1);
    expect(removePowerSpikes(Float64Array.of(200, 1600, 200), { pmax: 400 }).removed).toBe(0);
  });

  it('cost no copy when there are none, and are found at the very end', () => {
    const clean = Float64Array.of(200, 2500, hole);
    expect(removePowerSpikes(clean).power).toBe(clean);
    expect(removePowerSpikes(Float64Array.of(200, 9000)).removed).toBe(1);
  });
});

describe('data quality', () => {
  function gridOf(channels: Grid['channels'], state?: Uint8Array): Grid {
    const seconds = Object.values(channels)[0]?.length ?? 0;
    return { startMs: null, seconds, channels, state: state ?? new Uint8Array(seconds) };
  }
  const codes = (grid: Grid) => dataQuality(grid).flags.map(({ code }) => code);
  const wobble = (length: number, around: number) => Float64Array.from({ length }, (_, i) => around + (i % 7));

  it('finds nothing wrong with a good ride', () => {
    const quality = dataQuality(gridOf({ power: wobble(600, 200), heart_rate: wobble(600, 140) }));
    expect(quality.flags).toEqual([]);
    expect(quality.channels.power).toEqual({ coverage: 1, holes: 0, longestHole: 0, longestStuck: 1 });
  });

  it('counts holes and coverage over running seconds only', () => {
    const power = Float64Array.from([1, 2, hole, hole, hole, 3, hole, 4, hole, hole]);
    const state = Uint8Array.from([0, 0, 1, 1, 1, 0, 0, 0, 2, 2]);
    const quality = dataQuality(gridOf({ power }, state));
    expect(quality).toMatchObject({ seconds: 10, pausedSeconds: 2, dropoutSeconds: 3 });
    expect(quality.channels.power).toMatchObject({ coverage: 0.5, holes: 2, longestHole: 3 });
    expect(quality.flags.map(({ code }) => code)).toEqual(['sparse_power', 'dropouts']);
  });

  it('flags a frozen sensor but not a long stop', () => {
    expect(codes(gridOf({ power: Float64Array.from([...wobble(100, 200), ...steady(213, 61)]) }))).toEqual([
      'frozen_power',
    ]);
    expect(codes(gridOf({ power: Float64Array.from([...wobble(100, 200), ...steady(0, 600)]) }))).toEqual([]);
  });

  it('flags spikes and a meter that only says 0', () => {
    expect(codes(gridOf({ power: Float64Array.from([...wobble(100, 200), 30_000]) }))).toEqual(['power_spikes']);
    expect(codes(gridOf({ power: new Float64Array(100) }))).toEqual(['power_always_zero']);
  });

  it('flags heart rate that follows cadence', () => {
    const cadence = wobble(600, 170);
    expect(codes(gridOf({ heart_rate: cadence.map((steps) => steps + 1), cadence }))).toEqual([
      'heart_rate_follows_cadence',
    ]);
    expect(codes(gridOf({ heart_rate: wobble(600, 150), cadence }))).toEqual([]);
  });

  it('has nothing to say about an empty grid', () => {
    expect(dataQuality(gridOf({})).flags).toEqual([]);
  });
});

describe('totals', () => {
  it('leave out everything that is not finite', () => {
    expect(totals([1, hole, 3, Number.POSITIVE_INFINITY, -2])).toEqual({ count: 3, sum: 2, min: -2, max: 3 });
    expect(totals([])).toEqual({ count: 0, sum: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY });
  });
});
