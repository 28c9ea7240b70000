import { finite, type Metric, needPositive, none, value, type Warning } from '../result/index.ts';

/** A race or time trial over a known distance. */
export interface Race {
  /** m */
  readonly distance: number;
  /** s */
  readonly seconds: number;
}

/** Distances of common races, m. */
export const RACE_DISTANCES = {
  '1500 m': 1500,
  mile: 1609.344,
  '3 km': 3000,
  '5 km': 5000,
  '10 km': 10_000,
  'half marathon': 21_097.5,
  marathon: 42_195,
} as const;

/**
 * Time for another distance from one race, s: T₂ = T₁·(D₂/D₁)^exponent.
 *
 * 1.06 describes well-trained runners from 3.5 to 230 min; ultra distances are nearer 1.08 to 1.15, an exponent of one's
 * own comes from `riegelExponent`. Warns `outside_range` when either time lies outside 3.5…230 min.
 * @returns `bad_input` unless both distances and the time are above 0 and the exponent is 1 to 1.3.
 * @source Riegel 1981, American Scientist 69:285.
 */
export function riegelTime(race: Race, distance: number, exponent = 1.06): Metric {
  const refusal = needPositive({ raceDistance: race.distance, seconds: race.seconds, distance });
  if (refusal !== null) return refusal;
  if (!(exponent >= 1 && exponent <= 1.3))
    return none('bad_input', `exponent ${exponent} must be 1 to 1.3, for example 1.06`);
  const seconds = race.seconds * (distance / race.distance) ** exponent;
  const outside = [race.seconds, seconds].some((time) => time < 210 || time > 13_800);
  const detail = 'The formula describes efforts of 3.5 to 230 min.';
  return finite(seconds, `Riegel, exponent ${exponent}`, null, outside ? [{ code: 'outside_range', detail }] : []);
}

/**
 * A runner's own exponent: the slope of ln time on ln distance over races of two or more distances.
 * Warns `unusual` outside 1.01…1.15: the races were then not run equally well.
 * @returns `too_few` for fewer than two distances, `bad_input` unless distances and times are above 0.
 * @source least squares on Riegel 1981.
 */
export function riegelExponent(races: readonly Race[]): Metric {
  for (const { distance, seconds } of races) {
    const refusal = needPositive({ distance, seconds });
    if (refusal !== null) return refusal;
  }
  const mean = (of: (race: Race) => number) => races.reduce((sum, race) => sum + Math.log(of(race)), 0) / races.length;
  const [d0, t0] = [mean((race) => race.distance), mean((race) => race.seconds)];
  let [dd, dt] = [0, 0];
  for (const { distance, seconds } of races) {
    dd += (Math.log(distance) - d0) ** 2;
    dt += (Math.log(distance) - d0) * (Math.log(seconds) - t0);
  }
  if (!(dd > 1e-12)) return none('too_few', 'races of at least two distances are needed');
  const exponent = dt / dd;
  const unusual: Warning[] = [{ code: 'unusual', detail: `${exponent.toFixed(3)} lies outside 1.01 to 1.15.` }];
  return finite(exponent, `Riegel, ${races.length} races`, null, exponent < 1.01 || exponent > 1.15 ? unusual : []);
}

/** Oxygen cost of running at a speed on the level, ml/kg/min; speed in m/min. */
function oxygenCost(speed: number): number {
  return -4.6 + 0.182258 * speed + 0.000104 * speed * speed;
}

/** Share of VO₂max that can be held for a time, min. */
function sustainableShare(minutes: number): number {
  return 0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes);
}

/**
 * VDOT of a race, ml/kg/min: oxygen cost of its speed over the share of VO₂max that its time allows.
 *
 * VO₂ = −4.60 + 0.182258v + 0.000104v² (v in m/min), share = 0.8 + 0.1894393e^(−0.012778t) + 0.2989558e^(−0.1932605t)
 * (t in min). Warns `outside_range` for efforts under 3.5 min or over 4 h.
 * @returns `bad_input` unless distance and time are above 0; `undefined_ratio` for a speed that costs nothing.
 * @source Daniels & Gilbert 1979, Oxygen Power.
 */
export function vdot(race: Race): Metric {
  const refusal = needPositive({ distance: race.distance, seconds: race.seconds });
  if (refusal !== null) return refusal;
  const minutes = race.seconds / 60;
  const score = oxygenCost(race.distance / minutes) / sustainableShare(minutes);
  if (!(score > 0)) return none('undefined_ratio', `${race.distance} m in ${race.seconds} s is no running speed`);
  return finite(score, 'Daniels–Gilbert', null, outsideRange(minutes));
}

function outsideRange(minutes: number): Warning[] {
  if (minutes >= 3.5 && minutes <= 240) return [];
  return [{ code: 'outside_range', detail: 'The formula describes efforts of 3.5 to 240 min.' }];
}

/**
 * The time in which a VDOT runs a distance, s: the inverse of `vdot`, by bisection.
 * @returns `bad_input` unless the distance is above 0 and VDOT is 10 to 100; `no_fit` when no time gives it.
 *   Warns `outside_range` as `vdot`.
 * @source Daniels & Gilbert 1979.
 */
export function vdotTime(score: number, distance: number): Metric {
  const refusal = needPositive({ distance });
  if (refusal !== null) return refusal;
  if (!(score >= 10 && score <= 100)) return none('bad_input', `VDOT ${score} must be 10 to 100`);
  const scoreIn = (minutes: number) => oxygenCost(distance / minutes) / sustainableShare(minutes);
  let [fast, slow] = [distance / 700, distance / 30];
  if (!(scoreIn(fast) >= score && scoreIn(slow) <= score))
    return none('no_fit', `no time over ${distance} m gives VDOT ${score}`);
  for (let i = 0; i < 100; i++) {
    const middle = (fast + slow) / 2;
    if (scoreIn(middle) > score) fast = middle;
    else slow = middle;
  }
  return finite(30 * (fast + slow), 'Daniels–Gilbert, inverted', null, outsideRange(slow));
}

/** Training speeds as shares of the speed at VO₂max. */
const TRAINING_SHARES = { easy: 0.72, marathon: 0.85, threshold: 0.9, interval: 0.98, repetition: 1.05 } as const;

export type TrainingSpeeds = Readonly<Record<keyof typeof TRAINING_SHARES, number>>;

/**
 * Training speeds of a VDOT, m/s: easy .72, marathon .85, threshold .90, interval .98, repetition 1.05 of the speed whose
 * oxygen cost is VDOT. Single points inside the ranges of the book.
 * @returns `bad_input` unless VDOT is 10 to 100.
 * @source Daniels, Running Formula; shares as GoldenCheetah uses them.
 */
export function trainingSpeeds(score: number): Metric<TrainingSpeeds> {
  if (!(score >= 10 && score <= 100)) return none('bad_input', `VDOT ${score} must be 10 to 100`);
  const root = Math.sqrt(0.182258 ** 2 + 4 * 0.000104 * (4.6 + score));
  const metresPerSecond = (root - 0.182258) / (2 * 0.000104) / 60;
  const { easy, marathon, threshold, interval, repetition } = TRAINING_SHARES;
  const at = (share: number) => share * metresPerSecond;
  const speeds = {
    easy: at(easy),
    marathon: at(marathon),
    threshold: at(threshold),
    interval: at(interval),
    repetition: at(repetition),
  };
  return value(speeds, 'shares of the speed at VDOT');
}
