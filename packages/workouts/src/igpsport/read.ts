import { LIMITS } from '../limits.ts';
import { type Loss, Losses } from '../loss.ts';
import { child, type Path } from '../path.ts';
import { stepOf } from '../read.ts';
import type { Cadence, Item, Kind, Length, Step, Target, Workout } from '../workout.ts';
import { CLASS_NAME } from './compile.ts';

type Loose = Readonly<Record<string, unknown>>;

/**
 * The workout of a stored course (`GetWorkOutDetail`). Tolerates `openDuration` as boolean, either spelling of the FTP
 * percentage and unknown keys; what the model cannot hold is in `losses`.
 * @throws {TypeError} when it is no course at all
 */
export function readCourse(stored: unknown): { workout: Workout; losses: readonly Loss[] } {
  if (!isObject(stored) || !Array.isArray(stored.structure))
    throw new TypeError('not an iGPSport course: "structure" must be a list of steps');
  const losses = new Losses();
  const steps = (stored.structure as unknown[]).flatMap((node, index) =>
    isObject(node) ? readNode(node, child('', index), losses) : [],
  );
  const name = text(stored.title);
  const description = text(stored.description);
  const workout: Workout = {
    sport: stored.workoutType === 'run' || stored.sportBigType === 2 ? 'run' : 'bike',
    ...(name === '' || name === 'Workout' ? {} : { name }),
    ...(description === '' ? {} : { description }),
    steps,
  };
  return { workout, losses: losses.list };
}

const MOST_DEPTH = 20;

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function readNode(node: Loose, path: Path, losses: Losses, depth = 0): Item[] {
  if (depth > MOST_DEPTH) {
    losses.add(path, 'repeat', 'dropped', `repetitions nest more than ${MOST_DEPTH} deep`);
    return [];
  }
  if (node.type !== 'Repetition') {
    const step = readStep(node, path, losses);
    return step === undefined ? [] : [step];
  }
  const inner = Array.isArray(node.steps) ? node.steps.filter(isObject) : [];
  const steps = inner.flatMap((step, index) => readNode(step, child(path, index), losses, depth + 1));
  if (steps.length === 0) {
    losses.add(
      path,
      'repeat',
      'dropped',
      'the repetition has no steps: the platform drops those of a repeat inside a repeat',
    );
    return [];
  }
  const times = number(isObject(node.length) ? node.length.value : undefined) ?? 1;
  return [{ times: Math.max(1, Math.floor(times)), steps }];
}

const KIND: Readonly<Record<string, Kind>> = { WarmUp: 'warmup', Active: 'active', Rest: 'rest', CoolDown: 'cooldown' };

function readStep(step: Loose, path: Path, losses: Losses): Step | undefined {
  const length = readLength(step);
  if (length === undefined) {
    losses.add(path, 'length', 'dropped', 'the step has no length that can be read');
    return undefined;
  }
  const name = text(step.name);
  const generic = Object.values(CLASS_NAME).includes(name);
  const intensity = isObject(step.intensityTarget) ? step.intensityTarget : undefined;
  const cadence = isObject(step.cadenceTarget)
    ? step.cadenceTarget
    : intensity?.unit === 'Cadence'
      ? intensity
      : undefined;
  return stepOf({
    length,
    target: intensity === undefined || intensity === cadence ? undefined : readTarget(intensity, path, losses),
    cadence: cadence === undefined ? undefined : readCadence(cadence),
    kind: KIND[text(step.intensityClass)],
    name: generic ? undefined : name.slice(0, LIMITS.name),
    note: text(step.note).slice(0, LIMITS.note),
  });
}

function readLength(step: Loose): Length | undefined {
  if (step.openDuration === 'true' || step.openDuration === true) return { by: 'lap' };
  const { unit, value } = isObject(step.length) ? step.length : ({} as Loose);
  const amount = number(value);
  if (amount === undefined || amount <= 0) return undefined;
  if (unit === 'Second') return { by: 'time', seconds: amount };
  if (unit === 'Meter') return { by: 'distance', metres: amount };
  return unit === 'Kcal' ? { by: 'energy', kilocalories: amount } : undefined;
}

function readCadence(target: Loose): Cadence | undefined {
  const low = number(target.minValue);
  const high = number(target.maxValue);
  return low === undefined || high === undefined ? undefined : { low, high };
}

function readTarget(target: Loose, path: Path, losses: Losses): Target | undefined {
  const value = number(target.value) ?? 0;
  const from = number(target.minValue) ?? 0;
  const to = number(target.maxValue) ?? from;
  switch (target.unit) {
    case 'Active':
      return { unit: 'free' };
    case 'Power':
      return { unit: 'power_zone', from: value, to: value };
    case 'HeartRate':
      return { unit: 'hr_zone', from: value, to: value };
    case 'PowerCustom':
      return { unit: 'w', from, to };
    case 'HeartRateCustom':
      return { unit: 'bpm', from, to };
    case 'PercentOfFTP':
    case 'PercentOfFtp':
      return { unit: '%ftp', from, to };
    case 'Speed':
      return readSpeed(from, to, path, losses);
    default:
      losses.add(path, 'target', 'dropped', `the target unit "${text(target.unit)}" is not known`);
      return undefined;
  }
}

/** mm/s to whole seconds per kilometre. */
function readSpeed(low: number, high: number, path: Path, losses: Losses): Target | undefined {
  if (low > 0 && high > 0) return { unit: 's/km', from: Math.round(1_000_000 / low), to: Math.round(1_000_000 / high) };
  losses.add(path, 'target', 'dropped', 'a speed of 0 is no pace');
  return undefined;
}
