import { type Metric, none, type Warning } from '../result/index.ts';
import { type CurveFitOptions, type Effort, fitShape, type ModelShape, type PowerDurationFit } from './fit.ts';
import {
  EXTENDED_CP_START,
  type ExtendedCp,
  type LogDecline,
  type OmniPd,
  type ThreeParameter,
  type Veloclinic,
  type WardSmith,
} from './models.ts';

/** Beyond this CP no longer holds in OmniPD, s. */
const TCP_MAX = 1800;
const HOLD = { cp: [50, 600], wPrime: [3000, 50_000], aboveCp: [100, 2400] } as const;
const STARTS = [
  [250, 15_000, 700],
  [200, 20_000, 500],
  [320, 10_000, 1000],
  [150, 12_000, 300],
] as const;

/** CP, W′ and Pmax − CP are free, so that Pmax stays above CP + 100 W inside a simple box. */
function threeFree<M extends ThreeParameter | WardSmith>(
  build: (cp: number, wPrime: number, pmax: number) => M,
): ModelShape<M> {
  return {
    names: ['cp', 'wPrime', 'pmaxAboveCp'],
    starts: STARTS,
    low: [HOLD.cp[0], HOLD.wPrime[0], HOLD.aboveCp[0]],
    high: [HOLD.cp[1], HOLD.wPrime[1], HOLD.aboveCp[1]],
    build: ([cp = 0, wPrime = 0, above = 0]) => build(cp, wPrime, cp + above),
  };
}

/**
 * Morton's three-parameter critical power: P = CP + W′/(t + W′/(Pmax − CP)), for efforts of about 1 s to 20 min.
 *
 * Least squares in W on the upper envelope. Limits: CP 50–600 W, W′ 3–50 kJ, Pmax − CP 100–2400 W; a parameter at its
 * limit comes with the warning `at_limit`. Refuses `too_few` under three different durations, `no_fit`, `bad_input`.
 * Warns `pmax_unsupported` when no effort is shorter than 15 s.
 * @source Morton 1996, Ergonomics 39:611
 */
export function fitThreeParameter(
  efforts: readonly Effort[],
  options: CurveFitOptions = {},
): Metric<PowerDurationFit<ThreeParameter>> {
  const shape = threeFree((cp, wPrime, pmax): ThreeParameter => ({ kind: 'three_parameter', cp, wPrime, pmax }));
  return withDoubts(fitShape(efforts, shape, options, 'three-parameter critical power'));
}

/**
 * Ward-Smith: P = W′/t·(1 − e^(−t(Pmax−CP)/W′)) + CP. Limits, refusals and warnings as `fitThreeParameter`.
 * @source Ward-Smith; GoldenCheetah
 */
export function fitWardSmith(
  efforts: readonly Effort[],
  options: CurveFitOptions = {},
): Metric<PowerDurationFit<WardSmith>> {
  const shape = threeFree((cp, wPrime, pmax): WardSmith => ({ kind: 'ward_smith', cp, wPrime, pmax, cappedCp: false }));
  return withDoubts(fitShape(efforts, shape, options, 'Ward-Smith'));
}

/**
 * OmniPD, the recommended full-range model: Ward-Smith to 30 min, then − A·ln(t/1800).
 *
 * A is fitted (0–150 W) only when an effort is longer than 30 min, otherwise it is 0 with the warning `no_long_effort`.
 * Limits, refusals and other warnings as `fitThreeParameter`; `too_few` under three durations (four with A).
 * @source Puchowicz 2020, J Sports Sci 38:1782
 */
export function fitOmniPd(efforts: readonly Effort[], options: CurveFitOptions = {}): Metric<PowerDurationFit<OmniPd>> {
  const long = efforts.some((effort) => effort.seconds > TCP_MAX);
  const shape: ModelShape<OmniPd> = {
    names: long ? ['cp', 'wPrime', 'pmaxAboveCp', 'a'] : ['cp', 'wPrime', 'pmaxAboveCp'],
    starts: STARTS.map((start) => (long ? [...start, 30] : start)),
    low: [HOLD.cp[0], HOLD.wPrime[0], HOLD.aboveCp[0], ...(long ? [0] : [])],
    high: [HOLD.cp[1], HOLD.wPrime[1], HOLD.aboveCp[1], ...(long ? [150] : [])],
    build: ([cp = 0, wPrime = 0, above = 0, a = 0]) => ({
      kind: 'omni_pd',
      cp,
      wPrime,
      pmax: cp + above,
      a,
      tcpMax: TCP_MAX,
    }),
  };
  const fit = withDoubts(fitShape(efforts, shape, options, 'OmniPD'));
  if (fit.value === null || long) return fit;
  const detail = 'no effort is longer than 30 min: beyond that the curve is flat by assumption';
  return { ...fit, warnings: [...fit.warnings, { code: 'no_long_effort', detail }] };
}

