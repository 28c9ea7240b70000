import { studentQuantile } from '../statistics/student.ts';
import type { ImpulseResponse } from './model.ts';

/** A closed interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const NAMES = ['p0', 'k1', 'k2', 'tau1', 'tau2'] as const;

/** 95 % intervals from the linearised model: p ± t·√(s²·(JᵀJ)⁻¹), s² = SSE/(n − 5). */
export function confidenceOf(
  parameters: ImpulseResponse,
  predict: (parameters: ImpulseResponse) => number[],
  sse: number,
  n: number,
): Record<keyof ImpulseResponse, Interval | null> {
  const columns = NAMES.map((name) => {
    const step = 1e-4 * Math.max(Math.abs(parameters[name]), 1e-6);
    const up = predict({ ...parameters, [name]: parameters[name] + step });
    const down = predict({ ...parameters, [name]: parameters[name] - step });
    return up.map((p, i) => (p - down[i]!) / (2 * step));
  });
  const lengths = columns.map((column) => Math.hypot(...column));
  const scaled = columns.map((column, i) => column.map((v) => v / lengths[i]!));
  const variances = inverseDiagonal(scaled.map((a) => scaled.map((b) => a.reduce((sum, v, i) => sum + v * b[i]!, 0))));
  const t = n > 5 ? studentQuantile(0.95, n - 5) : Number.NaN;
  const interval = (i: number): Interval | null => {
    const half = (t * Math.sqrt((sse / (n - 5)) * variances[i]!)) / lengths[i]!;
    const centre = parameters[NAMES[i]!];
    return Number.isFinite(half) ? { low: centre - half, high: centre + half } : null;
  };
  return { p0: interval(0), k1: interval(1), k2: interval(2), tau1: interval(3), tau2: interval(4) };
}

/** Diagonal of the inverse of a symmetric matrix, by Gauss–Jordan with pivoting; `NaN` where it is singular. */
function inverseDiagonal(matrix: readonly (readonly number[])[]): number[] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    const top = rows[pivot]!;
    if (!(Math.abs(top[c]!) > 1e-13)) return new Array<number>(n).fill(Number.NaN);
    rows[pivot] = rows[c]!;
    rows[c] = top.map((v) => v / top[c]!);
    for (let r = 0; r < n; r++) {
      const factor = rows[r]![c]!;
      if (r !== c) rows[r] = rows[r]!.map((v, j) => v - factor * rows[c]![j]!);
    }
  }
  return rows.map((row, i) => row[n + i]!);
}
