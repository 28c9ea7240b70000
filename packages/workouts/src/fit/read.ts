import { readFit } from '@core/activity-files';
import { LIMITS } from '../limits.ts';
import { type Loss, Losses } from '../loss.ts';
import { child, type Path } from '../path.ts';
import { stepOf } from '../read.ts';
import {
  type Cadence,
  type Item,
  KINDS,
  type Kind,
  type Length,
  type Sport,
  type Target,
  type Workout,
} from '../workout.ts';
import { SPORT } from './compile.ts';
import { BPM_FROM, WATTS_FROM } from './targets.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The workout of a FIT workout file, nested repeats included. Steps that end or aim in ways our model lacks are in
 * `losses`.
 * @throws {TypeError} when the file holds no workout
 */
export function readFitWorkout(bytes: Uint8Array): { workout: Workout; losses: readonly Loss[] } {
  const file = readFit(bytes);
  const head = file.messages('workout')[0] as Fields | undefined;
  const steps = file.messages('workout_step') as readonly Fields[];
  if (head === undefined || steps.length === 0) throw new TypeError('not a FIT workout: it has no workout steps');
  const losses = new Losses();
  const name = text(head.wkt_name);
  const description = text(head.wkt_description);
  const sport = (Object.keys(SPORT) as Sport[]).find((one) => SPORT[one] === head.sport) ?? 'other';
  const items = nest(steps.slice(0, LIMITS.unrolled), losses);
  const workout: Workout = {
    sport,
    ...(name === '' || name === 'Workout' ? {} : { name }),
    ...(description === '' ? {} : { description }),
    steps: items,
  };
  return { workout, losses: losses.list };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A repeat takes the items since the step it points at, each remembered with the index it starts at. */
function nest(steps: readonly Fields[], losses: Losses): Item[] {
  let items: { first: number; item: Item }[] = [];
  steps.forEach((fields, index) => {
    if (fields.duration_type === 'repeat_until_steps_cmplt') {
      const first = number(fields.duration_step) ?? index;
      const inner = items.filter((entry) => entry.first >= first);
      items = items.filter((entry) => entry.first < first);
      const times = number(fields.repeat_steps) ?? 1;
      const name = text(fields.wkt_step_name);
      if (inner.length > 0) {
        const repeat = { times, ...(name === '' ? {} : { name }), steps: inner.map((entry) => entry.item) };
        items.push({ first: inner[0]?.first ?? first, item: repeat });
      }
      return;
    }
    const step = readStep(fields, child('', index), losses);
    if (step !== undefined) items.push({ first: index, item: step });
  });
  return items.map((entry) => entry.item);
}

function readStep(fields: Fields, path: Path, losses: Losses): Item | undefined {
  const length = readLength(fields);
  if (length === undefined) {
    losses.add(path, 'length', 'dropped', `a step that ends by ${String(fields.duration_type)} has no counterpart`);
    return undefined;
  }
  const kind = KINDS.find((one) => one === fields.intensity) as Kind | undefined;
  return stepOf({
    length,
    target: readTarget(fields, path, losses),
    cadence: readCadence(fields),
    kind,
    name: text(fields.wkt_step_name).slice(0, LIMITS.name),
    note: text(fields.notes).slice(0, LIMITS.note),
  });
}

function readLength(fields: Fields): Length | undefined {
  const [seconds, metres, kilocalories, hr] = ['time', 'distance', 'calories', 'hr'].map((name) =>
    number(fields[`duration_${name}`]),
  );
  switch (fields.duration_type) {
    case 'time':
      return seconds === undefined ? undefined : { by: 'time', seconds };
    case 'distance':
      return metres === undefined ? undefined : { by: 'distance', metres };
    case 'calories':
      return kilocalories === undefined ? undefined : { by: 'energy', kilocalories };
    case 'open':
      return { by: 'lap' };
    case 'hr_less_than':
    case 'hr_greater_than': {
      if (hr === undefined || hr <= BPM_FROM) return undefined;
      return { by: 'hr', when: fields.duration_type === 'hr_less_than' ? 'below' : 'above', bpm: hr - BPM_FROM };
    }
    default:
      return undefined;
  }
}

function readCadence(fields: Fields): Cadence | undefined {
  const prefix =
    fields.target_type === 'cadence'
      ? 'custom'
      : fields.secondary_target_type === 'cadence'
        ? 'secondary_custom'
        : undefined;
  const low = number(fields[`${prefix}_target_cadence_low`]);
  const high = number(fields[`${prefix}_target_cadence_high`]);
  return low === undefined || high === undefined ? undefined : { low, high };
}

function readTarget(fields: Fields, path: Path, losses: Losses): Target | undefined {
  const { target_type: type } = fields;
  if (type === undefined || type === 'open' || type === 'cadence') return undefined;
  const bounds = (name: string): [number, number] => [
    number(fields[`custom_target_${name}_low`]) ?? 0,
    number(fields[`custom_target_${name}_high`]) ?? 0,
  ];
  const zone = (name: string, unit: 'power_zone' | 'hr_zone' | 'pace_zone'): Target | undefined => {
    const value = number(fields[`target_${name}_zone`]) ?? 0;
    return value > 0 ? { unit, from: value, to: value } : undefined;
  };
  switch (type) {
    case 'power':
    case 'power3s':
    case 'power10s':
    case 'power30s':
    case 'power_lap':
      return zone('power', 'power_zone') ?? offset(bounds('power'), WATTS_FROM, 'w', '%ftp');
    case 'heart_rate':
    case 'heart_rate_lap':
      return zone('hr', 'hr_zone') ?? offset(bounds('heart_rate'), BPM_FROM, 'bpm', '%hrmax');
    case 'speed':
    case 'speed_lap':
      return zone('speed', 'pace_zone') ?? speed(bounds('speed'));
    default:
      losses.add(path, 'target', 'dropped', `a target of ${String(type)} has no counterpart`);
      return undefined;
  }
}

function offset(
  [low, high]: [number, number],
  from: number,
  above: 'w' | 'bpm',
  below: '%ftp' | '%hrmax',
): Target | undefined {
  if (high === 0) return undefined;
  return low > from || high > from
    ? { unit: above, from: low - from, to: high - from }
    : { unit: below, from: low, to: high };
}

function speed([low, high]: [number, number]): Target | undefined {
  return low > 0 && high > 0 ? { unit: 's/km', from: Math.round(1000 / low), to: Math.round(1000 / high) } : undefined;
}
