import { minettiCost, riegelTime, vdot, vdotTime } from '@core/metrics/running';
import { criticalSwimSpeed } from '@core/metrics/swimming';
import { GIVEN } from './compare.ts';
import type { Golden } from './constants.ts';

const DISTANCES: Readonly<Record<string, number>> = { half: 21_097.5, marathon: 42_195 };

export function minetti(expected: Golden): Golden {
  const cost = (gait: 'run' | 'walk') => (grade: string) => minettiCost(Number(grade), gait).value;
  const level = minettiCost(0).value ?? Number.NaN;
  return {
    run_J_per_kg_m: answers(expected.run_J_per_kg_m, cost('run')),
    walk_J_per_kg_m: answers(expected.walk_J_per_kg_m, cost('walk')),
    run_factor_vs_level: answers(expected.run_factor_vs_level, (grade) => (cost('run')(grade) ?? Number.NaN) / level),
  };
}

export function daniels(expected: Golden): Golden {
  return {
    from_race: answers(expected.from_race, (race) => vdot(raceOf(race)).value),
    equivalent_of_vdot_50_s: answers(expected.equivalent_of_vdot_50_s, (name) => vdotTime(50, metresOf(name)).value),
  };
}

/** `5k 20:00 -> 10k` */
export function riegel(expected: Golden): Golden {
  return answers(expected, (key) => {
    const [from = '', to = ''] = key.split(' -> ');
    return riegelTime(raceOf(from), metresOf(to)).value;
  });
}

export function css(expected: Golden): Golden {
  const speed = criticalSwimSpeed(
    { distance: 400, seconds: expected.t400 },
    { distance: 200, seconds: expected.t200 },
  ).value;
  return { t400: GIVEN, t200: GIVEN, css_m_s: speed, pace_per_100m_s: speed === null ? null : 100 / speed };
}

function answers(expected: Golden, of: (key: string) => number | null): Golden {
  return Object.fromEntries(Object.keys(expected).map((key) => [key, of(key)]));
}

/** `10 km 41:21`, `1500 m 4:00`, `half 1:31:35`, `5k 20:00` */
function raceOf(text: string) {
  const at = text.lastIndexOf(' ');
  const seconds = text
    .slice(at + 1)
    .split(':')
    .reduce((sum, part) => 60 * sum + Number(part), 0);
  return { distance: metresOf(text.slice(0, at)), seconds };
}

function metresOf(text: string): number {
  return DISTANCES[text] ?? Number.parseFloat(text) * (/k/.test(text) ? 1000 : 1);
}
