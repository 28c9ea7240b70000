import { describe, expect, it } from 'vitest';
import { random, reasonOf, unwrap, warningsOf } from '../../test/unwrap.ts';
import { meanMaximal } from '../curves/index.ts';
import {
  type Effort,
  EXTENDED_CP_START,
  effortsFromCurve,
  fitExtendedCp,
  fitLogDecline,
  fitOmniPd,
  fitThreeParameter,
  fitTwoParameter,
  fitVeloclinic,
  fitWardSmith,
  type PowerDurationModel,
  powerAt,
  timeToExhaustion,
} from './index.ts';

const efforts = (pairs: readonly (readonly [watts: number, seconds: number])[]): Effort[] =>
  pairs.map(([watts, seconds]) => ({ watts, seconds }));
const onCurve = (model: PowerDurationModel, durations: readonly number[]): Effort[] =>
  durations.map((seconds) => ({ seconds, watts: powerAt(model, seconds) }));
const vanhatalo = efforts([
  [453, 160],
  [430, 205],
  [405, 260],
  [375, 430],
  [360, 685],
]);

describe('two-parameter critical power', () => {
  it.each([
    ['power_inverse_time', 330.0974, 19_857.1501],
    ['work_time', 330.896, 19_604.1952],
    ['time_power', 332.1663, 18_949.7429],
  ] as const)('gives CP and W′ of the published trials by %s', (form, cp, wPrime) => {
    const { model } = unwrap(fitTwoParameter(vanhatalo, form));
    expect(model.cp).toBeCloseTo(cp, 4);
    expect(model.wPrime).toBeCloseTo(wPrime, 3);
  });

  it('gives intervals that contain the value and match Student’s t', () => {
    const { parameters, standardError, used } = unwrap(fitTwoParameter(vanhatalo));
    const { cp } = parameters;
    expect(cp?.interval?.[0]).toBeLessThan(cp?.value ?? 0);
    expect(((cp?.interval?.[1] ?? 0) - (cp?.value ?? 0)) / (cp?.standardError ?? 1)).toBeCloseTo(3.182, 9);
    expect(standardError).toBeGreaterThan(0);
    expect(used).toHaveLength(5);
  });

  it('is exact on an exact curve', () => {
    const exact = onCurve({ kind: 'two_parameter', cp: 250, wPrime: 20_000 }, [180, 300, 720, 1200]);
    for (const form of ['work_time', 'power_inverse_time', 'time_power'] as const) {
      const fit = unwrap(fitTwoParameter(exact, form));
      expect(fit.model.cp).toBeCloseTo(250, 6);
      expect(fit.model.wPrime).toBeCloseTo(20_000, 3);
      expect(fit.rSquared).toBeCloseTo(1, 9);
    }
  });

  it('from two efforts has no error estimate and says so', () => {
    const fit = fitTwoParameter(
      efforts([
        [350, 180],
        [280, 1200],
      ]),
    );
    expect(unwrap(fit).model).toMatchObject({
      cp: expect.closeTo(267.6471, 4),
      wPrime: expect.closeTo(14_823.5294, 4),
    });
    expect(unwrap(fit).parameters.cp).toMatchObject({ standardError: null, interval: null });
    expect(unwrap(fit).standardError).toBeNull();
    expect(warningsOf(fit)).toEqual(['no_freedom']);
  });

  it('warns about efforts outside 2–20 min, close together, or an unlikely result', () => {
    expect(
      warningsOf(
        fitTwoParameter(
          efforts([
            [800, 30],
            [280, 1200],
            [300, 600],
          ]),
        ),
      ),
    ).toContain('outside_range');
    expect(
      warningsOf(
        fitTwoParameter(
          efforts([
            [330, 200],
            [320, 300],
            [315, 400],
          ]),
        ),
      ),
    ).toContain('narrow_range');
    expect(
      warningsOf(
        fitTwoParameter(
          efforts([
            [1350, 180],
            [1280, 1200],
            [1310, 300],
          ]),
        ),
      ),
    ).toContain('unlikely_value');
    expect(
      warningsOf(
        fitTwoParameter(
          efforts([
            [380, 180],
            [250, 600],
            [290, 1200],
          ]),
        ),
      ),
    ).toContain('wide_interval');
  });

  it('refuses what is no falling curve', () => {
    expect(reasonOf(fitTwoParameter([]))).toBe('too_few');
    expect(
      reasonOf(
        fitTwoParameter(
          efforts([
            [300, 600],
            [310, 600],
          ]),
        ),
      ),
    ).toBe('too_few');
    expect(
      reasonOf(
        fitTwoParameter(
          efforts([
            [200, 180],
            [300, 1200],
          ]),
        ),
      ),
    ).toBe('no_fit');
    expect(
      reasonOf(
        fitTwoParameter(
          efforts([
            [200, 180],
            [-300, 1200],
          ]),
        ),
      ),
    ).toBe('bad_input');
    expect(
      reasonOf(
        fitTwoParameter(
          efforts([
            [200, Number.NaN],
            [300, 1200],
          ]),
        ),
      ),
    ).toBe('bad_input');
  });
});

