import { describe, expect, it } from 'vitest';
import { reasonOf, steady, unwrap, warningsOf } from '../../test/unwrap.ts';
import {
  collapseToThree,
  individualLevels,
  intensityDistribution,
  polarizationIndex,
  reserveZones,
  sweetSpot,
  threeZones,
  timeInZones,
  ZONE_TABLES,
  zonesOf,
  zoneTimeAgreement,
} from './index.ts';

const hole = Number.NaN;

describe('zone tables', () => {
  it.each(Object.entries(ZONE_TABLES))('%s starts at 0, rises, and names each zone', (_, table) => {
    expect(table.shares[0]).toBe(0);
    expect([...table.shares]).toEqual([...table.shares].sort((a, b) => a - b));
    expect(new Set(table.shares).size).toBe(table.shares.length);
    expect(table.names).toHaveLength(table.shares.length);
  });

  it('are the published shares', () => {
    expect(ZONE_TABLES.coggan_power.shares).toEqual([0, 0.55, 0.75, 0.9, 1.05, 1.2, 1.5]);
    expect(ZONE_TABLES.coggan_heart_rate.shares).toEqual([0, 0.68, 0.83, 0.94, 1.05]);
    expect(ZONE_TABLES.friel_heart_rate_bike.shares.slice(1, 5)).toEqual([0.81, 0.9, 0.94, 1]);
    expect(ZONE_TABLES.friel_heart_rate_run.shares.slice(1, 5)).toEqual([0.85, 0.9, 0.95, 1]);
  });
});

describe('zones of an athlete', () => {
  it('are shares of the anchor', () => {
    expect(unwrap(zonesOf('coggan_power', 200)).bounds).toEqual([0, 110.00000000000001, 150, 180, 210, 240, 300]);
  });

  it('take a table of the caller', () => {
    const own = { anchor: 'ftp', shares: [0, 0.5], names: ['easy', 'hard'] } as const;
    expect(unwrap(zonesOf(own, 300))).toEqual({ bounds: [0, 150], names: ['easy', 'hard'] });
  });

  it('refuse an anchor of 0 and a reserve table without two heart rates', () => {
    expect(reasonOf(zonesOf('coggan_power', 0))).toBe('bad_input');
    expect(reasonOf(zonesOf('reserve', 180))).toBe('bad_input');
  });

  it('of the reserve are rest + share · (max − rest), the first one open downwards', () => {
    expect(unwrap(reserveZones({ rest: 50, max: 190 })).bounds).toEqual([0, 92, 106, 134, 176]);
    for (const range of [
      { rest: 0, max: 190 },
      { rest: 190, max: 190 },
      { rest: 50, max: Number.POSITIVE_INFINITY },
    ])
      expect(reasonOf(reserveZones(range))).toBe('bad_input');
  });

  it('in three come from both thresholds, or say that the first was assumed', () => {
    expect(unwrap(threeZones({ first: 190, second: 250, channel: 'power' })).bounds).toEqual([0, 190, 250]);
    expect(warningsOf(threeZones({ first: 190, second: 250, channel: 'power' }))).toEqual([]);
    const assumed = threeZones({ second: 250, channel: 'power' });
    expect(unwrap(assumed).bounds).toEqual([0, 200, 250]);
    expect(warningsOf(assumed)).toEqual(['assumed_first_threshold']);
    expect(unwrap(threeZones({ second: 170, channel: 'heart_rate' })).bounds[1]).toBeCloseTo(144.5, 9);
    expect(reasonOf(threeZones({ first: 260, second: 250, channel: 'power' }))).toBe('bad_input');
    expect(reasonOf(threeZones({ second: -1, channel: 'power' }))).toBe('bad_input');
  });

  it('above FTP follow the power–duration curve', () => {
    const set = unwrap(individualLevels(250, (seconds) => 250 + 20_000 / seconds));
    expect(set.bounds.slice(5)).toEqual([480, 180, 60, 30, 10].map((seconds) => 250 + 20_000 / seconds));
    expect(set.names).toHaveLength(set.bounds.length);
    expect(reasonOf(individualLevels(250, () => 240))).toBe('no_fit');
    expect(reasonOf(individualLevels(0, () => 240))).toBe('bad_input');
  });

  it('sweet spot is 88–94 % of FTP unless the caller says otherwise', () => {
    const [low, high] = unwrap(sweetSpot(300));
    expect([low, high]).toEqual([264, 282]);
    expect(unwrap(sweetSpot(100, 0.84, 0.97))).toEqual([84, 97]);
    expect(reasonOf(sweetSpot(300, 0.9, 0.9))).toBe('bad_input');
    expect(reasonOf(sweetSpot(-1))).toBe('bad_input');
  });
});

