import { closest, Failure } from '@core/mcp-kit';
import type { MetricBody, WireMetric, WireMetricDay } from '../../client/metrics/wire.ts';
import { metricName } from './days.ts';
import { type HealthField, healthFields } from './fields.ts';

/** A value to write: what it is called here, and the body of the wire. */
export interface Entry {
  readonly name: string;
  readonly body: MetricBody;
}

/** Whether every name is one whose id is known; otherwise ids have to be learned from the account's own days. */
export function allKnown(values: Readonly<Record<string, number>>): boolean {
  return Object.keys(values).every((name) => knownField(name) !== undefined);
}

const knownField = (name: string): HealthField | undefined =>
  healthFields.find((field) => field.name === name || field.alias === name);

/**
 * What a caller wants to log. A name that is not among the known ones must be a metric that the account already holds:
 * type and label travel together, and that is how its id is learned.
 *
 * @throws Failure `bad_input` for a name nobody knows (with the nearest) or a value outside its range.
 */
export function entriesOf(
  values: Readonly<Record<string, number>>,
  day: string,
  history: readonly WireMetricDay[],
): Entry[] {
  const given = Object.entries(values);
  if (given.length === 0) {
    throw new Failure('bad_input', 'No value is given', { next: 'name at least one, for example {"weight_kg": 70.4}' });
  }
  return given.map(([name, value]) => {
    const field = knownField(name) ?? learned(name, history);
    const [low, high] = field.range;
    if (!(value >= low && value <= high) || (field.whole === true && !Number.isInteger(value))) {
      throw new Failure(
        'bad_input',
        `"${name}" must be ${field.whole === true ? 'a whole number ' : ''}from ${low} to ${high}`,
        { next: `send {"${name}": ${Math.max(low, 1)}} or another value in that range` },
      );
    }
    const { type, label, units } = field;
    return { name: field.name, body: { type, label, units, value, min: low, max: high, time: `${day}T12:00:00` } };
  });
}

function learned(name: string, history: readonly WireMetricDay[]): HealthField {
  const held = history.flatMap(({ details }) => details).filter(isNumber);
  const found = held.find((metric) => metricName(metric) === name);
  if (found !== undefined && found.type !== null) {
    return { name, type: found.type, label: found.label ?? name, units: '', range: [-1_000_000, 1_000_000] };
  }
  const names = [
    ...new Set([...healthFields.map((field) => field.name), ...held.flatMap((each) => metricName(each) ?? [])]),
  ];
  const near = closest(name, names);
  throw new Failure('bad_input', `"${name.slice(0, 40)}" is no metric that this account holds`, {
    next: near.length > 0 ? `use ${near.join(' or ')}` : `use one of: ${names.join(', ')}`,
  });
}

const isNumber = ({ value }: WireMetric): boolean => typeof value === 'number';
