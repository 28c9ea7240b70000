import { closest, Failure, type FieldChange } from '@core/mcp-kit';
import type { WellnessPatch } from '../../client/wire/wellness.ts';
import { type WellnessField, wellnessFields } from './fields.ts';

const KG_PER_POUND = 0.45359237;

type Values = Readonly<Record<string, number | string>>;

const byName = new Map(wellnessFields.map((field) => [field.name, field]));
const phases = ['PERIOD', 'FOLLICULAR', 'OVULATING', 'LUTEAL', 'NONE'];
const names = [...byName.keys(), 'comments', 'menstrual_phase'];

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

/**
 * Values as a caller sent them.
 *
 * @throws Failure `bad_input` for one that is neither a number nor a text.
 */
export function wellnessValues(given: Readonly<Record<string, unknown>>): Values {
  const odd = Object.entries(given).find(([, value]) => typeof value !== 'number' && typeof value !== 'string');
  if (odd === undefined) return given as Values;
  throw new Failure('bad_input', `"${odd[0].slice(0, 40)}" must be a number or a text`, {
    next: 'send {"weight_kg": 70.4} or another value of that form',
  });
}

/** Values under metric names: an imperial account reads `weight_lb` and may write it back. */
export function metricValues(values: Values): Values {
  const { weight_lb, ...rest } = values;
  if (weight_lb === undefined) return values;
  return { ...rest, weight_kg: Number((Number(weight_lb) * KG_PER_POUND).toFixed(2)) };
}

/** The fields that really change, before and after. */
export function changedWellness(before: Readonly<Record<string, unknown>>, values: Values): FieldChange[] {
  return Object.entries(values)
    .map(([field, value]) => ({ field, before: before[field] ?? null, after: checked(field, value) }))
    .filter((change) => !sameValue(change.before, change.after));
}

/** Whether two values are one: the service stores 32-bit floats, so that 69.85 may come back as 69.849998. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
}

function keyOf(name: string): string {
  if (name === 'comments') return 'comments';
  if (name === 'menstrual_phase') return 'menstrualPhase';
  const field = byName.get(name);
  if (field !== undefined) return field.key;
  const near = closest(name, names);
  throw new Failure('bad_input', `"${name.slice(0, 40)}" is not a wellness value that can be set`, {
    next: near.length > 0 ? `use ${near.join(' or ')}` : `use one of: ${names.join(', ')}`,
  });
}

function checked(name: string, value: number | string): number | string {
  if (name === 'menstrual_phase') return phaseOf(value);
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

function phaseOf(value: number | string): string {
  const phase = String(value).toUpperCase();
  if (phases.includes(phase)) return phase;
  throw new Failure('bad_input', `"menstrual_phase" must be one of ${phases.join(', ')}`, {
    next: 'send {"menstrual_phase": "LUTEAL"} or another of them',
  });
}

/** Whether a name is one of the platform's own values; others may be fields that the athlete added. */
export const isOwnWellness = (name: string): boolean => names.includes(name) || name === 'weight_lb';