describe('models', () => {
  it('three-parameter times are those of Morton’s table (CP 213, W′ 28 066, Pmax 631)', () => {
    const model = { kind: 'three_parameter', cp: 213, wPrime: 28_066, pmax: 631 } as const;
    for (const [watts, seconds] of [
      [620, 1.8147],
      [400, 82.942],
      [300, 255.4542],
      [240, 972.3379],
    ] as const) {
      expect(timeToExhaustion(model, watts)).toBeCloseTo(seconds, 3);
      expect(powerAt(model, seconds)).toBeCloseTo(watts, 2);
    }
    expect(timeToExhaustion(model, 213)).toBe(Number.POSITIVE_INFINITY);
    expect(timeToExhaustion(model, 700)).toBe(0);
    expect(timeToExhaustion({ kind: 'two_parameter', cp: 250, wPrime: 20_000 }, 350)).toBe(200);
  });

  it('OmniPD falls below CP after 30 min only', () => {
    const model = { kind: 'omni_pd', cp: 250, wPrime: 20_000, pmax: 1000, a: 40, tcpMax: 1800 } as const;
    expect(powerAt(model, 1)).toBeCloseTo(986.1116, 4);
    expect(powerAt(model, 300)).toBeCloseTo(316.6658, 4);
    expect(powerAt(model, 1800)).toBeCloseTo(261.1111, 4);
    expect(powerAt(model, 7200)).toBeCloseTo(197.326, 4);
  });

  it('Ward-Smith with a capped CP starts lower', () => {
    const model = { kind: 'ward_smith', cp: 250, wPrime: 20_000, pmax: 1000, cappedCp: true } as const;
    expect(powerAt(model, 5)).toBeCloseTo(726.6262, 4);
    expect(powerAt({ ...model, cappedCp: false }, 5)).toBeGreaterThan(800);
  });

  it('fall with duration in every form', () => {
    const models: PowerDurationModel[] = [
      { kind: 'two_parameter', cp: 250, wPrime: 20_000 },
      EXTENDED_CP_START,
      { kind: 'veloclinic', w1: 20_000, tau1: 30, p2: 280, tau2: 15_000, alpha: 0.2 },
      { kind: 'log_decline', intercept: 500, slope: 30 },
    ];
    for (const model of models) expect(powerAt(model, 300)).toBeGreaterThan(powerAt(model, 3600));
  });

  it('give no power for no time', () => {
    expect(() => powerAt({ kind: 'two_parameter', cp: 250, wPrime: 20_000 }, 0)).toThrow(RangeError);
  });
});

