import { type Metric, none, value, type Warning } from './metric.ts';

/**
 * A value made of several numbers, when all of them are finite; otherwise a `bad_input` refusal that names the first one
 * that is not. Looks into objects, arrays and typed arrays.
 */
export function allFinite<T>(
  given: T,
  method: string,
  coverage: number | null = null,
  warnings: readonly Warning[] = [],
): Metric<T> {
  const at = firstUnsound(given, '');
  return at === null
    ? value(given, method, coverage, warnings)
    : none('bad_input', `${method}: ${at} is not a finite number`);
}

function firstUnsound(node: unknown, path: string): string | null {
  if (typeof node === 'number') return Number.isFinite(node) ? null : path || 'the value';
  if (node === null || typeof node !== 'object') return null;
  for (const [key, child] of Object.entries(node)) {
    const found = firstUnsound(child, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
