import { describe, expect, it } from 'vitest';
import { reasonOf, steady, unwrap, warningsOf } from '../../test/unwrap.ts';
import type { Grid } from '../samples/index.ts';
import {
  altitudeAdjustedPower,
  averagePower,
  bikeScore,
  efficiencyFactor,
  intensityFactor,
  maxPower,
  quadrants,
  relativeIntensity,
  techniqueMean,
  trainingImpact,
  trainingStressScore,
  vam,
  variabilityIndex,
  wattsPerKiloFromVam,
  work,
  workAbove,
  xPower,
} from './index.ts';

const hole = Number.NaN;

describe('average, maximum and work', () => {
  const power = [100, hole, 0, 200];

  it('count zeros and leave missing seconds out', () => {
    expect(averagePower(power)).toMatchObject({ value: 100, coverage: 0.75 });
    expect(maxPower(power)).toMatchObject({ value: 200 });
    expect(work(power)).toMatchObject({ value: 0.3 });
  });

  it('refuse a ride without power', () => {
    for (const metric of [averagePower, maxPower, work]) expect(reasonOf(metric([hole]))).toBe('no_data');
  });

  it('part work above a threshold into the excess and the whole', () => {
    expect(unwrap(workAbove([300, 250, 200, hole, 260], 250))).toEqual({ excess: 0.06, total: 0.56, seconds: 2 });
    expect(reasonOf(workAbove([300], 0))).toBe('bad_input');
    expect(reasonOf(workAbove([], 250))).toBe('no_data');
  });
});

describe('intensity and TSS', () => {
  it('an hour at FTP is IF 1 and 100 TSS', () => {
    expect(unwrap(intensityFactor(250, 250))).toBe(1);
    expect(unwrap(trainingStressScore({ np: 250, seconds: 3600, ftp: 250 }))).toBeCloseTo(100, 9);
  });

  it('TSS is seconds · NP · IF / (FTP · 36)', () => {
    expect(unwrap(trainingStressScore({ np: 200, seconds: 5400, ftp: 250 }))).toBeCloseTo(
      (5400 * 200 * 0.8) / (250 * 36),
      9,
    );
  });

  it('warns that FTP is too low for an hour above 105 %, but not for a short effort', () => {
    expect(warningsOf(trainingStressScore({ np: 270, seconds: 3600, ftp: 250 }))).toEqual(['ftp_too_low']);
    expect(warningsOf(trainingStressScore({ np: 270, seconds: 3599, ftp: 250 }))).toEqual([]);
    expect(warningsOf(trainingStressScore({ np: 262, seconds: 3600, ftp: 250 }))).toEqual([]);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses FTP %s', (ftp) => {
    expect(reasonOf(intensityFactor(200, ftp))).toBe('bad_input');
    expect(reasonOf(trainingStressScore({ np: 200, seconds: 60, ftp }))).toBe('bad_input');
  });

  it('refuses negative NP and time', () => {
    expect(reasonOf(intensityFactor(-1, 250))).toBe('bad_input');
    expect(reasonOf(trainingStressScore({ np: 200, seconds: -1, ftp: 250 }))).toBe('bad_input');
  });

  it('variability is undefined without average power, efficiency without heart rate', () => {
    expect(unwrap(variabilityIndex(220, 200))).toBeCloseTo(1.1, 12);
    expect(reasonOf(variabilityIndex(0, 0))).toBe('undefined_ratio');
    expect(unwrap(efficiencyFactor(210, 140))).toBe(1.5);
    expect(reasonOf(efficiencyFactor(210, 0))).toBe('undefined_ratio');
    expect(reasonOf(variabilityIndex(-1, 200))).toBe('bad_input');
    expect(reasonOf(efficiencyFactor(210, -1))).toBe('bad_input');
  });
});