describe('full-range fits', () => {
  const durations = [1, 3, 5, 10, 20, 40, 60, 120, 180, 300, 480, 720, 1200, 1800, 3600, 7200];

  it('find the parameters of an exact curve', () => {
    const three = { kind: 'three_parameter', cp: 240, wPrime: 18_000, pmax: 900 } as const;
    expect(unwrap(fitThreeParameter(onCurve(three, durations.slice(0, 13)))).model).toMatchObject({
      cp: expect.closeTo(240, 2),
      wPrime: expect.closeTo(18_000, 0),
      pmax: expect.closeTo(900, 1),
    });
    const omni = { kind: 'omni_pd', cp: 270, wPrime: 16_000, pmax: 1100, a: 35, tcpMax: 1800 } as const;
    expect(unwrap(fitOmniPd(onCurve(omni, durations))).model).toMatchObject({
      cp: expect.closeTo(270, 2),
      wPrime: expect.closeTo(16_000, 0),
      pmax: expect.closeTo(1100, 1),
      a: expect.closeTo(35, 2),
    });
    const ward = { kind: 'ward_smith', cp: 230, wPrime: 21_000, pmax: 1000, cappedCp: false } as const;
    expect(unwrap(fitWardSmith(onCurve(ward, durations.slice(0, 13)))).model.cp).toBeCloseTo(230, 2);
    const velo = { kind: 'veloclinic', w1: 15_000, tau1: 25, p2: 280, tau2: 15_000, alpha: 0.2 } as const;
    expect(unwrap(fitVeloclinic(onCurve(velo, durations))).model.p2).toBeCloseTo(280, 0);
    const log = { kind: 'log_decline', intercept: 520, slope: 32 } as const;
    expect(unwrap(fitLogDecline(onCurve(log, [600, 1800, 3600, 10_800]))).model.slope).toBeCloseTo(32, 3);
  });

  it('fit the upper envelope: efforts that were not maximal do not pull the curve down', () => {
    const next = random(4);
    const omni = { kind: 'omni_pd', cp: 270, wPrime: 16_000, pmax: 1100, a: 35, tcpMax: 1800 } as const;
    const mixed = onCurve(omni, durations).map((effort, k) =>
      k % 3 === 1 ? { ...effort, watts: effort.watts * (0.75 + 0.15 * next()) } : effort,
    );
    const enveloped = unwrap(fitOmniPd(mixed));
    expect(enveloped.model.cp).toBeCloseTo(270, 0);
    expect(enveloped.dropped.length).toBeGreaterThanOrEqual(4);
    expect(unwrap(fitOmniPd(mixed, { envelope: false })).model.cp).toBeLessThan(268);
  });

  it('say when a parameter is not supported by the efforts', () => {
    const short = onCurve({ kind: 'three_parameter', cp: 240, wPrime: 18_000, pmax: 900 }, [120, 300, 600, 1200]);
    expect(warningsOf(fitThreeParameter(short))).toContain('pmax_unsupported');
    expect(warningsOf(fitOmniPd(short))).toContain('no_long_effort');
    const steep = onCurve({ kind: 'two_parameter', cp: 20, wPrime: 60_000 }, [60, 120, 300, 600, 1200]);
    expect(warningsOf(fitThreeParameter(steep, { envelope: false }))).toContain('at_limit');
  });

  it('give an interval for each parameter', () => {
    const next = random(8);
    const noisy = onCurve({ kind: 'three_parameter', cp: 240, wPrime: 18_000, pmax: 900 }, durations.slice(0, 13)).map(
      (effort) => ({
        ...effort,
        watts: effort.watts * (1 + 0.01 * (next() - 0.5)),
      }),
    );
    const { parameters, standardError } = unwrap(fitThreeParameter(noisy));
    const interval = parameters.cp?.interval;
    expect(interval?.[0]).toBeLessThan(240);
    expect(interval?.[1]).toBeGreaterThan(240);
    expect(standardError).toBeLessThan(5);
  });

  it('refuse too few efforts and rising power', () => {
    expect(
      reasonOf(
        fitThreeParameter(
          efforts([
            [400, 60],
            [300, 600],
          ]),
        ),
      ),
    ).toBe('too_few');
    expect(
      reasonOf(
        fitExtendedCp(
          efforts([
            [400, 60],
            [300, 600],
          ]),
        ),
      ),
    ).toBe('too_few');
    expect(
      reasonOf(
        fitLogDecline(
          efforts([
            [300, 600],
            [320, 3600],
          ]),
        ),
      ),
    ).toBe('no_fit');
  });

  it('the extended model follows its own start values', () => {
    const fit = unwrap(fitExtendedCp(onCurve(EXTENDED_CP_START, durations)));
    expect(fit.model.ecp).toBeCloseTo(300, 0);
  });
});

describe('efforts from a curve', () => {
  it('are the points of the range, thinned to 10 % apart', () => {
    const power = Array.from({ length: 3600 }, (_, i) => 400 - i / 20);
    const chosen = effortsFromCurve(unwrap(meanMaximal(power)));
    expect(chosen[0]?.seconds).toBe(120);
    expect(chosen.at(-1)?.seconds).toBeLessThanOrEqual(1200);
    for (let k = 1; k < chosen.length; k++)
      expect((chosen[k] as Effort).seconds).toBeGreaterThanOrEqual(1.1 * (chosen[k - 1] as Effort).seconds);
    expect(effortsFromCurve(unwrap(meanMaximal([0, 0])), 1, 2)).toEqual([]);
  });
});
