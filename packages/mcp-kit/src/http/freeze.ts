/**
 * Freezes plain objects and arrays all the way down. Answers are shared between callers and with the cache: a caller that
 * changed one would change everybody's numbers, so the change throws instead.
 */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  for (const part of Array.isArray(value) ? value : Object.values(value)) freeze(part);
  return Object.freeze(value);
}
