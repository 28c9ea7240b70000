import { describe, expect, it } from 'vitest';
import { reasonOf, steady, unwrap, warningsOf } from '../../test/unwrap.ts';
import { type MeanMaximalCurve, meanMaximal } from '../curves/index.ts';
import {
  aerobicThreshold,
  estimateFtp,
  estimateLthr,
  estimateThresholdSpeed,
  ftpFromTest,
  ftpOnDay,
  impliedFtp,
  lthrFromTest,
  maximalEvidence,
  thresholdChange,
  thresholdFromAlpha1,
} from './index.ts';

const curveOf = (power: readonly number[]): MeanMaximalCurve => unwrap(meanMaximal(power));
/** A best-effort curve of an athlete with CP 261 W and W′ 15.5 kJ. */
const best = curveOf(Array.from({ length: 3600 }, () => 0)).durations;
const athlete: MeanMaximalCurve = {
  durations: best,
  values: Float64Array.from(best, (seconds) => 261 * (1 + 59.4 / (seconds + 18.5))),
  starts: new Int32Array(best.length),
};

describe('FTP from a dedicated test', () => {
  it.each([
    ['minutes_20', 0.95],
    ['minutes_8', 0.9],
    ['ramp', 0.75],
    ['minutes_60', 1],
  ] as const)('%s is × %s', (test, factor) => {
    expect(unwrap(ftpFromTest(test, 300))).toBeCloseTo(300 * factor, 9);
    expect(reasonOf(ftpFromTest(test, 0))).toBe('bad_input');
  });
});

describe('FTP implied by an effort', () => {
  it.each([
    [1200, 0.954],
    [480, 0.894],
    [300, 0.843],
    [180, 0.77],
  ])('%s s is × %s, the folk rule', (seconds, factor) => {
    expect(impliedFtp(1, seconds)).toBeCloseTo(factor, 3);
  });
});

describe('eFTP', () => {
  it('refuses an hour of easy riding: nothing shows that it was maximal', () => {
    const easy = estimateFtp(curveOf(steady(150, 3600)));
    expect(easy).toMatchObject({ reason: 'not_maximal', detail: expect.stringContaining('nothing shows') });
  });

  it('refuses it with the evidence against it', () => {
    const easy = estimateFtp(curveOf(steady(150, 3600)), { heartRate: 125, lthr: 170, current: 260 });
    expect(easy).toMatchObject({
      reason: 'not_maximal',
      detail: expect.stringMatching(/only 74 % of LTHR, only 56 % of the threshold in use/),
    });
  });

  it('refuses when as much speaks against a maximal effort as for it', () => {
    expect(reasonOf(estimateFtp(athlete, { heartRate: 120, lthr: 170, declaredMaximal: true }))).toBe('not_maximal');
  });

  it('finds the FTP of a maximal curve, with reasons and the effort', () => {
    const found = estimateFtp(athlete, { heartRate: 168, lthr: 170, current: 255 });
    expect(unwrap(found)).toMatchObject({ ftp: expect.closeTo(261, 6), confidence: 'high' });
    expect(unwrap(found).reasons).toHaveLength(2);
    expect(unwrap(found).implied.map(({ seconds }) => seconds)).toEqual([180, 300, 480, 720, 1200, 1800]);
  });

  it('reads one all-out effort and places it', () => {
    const ride = curveOf([...steady(120, 1200), ...steady(320, 480), ...steady(120, 1200)]);
    const found = unwrap(estimateFtp(ride, { declaredMaximal: true }));
    expect(found.effort).toMatchObject({ seconds: 480, start: 1200 });
    expect(found.ftp).toBeCloseTo(impliedFtp(320, 480), 9);
    expect(found.confidence).toBe('low');
  });

  it('is sure when two durations agree, surer with two reasons', () => {
    expect(unwrap(estimateFtp(athlete, { declaredMaximal: true })).confidence).toBe('medium');
  });

  it('warns about very short efforts and about contrary evidence', () => {
    const ride = curveOf([...steady(120, 1200), ...steady(420, 200), ...steady(120, 1200)]);
    expect(warningsOf(estimateFtp(ride, { declaredMaximal: true }))).toEqual(['short_effort']);
    const doubtful = { declaredMaximal: true, heartRate: 168, lthr: 170, current: 400 };
    expect(warningsOf(estimateFtp(athlete, doubtful))).toContain('contrary_evidence');
  });

  it('counts 98 % of the 90-day best at that duration as maximal', () => {
    expect(unwrap(estimateFtp(athlete, { history: athlete })).reasons[0]).toContain('100 % of the 90-day best');
    const stronger = { ...athlete, values: athlete.values.map((watts) => watts * 1.2) };
    expect(reasonOf(estimateFtp(athlete, { history: stronger }))).toBe('not_maximal');
  });

  it('refuses short curves and impossible shapes', () => {
    expect(reasonOf(estimateFtp(curveOf(steady(300, 100)), { declaredMaximal: true }))).toBe('too_short');
    expect(reasonOf(estimateFtp(curveOf(steady(0, 600)), { declaredMaximal: true }))).toBe('too_short');
    expect(reasonOf(estimateFtp(athlete, { shape: { wOverCp: 0, wOverReserve: 1 } }))).toBe('bad_input');
  });
});

