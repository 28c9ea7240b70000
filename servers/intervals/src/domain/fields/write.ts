import { closest, Failure, type FieldChange, present, presentedName, type UnitSystem } from '@core/mcp-kit';
import type { Field, Values } from './field.ts';

/** Names of an imperial account and how they become ours: what was read as miles may be written back as miles. */
const imperial: readonly (readonly [suffix: string, metric: string, factor: number])[] = [
  ['_s_per_mi', '_s_per_km', 1 / 1.609344],
  ['_s_per_100yd', '_s_per_100m', 1 / 0.9144],
  ['_mph', '_km_h', 1.609344],
  ['_mi', '_km', 1.609344],
  ['_lb', '_kg', 0.45359237],
  ['_in', '_cm', 2.54],
];

/**
 * What a caller wants to set, under our metric names and held against the fields. `null` clears.
 *
 * @throws Failure `bad_input` for a name that does not exist (with the nearest ones) or a value that does not fit.
 */
export function checkedValues(values: Values, fields: readonly Field[]): Record<string, unknown> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  if (entries.length === 0) {
    throw new Failure('bad_input', 'No value is given', {
      next: `name at least one of: ${fields.map(({ name }) => name).join(', ')}`,
    });
  }
  return Object.fromEntries(
    entries.map(([given, value]) => {
      const { name, factor } = metric(given, fields);
      const field = named(name, fields);
      return [name, value === null ? null : checked(typeof value === 'number' ? value * factor : value, field)];
    }),
  );
}

/** The same under the platform's keys and in its units. */
export function wireValues(values: Values, fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = named(name, fields);
      return [field.key, scaled(value, field)];
    }),
  );
}

/** The fields that really change, before and after. */
export function changes(before: Values, values: Values): FieldChange[] {
  return Object.entries(values)
    .map(([field, after]) => ({ field, before: before[field] ?? null, after }))
    .filter((change) => !same(change.before, change.after));
}

/** Changes as the account reads them: rounded to their unit, in its units. What rounding would hide stays exact. */
export function shownChanges(diff: readonly FieldChange[], units: UnitSystem): FieldChange[] {
  return diff.map((change) => {
    const field = presentedName(change.field, units);
    const shown = (value: unknown) => present<Record<string, unknown>>({ [change.field]: value }, units)[field];
    const [before, after] = [shown(change.before), shown(change.after)];
    return before === after ? change : { field, before, after };
  });
}

/**
 * Whether two values are one: the service stores 32-bit floats, so that 69.85 may come back as 69.849998, and what is read
 * is cut to six digits.
 */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-5 * Math.max(Math.abs(a), Math.abs(b));
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => same(each, b[i]));
  return a === b || ((a ?? null) === null && (b === '' || b === false || (b ?? null) === null));
}

function metric(given: string, fields: readonly Field[]): { readonly name: string; readonly factor: number } {
  if (fields.some(({ name }) => name === given)) return { name: given, factor: 1 };
  const unit = imperial.find(([suffix]) => given.endsWith(suffix));
  if (unit === undefined) return { name: given, factor: 1 };
  const [suffix, ours, factor] = unit;
  return { name: `${given.slice(0, -suffix.length)}${ours}`, factor };
}

function named(name: string, fields: readonly Field[]): Field {
  const field = fields.find((each) => each.name === name);
  if (field !== undefined) return field;
  const names = fields.map((each) => each.name);
  const near = closest(name, names);
  throw new Failure('bad_input', `"${name.slice(0, 40)}" is not a value that can be set here`, {
    next: near.length > 0 ? `use ${near.join(' or ')}` : `use one of: ${names.join(', ')}`,
  });
}

function checked(value: unknown, field: Field): unknown {
  switch (field.kind) {
    case 'number':
    case 'whole':
      return checkedNumber(value, field);
    case 'flag':
      if (value === true || value === 'true') return true;
      if (value === false || value === 'false') return false;
      throw misfit(field, 'true or false', true);
    case 'text':
      return checkedText(value, field);
    case 'texts':
      if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
      throw misfit(field, 'a list of texts', ['one', 'two']);
    case 'numbers':
      if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return value;
      throw misfit(field, 'a list of numbers', [100, 200]);
  }
}

function checkedNumber(value: unknown, field: Field): number {
  const { range: [low, high] = [0, 1e6], kind } = field;
  const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const number = kind === 'whole' && typeof given === 'number' ? Math.round(given) : given;
  if (typeof number === 'number' && number >= low && number <= high) return number;
  throw misfit(field, `a number from ${low} to ${high}`, Math.max(low, 1));
}

function checkedText(value: unknown, field: Field): string {
  const { choices } = field;
  if (choices === undefined) {
    if (typeof value === 'string') return value;
    throw misfit(field, 'a text', 'text');
  }
  const wanted = choices.find((choice) => choice.toLowerCase() === String(value).toLowerCase());
  if (wanted !== undefined) return wanted;
  throw misfit(field, `one of ${choices.join(', ')}`, choices[0]);
}

function misfit({ name }: Field, wanted: string, example: unknown): Failure {
  return new Failure('bad_input', `"${name}" must be ${wanted}`, {
    next: `send {"${name}": ${JSON.stringify(example)}} or another value of that form`,
  });
}

function scaled(value: unknown, { kind, scale = 1 }: Field): unknown {
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'number' ? each * scale : each));
  if (typeof value !== 'number') return value;
  return kind === 'whole' ? Math.round(value * scale) : value * scale;
}
