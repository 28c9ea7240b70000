import { decoupling, steadyTrimp } from '@core/metrics/heart-rate';
import { influenceDays } from '@core/metrics/impulse-response';
import { bikeScore, relativeIntensity } from '@core/metrics/power';
import { fitTwoParameter, type ThreeParameter, timeToExhaustion } from '@core/metrics/power-duration';
import { GIVEN } from './compare.ts';
import type { Golden } from './constants.ts';
import { response } from './load.ts';

/** Numbers of the workbook with all their digits: the file prints some of them rounded and others computed from these. */
const RIDE = {
  cp: 315,
  seconds: 3627.8826,
  rest: 45,
  max: 190,
  xPower: 277.9912355612963,
  heartRate: 137.7619718309859,
};
const FITTED = { k1: 0.1825819069014407, k2: 0.23016327121095306, tau1: 35.821034441472136, tau2: 21.33971458297882 };

/**
 * The Clarke–Skiba workbook. Its raw columns are not in the file, so what needs them (averages, xPower, the fit itself)
 * is taken as given, and everything that follows from the printed numbers is computed.
 */
export function clarkeSkiba(expected: Golden): Golden {
  const { published } = expected.fig7_ride;
  const derived = {
    relative_intensity: relativeIntensity(published.xpower, RIDE.cp).value,
    bikescore: bikeScore({ xPower: published.xpower, seconds: RIDE.seconds, cp: RIDE.cp }).value,
    trimp: steadyTrimp(RIDE.seconds / 60, published.avg_hr, RIDE).value,
  };
  const influence = influenceDays(expected.fig8_banister.params).value;
  return {
    fig7_ride: {
      samples: GIVEN,
      published: { ...allGiven(published), ...derived },
      ours: { ...allGiven(expected.fig7_ride.ours), bikescore: derived.bikescore, trimp: derived.trimp },
    },
    fig8_banister: {
      ...allGiven(expected.fig8_banister),
      published: { ...allGiven(expected.fig8_banister.published), tn: influence?.tn, tg: influence?.tg },
      ours: { ...allGiven(expected.fig8_banister.ours), tn: influence?.tn, tg: influence?.tg },
    },
  };
}

function allGiven(node: Golden): Golden {
  return Object.fromEntries(Object.keys(node).map((key) => [key, GIVEN]));
}

/**
 * Worked examples as printed by their authors. One that names no raw data is given; `reproduced: false` marks answers
 * that their own authors got from more data than they print.
 */
export function workedExamples(expected: Golden): Golden {
  return expected.map((example: Golden) => ({ ...allGiven(example), answer: answerOf(example) }));
}

function answerOf(example: Golden): Golden {
  const { what, answer } = example;
  if (what.startsWith('Aerobic decoupling')) return decouplingExample();
  if (example.reproduced !== true || typeof answer !== 'object') return GIVEN;
  if (what.startsWith('Ride of 3606'))
    return {
      ...allGiven(answer),
      ri: relativeIntensity(RIDE.xPower, RIDE.cp).value,
      bikescore: bikeScore({ xPower: RIDE.xPower, seconds: RIDE.seconds, cp: RIDE.cp }).value,
      trimp: steadyTrimp(RIDE.seconds / 60, RIDE.heartRate, RIDE).value,
    };
  if (what.startsWith('Banister impulse-response fit')) {
    const influence = influenceDays(FITTED).value;
    return { ...allGiven(answer), tn: influence?.tn, tg: influence?.tg };
  }
  if (what.startsWith('Banister forward model')) return forwardModel(answer);
  if (what.startsWith('2-parameter CP by regression')) {
    const efforts = [...what.matchAll(/\((\d+),(\d+)\)/g)].map(([, watts, seconds]) => ({
      watts: Number(watts),
      seconds: Number(seconds),
    }));
    const model = fitTwoParameter(efforts, 'power_inverse_time').value?.model;
    return { cp: model?.cp, w: model?.wPrime };
  }
  if (what.startsWith('Morton 3-parameter')) {
    const model: ThreeParameter = { kind: 'three_parameter', cp: 213, wPrime: 28_066, pmax: 631 };
    return Object.fromEntries(
      Object.keys(answer).map((watts) => [watts, timeToExhaustion(model, Number.parseFloat(watts))]),
    );
  }
  return undefined;
}

/** The days after 119 are not described well enough to repeat them: the printed values mean some training went on. */
function forwardModel(answer: Golden): Golden {
  const { performance } = response({ p0: 500, k1: 1, k2: 2, tau1: 27, tau2: 10 });
  return Object.fromEntries(
    Object.keys(answer).map((key) => {
      const day = Number(/\d+/.exec(key)?.[0]);
      return [key, day <= 119 ? performance(day) : GIVEN];
    }),
  );
}

/** First half 193 W at 136 bpm, second 195 W at 142 bpm: printed as text, `3.23 %`. */
function decouplingExample(): string {
  const half = (first: number, second: number) =>
    Float64Array.from({ length: 3600 }, (_, i) => (i < 1800 ? first : second));
  const found = decoupling(half(193, 195), half(136, 142), { preset: 'goldencheetah' }).value;
  return `${found?.percent.toFixed(2)} %`;
}