describe('evidence of a maximal effort', () => {
  const effort = { seconds: 1200, output: 280, implied: 265 };

  it('takes maximal heart rate where LTHR is not known', () => {
    expect(maximalEvidence(effort, { heartRate: 170, maxHeartRate: 190 }).reasons).toEqual([
      '89 % of maximal heart rate',
    ]);
    expect(maximalEvidence(effort, { heartRate: 150, maxHeartRate: 190 }).against).toEqual([
      'only 79 % of maximal heart rate',
    ]);
  });

  it('says nothing in between', () => {
    expect(maximalEvidence(effort, { heartRate: 155, lthr: 170, current: 285 })).toEqual({ reasons: [], against: [] });
  });
});

describe('FTP over time', () => {
  it('rises at once, holds 42 days, then falls half a percent a week', () => {
    const estimates = [
      { day: 0, ftp: 250 },
      { day: 10, ftp: 260 },
    ];
    expect(unwrap(ftpOnDay(estimates, 9))).toBe(250);
    expect(unwrap(ftpOnDay(estimates, 10))).toBe(260);
    expect(unwrap(ftpOnDay(estimates, 52))).toBe(260);
    const later = ftpOnDay(estimates, 66);
    expect(unwrap(later)).toBeCloseTo(260 * 0.995 ** 2, 9);
    expect(warningsOf(later)).toEqual(['decayed']);
  });

  it('never falls below 85 %', () => {
    expect(unwrap(ftpOnDay([{ day: 0, ftp: 200 }], 5000))).toBe(170);
  });

  it('refuses days before the first estimate and broken numbers', () => {
    expect(reasonOf(ftpOnDay([{ day: 5, ftp: 200 }], 4))).toBe('no_data');
    expect(reasonOf(ftpOnDay([{ day: 5, ftp: Number.NaN }], 6))).toBe('bad_input');
  });
});

describe('LTHR', () => {
  it('of a 30 min test is the mean of its last 20 min', () => {
    const beats = [...steady(100, 300), ...steady(160, 600), ...steady(172, 1200)];
    expect(unwrap(lthrFromTest(beats, 300))).toEqual({ lthr: 172, start: 900, seconds: 1200 });
    expect(reasonOf(lthrFromTest(beats, 301))).toBe('too_short');
    expect(reasonOf(lthrFromTest(beats, -1))).toBe('bad_input');
    expect(reasonOf(lthrFromTest([...steady(160, 700), ...steady(Number.NaN, 1100)], 0))).toBe('low_coverage');
  });

  it('is found inside half an hour at threshold, and nowhere else', () => {
    const power = [...steady(150, 1200), ...steady(255, 2000), ...steady(150, 1200)];
    const beats = [...steady(130, 1200), ...steady(160, 800), ...steady(170, 1200), ...steady(120, 1200)];
    expect(unwrap(estimateLthr(beats, power, 260))).toMatchObject({ lthr: 170, start: 2000 });
    expect(reasonOf(estimateLthr(beats, power, 300))).toBe('not_maximal');
    expect(reasonOf(estimateLthr(beats, power, 0))).toBe('bad_input');
    expect(reasonOf(estimateLthr([1], power, 260))).toBe('bad_input');
    expect(reasonOf(estimateLthr(steady(0, power.length), power, 260))).toBe('no_data');
    expect(reasonOf(estimateLthr([150], [250], 260))).toBe('not_maximal');
  });
});