/**
 * Extended critical power (eight parameters), fitted inside ± 50 % of the published start values because it over-fits
 * without limits. Refuses `too_few` under eight durations. Prefer `fitOmniPd`; this one is for comparison.
 * @source GoldenCheetah (extended CP, Damien Grauser)
 */
export function fitExtendedCp(
  efforts: readonly Effort[],
  options: CurveFitOptions = {},
): Metric<PowerDurationFit<ExtendedCp>> {
  const names = ['paa', 'paaDec', 'ecp', 'tau', 'tauDel', 'ecpDel', 'ecpDec', 'ecpDecDel'] as const;
  const start = names.map((name) => EXTENDED_CP_START[name]);
  const shape: ModelShape<ExtendedCp> = {
    names,
    starts: [start],
    low: start.map((at, k) => (names[k] === 'paa' ? 200 : names[k] === 'ecp' ? 50 : at - Math.abs(at) * 0.5)),
    high: start.map((at, k) => (names[k] === 'paa' ? 2500 : names[k] === 'ecp' ? 600 : at + Math.abs(at) * 0.5)),
    build: (found) => ({
      ...EXTENDED_CP_START,
      ...Object.fromEntries(names.map((name, k) => [name, found[k] as number])),
    }),
  };
  return fitShape(efforts, shape, options, 'extended critical power');
}

/**
 * Veloclinic's two-component model with τ₂ = 15 000 s. Refuses `too_few` under four durations.
 * @source veloclinic, as GoldenCheetah uses it
 */
export function fitVeloclinic(
  efforts: readonly Effort[],
  options: CurveFitOptions = {},
): Metric<PowerDurationFit<Veloclinic>> {
  const shape: ModelShape<Veloclinic> = {
    names: ['w1', 'tau1', 'p2', 'alpha'],
    starts: [
      [20_000, 40, 250, 0.3],
      [12_000, 20, 300, 0.1],
      [25_000, 60, 180, 0.6],
    ],
    low: [1000, 3, 50, 0],
    high: [80_000, 300, 600, 3],
    build: ([w1 = 0, tau1 = 1, p2 = 0, alpha = 0]) => ({ kind: 'veloclinic', w1, tau1, p2, tau2: 15_000, alpha }),
  };
  return fitShape(efforts, shape, options, 'veloclinic');
}

/**
 * Long efforts as a straight line in ln t: P = intercept − slope·ln t. For 10 min and more. Refuses `too_few` under two
 * durations, `no_fit` when power does not fall with time, `bad_input`.
 * @source Péronnet & Thibault 1989; Pinot & Grappe 2011 (record power profile)
 */
export function fitLogDecline(
  efforts: readonly Effort[],
  options: CurveFitOptions = {},
): Metric<PowerDurationFit<LogDecline>> {
  const shape: ModelShape<LogDecline> = {
    names: ['intercept', 'slope'],
    starts: [[400, 20]],
    low: [0, -1000],
    high: [10_000, 1000],
    build: ([intercept = 0, slope = 0]) => ({ kind: 'log_decline', intercept, slope }),
  };
  const fit = fitShape(efforts, shape, options, 'log decline');
  return fit.value !== null && !(fit.value.model.slope > 0) ? none('no_fit', 'power does not fall with duration') : fit;
}

function withDoubts<M extends ThreeParameter | WardSmith | OmniPd>(
  fit: Metric<PowerDurationFit<M>>,
): Metric<PowerDurationFit<M>> {
  if (fit.value === null) return fit;
  const shortest = fit.value.used[0]?.seconds ?? 0;
  const warnings: Warning[] = [...fit.warnings];
  if (shortest > 15)
    warnings.push({ code: 'pmax_unsupported', detail: `the shortest effort is ${shortest} s: Pmax is a guess` });
  return { ...fit, warnings };
}
