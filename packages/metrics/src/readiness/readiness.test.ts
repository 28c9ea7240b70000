import { describe, expect, it } from 'vitest';
import { type ReadinessEvidence, readiness } from './index.ts';

const codes = (evidence: ReadinessEvidence) => readiness(evidence).value!.flags.map(({ code }) => code);

describe('readiness', () => {
  it.each<[ReadinessEvidence, ReadinessEvidence, string]>([
    [{ form: -30 }, { form: -30.1 }, 'form'],
    [{ rampRate: 8 }, { rampRate: 8.1 }, 'rampRate'],
    [{ monotony: 2 }, { monotony: 2.1 }, 'monotony'],
    [{ workloadRatio: 1.5 }, { workloadRatio: 1.6 }, 'workloadRatio'],
    [{ hrv: { rolling: 4, low: 4 } }, { hrv: { rolling: 3.9, low: 4 } }, 'hrv'],
    [
      { restingHeartRate: { zToday: 3, zYesterday: 1 } },
      { restingHeartRate: { zToday: 3, zYesterday: 1.1 } },
      'restingHeartRate',
    ],
    [{ sleep: { hours: 6 } }, { sleep: { hours: 5.9 } }, 'sleep'],
    [{ sleep: { hours: 7, low: 7 } }, { sleep: { hours: 6.9, low: 7 } }, 'sleep'],
    [{ decoupling: { percent: 5, usual: 3 } }, { decoupling: { percent: 5.1, usual: 3 } }, 'decoupling'],
    [{ decoupling: { percent: 8, usual: 8 } }, { decoupling: { percent: 8.1, usual: 8 } }, 'decoupling'],
    [{ effort: { given: 6, predicted: 5 } }, { effort: { given: 6.1, predicted: 5 } }, 'effort'],
  ])('%j raises no flag, %j raises "%s"', (fine, flagged, code) => {
    expect(codes(fine)).toEqual([]);
    expect(codes(flagged)).toEqual([code]);
  });

  it('shows the number and the limit of every flag and says how much was looked at', () => {
    expect(readiness({ form: -41.4, sleep: { hours: 8 } }).value).toEqual({
      flags: [{ code: 'form', value: -41.4, limit: -30, detail: 'Form is -41, under -30.' }],
      judged: 2,
    });
    expect(readiness({ form: -15 }, { form: -10 }).value!.flags[0]).toMatchObject({ limit: -10 });
  });

  it('judges nothing on nothing, and no broken number', () => {
    expect(readiness({})).toMatchObject({ value: null, reason: 'no_data' });
    expect(readiness({ hrv: { rolling: Number.NaN, low: 4 } })).toMatchObject({
      reason: 'bad_input',
      detail: 'hrv.rolling NaN must be a finite number; leave it out when unknown',
    });
  });
});
