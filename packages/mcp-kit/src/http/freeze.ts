/**
 * Freezes plain objects and arrays all the way down. Answers are shared between callers and with the cache: a caller that
 * changed one would change everybody's numbers, so the change throws instead.
 */
export function freeze<T>(value: T): T {
  if (isOpen(value)) freezeDeep(value);
  return value;
}

function freezeDeep(value: object): void {
  Object.freeze(value);
  // Two loops, because the parts of a long series are numbers and this runs for every answer.
  if (Array.isArray(value)) {
    for (const part of value) if (isOpen(part)) freezeDeep(part);
    return;
  }
  for (const part of Object.values(value)) if (isOpen(part)) freezeDeep(part);
}

/** Bytes cannot be frozen; everything else that is an object and not frozen yet can. */
function isOpen(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !Object.isFrozen(value);
}