describe('aerobic threshold', () => {
  const stretch = { minutes: 70, heartRate: 140, output: 190, decouplingPercent: 3 };

  it('is the hardest hour that stayed coupled', () => {
    const found = aerobicThreshold([
      stretch,
      { ...stretch, heartRate: 148 },
      { ...stretch, heartRate: 155, decouplingPercent: 6 },
    ]);
    expect(unwrap(found).heartRate).toBe(148);
    expect(warningsOf(found)).toEqual(['lower_limit']);
    expect(reasonOf(aerobicThreshold([{ ...stretch, minutes: 59 }]))).toBe('no_data');
  });

  it('is where DFA-α1 crosses 0.75', () => {
    const pairs = [1, 0.9, 0.8, 0.7, 0.6, 0.5].map((alpha1) => ({ alpha1, intensity: 200 - 100 * (alpha1 - 0.5) }));
    expect(unwrap(thresholdFromAlpha1(pairs))).toBeCloseTo(175, 9);
    expect(unwrap(thresholdFromAlpha1(pairs, 0.5))).toBeCloseTo(200, 9);
    expect(reasonOf(thresholdFromAlpha1(pairs.slice(0, 4)))).toBe('too_few');
    expect(reasonOf(thresholdFromAlpha1(pairs, 0.45))).toBe('no_fit');
    expect(reasonOf(thresholdFromAlpha1(pairs.map(({ alpha1 }) => ({ alpha1, intensity: 100 + alpha1 }))))).toBe(
      'no_fit',
    );
  });
});

describe('threshold speed', () => {
  const run = curveOf([...steady(2.5, 600), ...steady(4, 3000), ...steady(2.5, 600)]);

  it('is the best speed over the longest maximal 30–60 min', () => {
    const found = unwrap(estimateThresholdSpeed(run, { declaredMaximal: true, current: 3.9 }));
    expect(found.effort.seconds).toBe(3600);
    expect(found.confidence).toBe('high');
    expect(found.speed).toBeGreaterThan(3.7);
  });

  it('refuses without evidence and under half an hour', () => {
    expect(reasonOf(estimateThresholdSpeed(run))).toBe('not_maximal');
    expect(reasonOf(estimateThresholdSpeed(curveOf(steady(4, 1000)), { declaredMaximal: true }))).toBe('too_short');
  });

  it('warns when it comes from much less than an hour', () => {
    const found = estimateThresholdSpeed(curveOf(steady(4, 1900)), { declaredMaximal: true });
    expect(warningsOf(found)).toEqual(['short_effort']);
    expect(unwrap(found).confidence).toBe('low');
  });
});

describe('change of a threshold', () => {
  it('is noticed beyond 2 %', () => {
    expect(unwrap(thresholdChange(250, 256)).event).toBe('up');
    expect(unwrap(thresholdChange(250, 255)).event).toBe('unchanged');
    expect(unwrap(thresholdChange(250, 240)).event).toBe('down');
    expect(reasonOf(thresholdChange(0, 250))).toBe('bad_input');
  });

  it('comes with every contradiction that is known', () => {
    const signs = { bestHourLoad: 108, bestHourIntensity: 1.06, lowestBalance: -0.2, heartRateDrift: -6 };
    expect(warningsOf(thresholdChange(250, 250, signs))).toEqual([
      'hour_over_100',
      'hour_over_105',
      'balance_below_empty',
      'heart_rate_drift',
    ]);
    expect(
      warningsOf(
        thresholdChange(250, 250, {
          lowestBalance: -0.1,
          heartRateDrift: 5,
          bestHourLoad: 100,
          bestHourIntensity: 1.05,
        }),
      ),
    ).toEqual([]);
  });
});
