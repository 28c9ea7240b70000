import type { Field, Values } from './field.ts';

/** The values of a row of the platform under our names; what is not recorded is `null`. */
export function readFields(wire: object, fields: readonly Field[]): Record<string, unknown> {
  const row = wire as Values;
  return Object.fromEntries(fields.map((field) => [field.name, shown(row[field.key], field)]));
}

function shown(value: unknown, { kind, scale = 1 }: Field): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return kind === 'numbers' ? value.map((each) => unscaled(each, scale)) : value;
  }
  return typeof value === 'number' ? unscaled(value, scale) : value;
}

/** Nine digits are what the platform's 32-bit floats hold; more would be noise of the division. */
function unscaled(value: unknown, scale: number): unknown {
  return typeof value === 'number' && scale !== 1 ? Number((value / scale).toPrecision(9)) : value;
}
