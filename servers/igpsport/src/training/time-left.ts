import type { Port } from '../port.ts';

/** Leaves a quarter of a minute of a call's minute for what comes after the downloads. */
export const BUDGET_MS = 45_000;

const started = new WeakMap<Port, number>();

/**
 * Milliseconds that a call has left for downloads, counted from the first time it asks: what is read second must not take
 * the whole of it again. Never below 0.
 */
export function timeLeft(port: Port, budgetMs = BUDGET_MS): number {
  const now = performance.now();
  const first = started.get(port) ?? now;
  started.set(port, first);
  return Math.max(0, budgetMs - (now - first));
}