describe('time in zones', () => {
  it('puts a value on a bound into the zone above it', () => {
    expect(unwrap(timeInZones([99, 100, 199, 200], [0, 100, 200])).seconds).toEqual([1, 2, 1]);
  });

  it('leaves missing seconds out of every zone and counts zeros', () => {
    const found = timeInZones([0, hole, 150, Number.POSITIVE_INFINITY], [0, 100]);
    expect(found).toMatchObject({ value: { seconds: [1, 1], below: 0 }, coverage: 0.5, warnings: [] });
  });

  it('reports seconds under the first bound apart', () => {
    const found = timeInZones([10, 60, 200], [50, 100]);
    expect(unwrap(found)).toEqual({ seconds: [1, 1], below: 1 });
    expect(warningsOf(found)).toEqual(['below_first_zone']);
  });

  it('can sort by a trailing mean', () => {
    const surges = Array.from({ length: 300 }, (_, i) => (i % 30 < 10 ? 400 : 100));
    expect(unwrap(timeInZones(surges, [0, 150, 250])).seconds).toEqual([200, 0, 100]);
    const smooth = unwrap(timeInZones(surges, [0, 150, 250], { smoothing: 30 }));
    expect(smooth.seconds[1]).toBe(280);
    expect(smooth.seconds.reduce((sum, seconds) => sum + seconds, 0) + smooth.below).toBe(300);
  });

  it('smooths over the measured seconds of the window only', () => {
    const found = unwrap(timeInZones([100, hole, hole, 300, 300], [0, 200, 250], { smoothing: 3 }));
    expect(found.seconds).toEqual([1, 0, 2]);
    expect(unwrap(timeInZones([100, 300, 300, 300], [0, 200, 250], { smoothing: 2 })).seconds).toEqual([1, 1, 2]);
  });

  it('says by what it sorted', () => {
    expect(timeInZones([1], [0])).toMatchObject({ method: 'seconds by value' });
    expect(timeInZones([1], [0], { smoothing: 30 })).toMatchObject({ method: 'seconds by 30 s mean' });
  });

  it.each([[[]], [[100, 100]], [[200, 100]], [[0, hole]]])('refuses bounds %j', (bounds) => {
    expect(reasonOf(timeInZones([1], bounds))).toBe('bad_input');
  });

  it.each([0, 1.5, 3601, hole])('refuses smoothing %s', (smoothing) => {
    expect(reasonOf(timeInZones([1], [0], { smoothing }))).toBe('bad_input');
  });

  it('refuses a series without a value', () => {
    expect(reasonOf(timeInZones([hole], [0]))).toBe('no_data');
    expect(reasonOf(timeInZones([], [0], { smoothing: 30 }))).toBe('no_data');
  });

  it('agrees with itself, half and not at all', () => {
    expect(unwrap(zoneTimeAgreement([10, 20], [100, 200]))).toBeCloseTo(1, 12);
    expect(unwrap(zoneTimeAgreement([10, 0], [5, 5]))).toBeCloseTo(0.5, 12);
    expect(unwrap(zoneTimeAgreement([10, 0], [0, 7]))).toBe(0);
    expect(reasonOf(zoneTimeAgreement([1], [1, 2]))).toBe('bad_input');
    expect(reasonOf(zoneTimeAgreement([1], [-1]))).toBe('bad_input');
    expect(reasonOf(zoneTimeAgreement([0], [1]))).toBe('no_data');
    expect(reasonOf(zoneTimeAgreement([1], [0]))).toBe('no_data');
  });
});

