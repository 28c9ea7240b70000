/** A problem: `predict(parameters, x)` should come near `y`. */
export interface Problem {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly predict: (parameters: readonly number[], x: number) => number;
  readonly start: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface Solution {
  readonly parameters: number[];
  readonly sse: number;
  /** Standard errors; null when the points do not determine the parameters. */
  readonly errors: number[] | null;
}

/**
 * Bounded Levenberg–Marquardt with a numeric Jacobian; a step outside the box is projected onto it. Small problems only
 * (≤ 10 parameters). Converges when a step lowers the sum of squares by less than 1 in 10¹².
 */
export function leastSquares(problem: Problem): Solution {
  let parameters = problem.start.map((start, k) => clamp(start, problem.low[k] as number, problem.high[k] as number));
  let sse = sumOfSquares(problem, parameters);
  let damping = 1e-3;
  for (let round = 0; round < 400 && damping < 1e12; round++) {
    const { normal, gradient } = normalEquations(problem, parameters);
    const damped = normal.map((row, i) => row.map((cell, j) => (i === j ? cell * (1 + damping) + 1e-12 : cell)));
    const step = solve(damped, gradient);
    if (step === null) {
      damping *= 10;
      continue;
    }
    const next = parameters.map((value, k) =>
      clamp(value + (step[k] as number), problem.low[k] as number, problem.high[k] as number),
    );
    const nextSse = sumOfSquares(problem, next);
    if (!(nextSse < sse)) {
      damping *= 4;
      continue;
    }
    const settled = sse - nextSse <= 1e-12 * sse;
    parameters = next;
    sse = nextSse;
    damping = Math.max(1e-12, damping / 10);
    if (settled || sse === 0) break;
  }
  return { parameters, sse, errors: standardErrors(problem, parameters, sse) };
}

function standardErrors(problem: Problem, parameters: number[], sse: number): number[] | null {
  const freedom = problem.x.length - parameters.length;
  if (freedom <= 0) return null;
  const { normal } = normalEquations(problem, parameters);
  const variance = sse / freedom;
  const errors: number[] = [];
  for (let k = 0; k < parameters.length; k++) {
    const column = solve(
      normal.map((row) => [...row]),
      parameters.map((_, i) => (i === k ? 1 : 0)),
    );
    const square = (column?.[k] ?? Number.NaN) * variance;
    if (!(square >= 0)) return null;
    errors.push(Math.sqrt(square));
  }
  return errors;
}

function normalEquations(problem: Problem, parameters: readonly number[]) {
  const size = parameters.length;
  const normal = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const gradient = new Array<number>(size).fill(0);
  const row = new Array<number>(size).fill(0);
  for (let i = 0; i < problem.x.length; i++) {
    const x = problem.x[i] as number;
    const residual = (problem.y[i] as number) - problem.predict(parameters, x);
    for (let k = 0; k < size; k++) row[k] = slopeOf(problem, parameters, k, x);
    for (let j = 0; j < size; j++) {
      (gradient[j] as number) += (row[j] as number) * residual;
      for (let k = 0; k < size; k++) ((normal[j] as number[])[k] as number) += (row[j] as number) * (row[k] as number);
    }
  }
  return { normal, gradient };
}

function slopeOf(problem: Problem, parameters: readonly number[], k: number, x: number): number {
  const at = parameters[k] as number;
  const step = 1e-6 * Math.max(1, Math.abs(at));
  const up = parameters.map((value, i) => (i === k ? at + step : value));
  const down = parameters.map((value, i) => (i === k ? at - step : value));
  return (problem.predict(up, x) - problem.predict(down, x)) / (2 * step);
}

function sumOfSquares(problem: Problem, parameters: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < problem.x.length; i++)
    sum += ((problem.y[i] as number) - problem.predict(parameters, problem.x[i] as number)) ** 2;
  return sum;
}

/** Gaussian elimination with row pivots; null for a singular matrix. Overwrites its input. */
function solve(matrix: number[][], right: readonly number[]): number[] | null {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row++)
      if (Math.abs(rows[row]?.[pivot] as number) > Math.abs(rows[best]?.[pivot] as number)) best = row;
    const chosen = rows[best] as number[];
    if (!(Math.abs(chosen[pivot] as number) > 1e-300)) return null;
    [rows[best], rows[pivot]] = [rows[pivot] as number[], chosen];
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const target = rows[row] as number[];
      const factor = (target[pivot] as number) / (chosen[pivot] as number);
      for (let k = pivot; k <= size; k++) target[k] = (target[k] as number) - factor * (chosen[k] as number);
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

const T_975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Two-sided 95 % quantile of Student's t: printed table to 30 degrees of freedom, then 1.96 + 2.4/ν (error < 0.002). */
export function tQuantile(freedom: number): number {
  return T_975[freedom - 1] ?? 1.96 + 2.4 / freedom;
}
