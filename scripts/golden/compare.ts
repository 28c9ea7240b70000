import { kindOf, Printed } from './printed.ts';

/** Marks a part of the file that is input or explanation, not an answer to check. */
export const GIVEN = Symbol('given');

export interface Tally {
  passed: number;
  readonly failures: string[];
  readonly skipped: string[];
}

/**
 * Holds every leaf of `expected` against `actual`. A number passes when it is within one unit of the last digit that
 * values of its kind print (half for rounding, half for files that subtract rounded values); whole-number kinds must match exactly. Text is explanation unless `actual` answers it with
 * text. A leaf that nothing computes is a failure, so that a new key in a file cannot pass unseen.
 */
export function compare(
  expected: unknown,
  actual: unknown,
  path: readonly string[],
  precision: ReadonlyMap<string, number>,
  tally: Tally,
): void {
  if (actual === GIVEN) return;
  const name = path.join(' › ');
  if (expected instanceof Printed) {
    const decimals = precision.get(kindOf(path)) ?? expected.decimals;
    const tolerance = decimals === 0 ? 1e-6 : 10 ** -decimals + 1e-9 * Math.max(1, Math.abs(expected.value));
    const close = typeof actual === 'number' && Math.abs(actual - expected.value) <= tolerance;
    note(tally, close, () => `${name}: expected ${expected.value}, got ${shown(actual)}`);
  } else if (expected === null || typeof expected === 'boolean') {
    note(
      tally,
      expected === (actual ?? null) && actual !== undefined,
      () => `${name}: expected ${expected}, got ${shown(actual)}`,
    );
  } else if (typeof expected === 'string') {
    if (typeof actual === 'string' || typeof actual === 'number')
      note(tally, actual === expected, () => `${name}: expected ${expected}, got ${shown(actual)}`);
  } else if (typeof expected === 'object') {
    if (Array.isArray(expected) && lengthOf(actual) !== null && lengthOf(actual) !== expected.length)
      note(tally, false, () => `${name}: expected ${expected.length} entries, got ${lengthOf(actual)}`);
    else
      for (const [key, child] of Object.entries(expected))
        compare(child, (actual as Record<string, unknown> | null | undefined)?.[key], [...path, key], precision, tally);
  }
}

function lengthOf(actual: unknown): number | null {
  return Array.isArray(actual) || ArrayBuffer.isView(actual) ? (actual as { length: number } & object).length : null;
}

function note(tally: Tally, passed: boolean, failure: () => string): void {
  if (passed) tally.passed++;
  else tally.failures.push(failure());
}

function shown(actual: unknown): string {
  return actual === undefined
    ? 'nothing: no metric computes it'
    : typeof actual === 'number'
      ? String(actual)
      : JSON.stringify(actual);
}