describe('intensity distribution', () => {
  it('folds 7 and 5 zones into three, others by a map', () => {
    expect(unwrap(collapseToThree([1, 2, 4, 8, 16, 32, 64]))).toEqual([3, 12, 112]);
    expect(unwrap(collapseToThree([1, 2, 4, 8, 16]))).toEqual([3, 12, 16]);
    expect(unwrap(collapseToThree([1, 2], [2, 0]))).toEqual([2, 0, 1]);
    expect(reasonOf(collapseToThree([1, 2]))).toBe('bad_input');
    expect(reasonOf(collapseToThree([1, 2], [0]))).toBe('bad_input');
    expect(reasonOf(collapseToThree([1, 2, 4, 8, -1]))).toBe('bad_input');
  });

  it.each([
    [[96, 3, 1], 'base'],
    [[95, 3, 2], 'pyramidal'],
    [[80, 5, 15], 'polarized'],
    [[75, 15, 10], 'pyramidal'],
    [[40, 45, 15], 'threshold'],
    [[20, 40, 40], 'threshold'],
    [[30, 20, 50], 'high_intensity'],
    [[40, 20, 40], 'polarized'],
    [[40, 40, 20], 'pyramidal'],
  ] as const)('%j is %s', (time, shape) => {
    expect(unwrap(intensityDistribution(time)).shape).toBe(shape);
  });

  it('gives shares that add up to 1', () => {
    const { shares } = unwrap(intensityDistribution([800, 50, 150]));
    expect(shares).toEqual([0.8, 0.05, 0.15]);
    expect(reasonOf(intensityDistribution([0, 0, 0]))).toBe('no_data');
    expect(reasonOf(intensityDistribution([1, -1, 0]))).toBe('bad_input');
  });

  it('polarization index is 2.38 for 80/5/15 (Treff 2019), in any unit of time', () => {
    expect(unwrap(polarizationIndex([80, 5, 15]))).toBeCloseTo(2.3802, 4);
    expect(unwrap(polarizationIndex([4800, 300, 900]))).toBeCloseTo(2.3802, 4);
  });

  it('does not divide by the middle zone twice', () => {
    expect(unwrap(polarizationIndex([700, 200, 200]))).toBeCloseTo(Math.log10((7 / 2) * (2 / 11) * 100), 9);
  });

  it('lends an empty middle zone 1 % from the high one', () => {
    expect(unwrap(polarizationIndex([90, 0, 10]))).toBeCloseTo(2.9085, 4);
    expect(unwrap(polarizationIndex([99.5, 0, 0.5]))).toBe(0);
  });

  it('is 0 without high intensity, undefined without low', () => {
    expect(unwrap(polarizationIndex([80, 20, 0]))).toBe(0);
    expect(reasonOf(polarizationIndex([0, 20, 80]))).toBe('undefined_ratio');
    expect(reasonOf(polarizationIndex([0, 0, 0]))).toBe('no_data');
    expect(reasonOf(polarizationIndex([1, hole, 0]))).toBe('bad_input');
  });

  it('warns when there is more high than low intensity', () => {
    expect(warningsOf(polarizationIndex([30, 30, 40]))).toEqual(['more_high_than_low']);
    expect(warningsOf(polarizationIndex([40, 20, 40]))).toEqual([]);
  });
});

describe('zones and covered time', () => {
  it('add up', () => {
    const { seconds, below } = unwrap(timeInZones([...steady(120, 60), hole, ...steady(300, 30)], [100, 200]));
    expect(seconds.reduce((sum, time) => sum + time, below)).toBe(90);
  });
});
