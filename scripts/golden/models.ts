import { steadyTrimp } from '@core/metrics/heart-rate';
import {
  type Effort,
  fitTwoParameter,
  type OmniPd,
  powerAt,
  type ThreeParameter,
  timeToExhaustion,
  type WardSmith,
} from '@core/metrics/power-duration';
import { skibaTau } from '@core/metrics/w-balance';
import { polarizationIndex } from '@core/metrics/zones';
import { GIVEN } from './compare.ts';
import type { Golden } from './constants.ts';

export function polarization(expected: Golden): Golden {
  return expected.map((row: Golden) => ({ z: GIVEN, pi: polarizationIndex(row.z).value }));
}

export function criticalPower(expected: Golden): Golden {
  const answers: Golden = {};
  for (const [name, given] of Object.entries<Golden>(expected)) {
    if (name === 'three_parameter_time_to_exhaustion') answers[name] = exhaustion(given);
    else if (name === 'omni_pd')
      answers[name] = modelled(given, {
        kind: 'omni_pd',
        cp: given.cp,
        wPrime: given.w,
        pmax: given.pmax,
        a: given.A,
        tcpMax: given.tcpmax,
      });
    else if (name === 'ward_smith')
      answers[name] = modelled(given, {
        kind: 'ward_smith',
        cp: given.cp,
        wPrime: given.w,
        pmax: given.pmax,
        cappedCp: true,
      });
    else answers[name] = regressions(given);
  }
  return answers;
}

function regressions(given: Golden): Golden {
  const efforts: Effort[] = given.P.map((watts: number, k: number) => ({ watts, seconds: given.T[k] }));
  const by = (form: 'work_time' | 'power_inverse_time' | 'time_power') => {
    const fit = fitTwoParameter(efforts, form).value;
    return { cp: fit?.model.cp, w: fit?.model.wPrime };
  };
  return {
    P: GIVEN,
    T: GIVEN,
    ...by('work_time'),
    power_vs_inverse_time: by('power_inverse_time'),
    work_vs_time: by('work_time'),
    time_vs_power_nonlinear: by('time_power'),
  };
}

function exhaustion(given: Golden): Golden {
  const model: ThreeParameter = { kind: 'three_parameter', cp: given.cp, wPrime: given.w, pmax: given.pmax };
  return {
    ...inputs,
    t: Object.fromEntries(Object.keys(given.t).map((watts) => [watts, timeToExhaustion(model, Number(watts))])),
  };
}

function modelled(given: Golden, model: OmniPd | WardSmith): Golden {
  return {
    ...inputs,
    p: Object.fromEntries(Object.keys(given.p).map((seconds) => [seconds, powerAt(model, Number(seconds))])),
  };
}

const inputs = { cp: GIVEN, w: GIVEN, pmax: GIVEN, A: GIVEN, tcpmax: GIVEN };

export function skibaTimeConstants(expected: Golden): Golden {
  return Object.fromEntries(Object.keys(expected).map((difference) => [difference, skibaTau(Number(difference))]));
}

export function trimpExamples(): Golden {
  const short = { rest: 40, max: 200 };
  return {
    avg_30min_130_rest40_max200_male: steadyTrimp(30, 130, short).value,
    same_female: steadyTrimp(30, 130, { ...short, weights: 'female' }).value,
    hour_at_lthr170_rest50_max190_male: steadyTrimp(60, 170, { rest: 50, max: 190 }).value,
  };
}
