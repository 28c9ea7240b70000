import { allFinite, type Metric, none, type Warning } from '../result/index.ts';
import { checkEfforts, type Effort, type Parameter, type PowerDurationFit, parameterOf } from './fit.ts';
import { leastSquares } from './least-squares.ts';
import { powerAt, type TwoParameter } from './models.ts';

/** Which error the regression minimises: work (J), power over 1/t (W), or time (s). */
export type TwoParameterForm = 'work_time' | 'power_inverse_time' | 'time_power';

/**
 * Critical power and W′ from maximal efforts of 2–20 min: CP + W′/t.
 *
 * The three regressions differ on real data; the default `work_time` (P·t = W′ + CP·t) suits noisy efforts,
 * `power_inverse_time` is P = CP + W′/t, `time_power` minimises the error of t = W′/(P − CP). Gives standard errors,
 * 95 % intervals (t distribution) and SEE in W. Two efforts give a line without an error estimate (`no_freedom`).
 *
 * Refuses `too_few` under two different durations, `no_fit` when CP or W′ is not above 0, `bad_input`. Warns
 * `outside_range` for efforts under 2 or over 20 min, `narrow_range` when the longest is < 3 × the shortest,
 * `unlikely_value` outside CP 50–600 W or W′ 3–50 kJ, `wide_interval` when the 95 % interval of CP exceeds ± 5 %.
 * @source Monod & Scherrer 1965; Moritani 1981; Vanhatalo 2007, Clarke & Skiba 2013 (330.10 W, 19 857 J for P over 1/t)
 */
export function fitTwoParameter(
  efforts: readonly Effort[],
  form: TwoParameterForm = 'work_time',
): Metric<PowerDurationFit<TwoParameter>> {
  const sorted = checkEfforts(efforts, 2);
  if (typeof sorted === 'string') return none(sorted.startsWith('needs') ? 'too_few' : 'bad_input', sorted);
  const { cp, wPrime } = regress(sorted, form);
  if (!(cp.value > 0 && wPrime.value > 0 && Number.isFinite(cp.value + wPrime.value)))
    return none(
      'no_fit',
      `the efforts give CP ${cp.value.toFixed(1)} W and W′ ${wPrime.value.toFixed(0)} J: they are not a falling curve`,
    );
  const model: TwoParameter = { kind: 'two_parameter', cp: cp.value, wPrime: wPrime.value };
  const mean = sorted.reduce((sum, { watts }) => sum + watts, 0) / sorted.length;
  const sse = sorted.reduce((sum, { seconds, watts }) => sum + (watts - powerAt(model, seconds)) ** 2, 0);
  const total = sorted.reduce((sum, { watts }) => sum + (watts - mean) ** 2, 0);
  const fit = {
    model,
    parameters: { cp, wPrime },
    used: sorted,
    dropped: [],
    standardError: sorted.length > 2 ? Math.sqrt(sse / (sorted.length - 2)) : null,
    rSquared: total === 0 ? 1 : 1 - sse / total,
  };
  return allFinite(fit, `critical power, ${form}`, null, doubts(sorted, cp, wPrime));
}

function regress(efforts: readonly Effort[], form: TwoParameterForm): { cp: Parameter; wPrime: Parameter } {
  const freedom = efforts.length - 2;
  if (form === 'work_time') {
    const { slope, intercept } = line(efforts.map(({ seconds, watts }) => [seconds, seconds * watts] as const));
    return { cp: parameterOf(slope[0], slope[1], freedom), wPrime: parameterOf(intercept[0], intercept[1], freedom) };
  }
  const { slope, intercept } = line(efforts.map(({ seconds, watts }) => [1 / seconds, watts] as const));
  if (form === 'power_inverse_time')
    return { cp: parameterOf(intercept[0], intercept[1], freedom), wPrime: parameterOf(slope[0], slope[1], freedom) };
  const lowest = Math.min(...efforts.map(({ watts }) => watts));
  const { parameters, errors } = leastSquares({
    x: efforts.map(({ watts }) => watts),
    y: efforts.map(({ seconds }) => seconds),
    predict: ([cp = 0, wPrime = 0], watts) => wPrime / (watts - cp),
    start: [Math.min(intercept[0], lowest - 1), slope[0]],
    low: [0, 1],
    high: [lowest - 1e-3, 1e6],
  });
  return {
    cp: parameterOf(parameters[0] as number, errors?.[0] ?? null, freedom),
    wPrime: parameterOf(parameters[1] as number, errors?.[1] ?? null, freedom),
  };
}

/** Ordinary least squares y = intercept + slope·x, each with its standard error. */
function line(points: readonly (readonly [x: number, y: number])[]) {
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const sxx = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / sxx;
  const intercept = meanY - slope * meanX;
  const sse = points.reduce((sum, [x, y]) => sum + (y - intercept - slope * x) ** 2, 0);
  const variance = n > 2 ? sse / (n - 2) : null;
  const slopeError = variance === null ? null : Math.sqrt(variance / sxx);
  const interceptError = variance === null ? null : Math.sqrt(variance * (1 / n + meanX ** 2 / sxx));
  return { slope: [slope, slopeError] as const, intercept: [intercept, interceptError] as const };
}

function doubts(efforts: readonly Effort[], cp: Parameter, wPrime: Parameter): Warning[] {
  const warnings: Warning[] = [];
  const shortest = efforts[0]?.seconds ?? 0;
  const longest = efforts.at(-1)?.seconds ?? 0;
  if (efforts.length === 2)
    warnings.push({ code: 'no_freedom', detail: 'two efforts define the line: no error estimate' });
  if (shortest < 120 || longest > 1200)
    warnings.push({
      code: 'outside_range',
      detail: `efforts of ${shortest}–${longest} s: the model holds for 120–1200 s`,
    });
  if (longest < 3 * shortest)
    warnings.push({
      code: 'narrow_range',
      detail: `efforts of ${shortest}–${longest} s are close together: W′ is uncertain`,
    });
  if (cp.value < 50 || cp.value > 600 || wPrime.value < 3000 || wPrime.value > 50_000)
    warnings.push({
      code: 'unlikely_value',
      detail: `CP ${cp.value.toFixed(0)} W, W′ ${wPrime.value.toFixed(0)} J is outside 50–600 W and 3–50 kJ`,
    });
  if (cp.interval !== null && cp.interval[1] - cp.value > 0.05 * cp.value)
    warnings.push({
      code: 'wide_interval',
      detail: `CP ${cp.interval[0].toFixed(0)}–${cp.interval[1].toFixed(0)} W at 95 %`,
    });
  return warnings;
}
