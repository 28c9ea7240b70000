import { closest, Failure, type FieldChange } from '@core/mcp-kit';
import type { WellnessPatch } from '../../client/wire/wellness.ts';
import { type WellnessField, wellnessFields } from './fields.ts';

type Values = Readonly<Record<string, number | string>>;

const byName = new Map(wellnessFields.map((field) => [field.name, field]));
const names = [...byName.keys(), 'comments'];

/**
 * What a caller wants to set, as the wire wants it.
 *
 * @throws Failure `bad_input` for a name that does not exist (with the nearest ones) or a value outside its scale.
 */
export function wellnessPatch(values: Values): WellnessPatch {
  const entries = Object.entries(values);
  if (entries.length === 0) {
    throw new Failure('bad_input', 'No value is given', { next: 'name at least one, for example {"weight_kg": 70.4}' });
  }
  return Object.fromEntries(entries.map(([name, value]) => [keyOf(name), checked(name, value)]));
}

/** The fields that really change, before and after. */
export function changedWellness(before: Readonly<Record<string, unknown>>, values: Values): FieldChange[] {
  return Object.entries(values)
    .map(([field, value]) => ({ field, before: before[field] ?? null, after: checked(field, value) }))
    .filter((change) => change.before !== change.after);
}

function keyOf(name: string): string {
  if (name === 'comments') return 'comments';
  const field = byName.get(name);
  if (field !== undefined) return field.key;
  const near = closest(name, names);
  throw new Failure('bad_input', `"${name.slice(0, 40)}" is not a wellness value that can be set`, {
    next: near.length > 0 ? `use ${near.join(' or ')}` : `use one of: ${names.join(', ')}`,
  });
}

function checked(name: string, value: number | string): number | string {
  const field = byName.get(name);
  if (field === undefined) return String(value);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && fits(number, field)) return number;
  const [low, high] = field.range;
  throw new Failure(
    'bad_input',
    `"${name}" must be ${field.whole === true ? 'a whole number ' : ''}from ${low} to ${high}`,
    {
      next: `send {"${name}": ${low === 0 ? 1 : low}} or another value in that range`,
    },
  );
}

function fits(number: number, { range: [low, high], whole }: WellnessField): boolean {
  return number >= low && number <= high && (whole !== true || Number.isInteger(number));
}