describe('xPower and BikeScore', () => {
  it('starts from 0 with weight 1/26 by default', () => {
    let average = 0;
    let fourth = 0;
    for (let i = 0; i < 100; i++) {
      average += (300 - average) / 26;
      fourth += average ** 4;
    }
    expect(unwrap(xPower(steady(300, 100)))).toBeCloseTo((fourth / 100) ** 0.25, 9);
  });

  it('decays through missing seconds without counting them', () => {
    const stopped = [...steady(300, 100), ...steady(hole, 60), ...steady(300, 100)];
    expect(unwrap(xPower(stopped))).toBeLessThan(unwrap(xPower(steady(300, 200))));
    expect(xPower(stopped)).toMatchObject({ coverage: 200 / 260 });
  });

  it('an hour-long stop leaves nothing of the average', () => {
    const long = [...steady(300, 100), ...steady(hole, 3600), ...steady(300, 100)];
    const apart = unwrap(xPower(steady(300, 100)));
    expect(unwrap(xPower(long))).toBeCloseTo(apart, 9);
  });

  it('of constant power is that power in the textbook form', () => {
    expect(unwrap(xPower(steady(250, 60), { variant: 'textbook' }))).toBeCloseTo(250, 9);
  });

  it('counts the first 24 s as 0 in the sheet form', () => {
    const expected = ((250 ** 4 * (3600 - 24)) / 3600) ** 0.25;
    expect(unwrap(xPower(steady(250, 3600), { variant: 'sheet' }))).toBeCloseTo(expected, 9);
  });

  it('reproduces the published ride: RI .882512, BikeScore 78.485933 (Clarke & Skiba 2013)', () => {
    const published = 277.9912355612963;
    expect(unwrap(relativeIntensity(published, 315))).toBeCloseTo(0.8825118589, 9);
    expect(unwrap(bikeScore({ xPower: published, seconds: 3627.8826, cp: 315 }))).toBeCloseTo(78.48593274, 7);
  });

  it('refuses what it cannot use', () => {
    expect(reasonOf(xPower([]))).toBe('no_data');
    expect(reasonOf(relativeIntensity(200, 0))).toBe('bad_input');
    expect(reasonOf(relativeIntensity(-1, 300))).toBe('bad_input');
    expect(reasonOf(bikeScore({ xPower: 200, seconds: -1, cp: 300 }))).toBe('bad_input');
    expect(reasonOf(bikeScore({ xPower: 200, seconds: 1, cp: 0 }))).toBe('bad_input');
  });
});

describe('other power metrics', () => {
  it('aTISS at CP is a·e^(b·e^c) a second, and grows faster than power', () => {
    const second = 0.663788683661645 * Math.exp(-7.5095428451195 * Math.exp(-0.86118031563782));
    expect(unwrap(trainingImpact(steady(300, 60), 300)).aerobic).toBeCloseTo(60 * second, 9);
    const [easy, hard] = [unwrap(trainingImpact([200], 300)), unwrap(trainingImpact([400], 300))];
    expect(hard.anaerobic / easy.anaerobic).toBeGreaterThan(10);
    expect(reasonOf(trainingImpact([], 300))).toBe('no_data');
    expect(reasonOf(trainingImpact([200], -1))).toBe('bad_input');
  });

  it('sorts pedalling into quadrants and leaves coasting out', () => {
    const settings = { ftp: 250, cadence: 90, crank: 0.1725 };
    const found = unwrap(quadrants([400, 400, 100, 100, 0, hole], [95, 50, 50, 110, 0, 90], settings));
    expect(found).toMatchObject({ one: 1, two: 1, three: 1, four: 1 });
    expect(found.velocity).toBeCloseTo((90 * 0.1725 * 2 * Math.PI) / 60, 12);
    expect(found.force).toBeCloseTo(250 / found.velocity, 12);
    expect(unwrap(quadrants([250], [90], settings))).toMatchObject({ one: 1 });
    expect(reasonOf(quadrants([250], [0], settings))).toBe('no_data');
    expect(reasonOf(quadrants([250], [90, 90], settings))).toBe('bad_input');
    expect(reasonOf(quadrants([250], [90], { ...settings, crank: 0 }))).toBe('bad_input');
  });

  it('averages technique channels over pedalling only', () => {
    const channels = {
      power: Float64Array.of(200, 0, 200, 200),
      left_right_balance: Float64Array.of(52, 90, 48, hole),
    };
    const grid: Grid = { startMs: null, seconds: 4, channels, state: new Uint8Array(4) };
    expect(techniqueMean(grid, 'left_right_balance')).toMatchObject({ value: 50, coverage: 2 / 3 });
    expect(reasonOf(techniqueMean(grid, 'stance_time'))).toBe('no_data');
  });

  it('turns climbing speed into VAM and an estimate of W/kg', () => {
    expect(unwrap(vam(500, 1800))).toBe(1000);
    expect(unwrap(wattsPerKiloFromVam(1600, 8))).toBeCloseTo(1600 / 280, 12);
    expect(warningsOf(wattsPerKiloFromVam(1600, 5))).toEqual(['gentle_climb']);
    expect(warningsOf(wattsPerKiloFromVam(1600, 7))).toEqual([]);
    expect(reasonOf(vam(500, 0))).toBe('bad_input');
    expect(reasonOf(vam(-1, 60))).toBe('bad_input');
    expect(reasonOf(wattsPerKiloFromVam(1600, 0))).toBe('bad_input');
    expect(reasonOf(wattsPerKiloFromVam(-1, 7))).toBe('bad_input');
  });

  it('raises power for altitude, more without acclimatisation, and not below sea level', () => {
    const used = unwrap(altitudeAdjustedPower(250, 2000, true));
    expect(used).toBeCloseTo(250 / (0.99921 - 0.018991 * 2 - 0.011219 * 4), 6);
    expect(unwrap(altitudeAdjustedPower(250, 2000, false))).toBeGreaterThan(used);
    expect(unwrap(altitudeAdjustedPower(250, -100, false))).toBe(250);
    expect(reasonOf(altitudeAdjustedPower(250, 9000, true))).toBe('bad_input');
    expect(reasonOf(altitudeAdjustedPower(-1, 0, true))).toBe('bad_input');
  });
});
