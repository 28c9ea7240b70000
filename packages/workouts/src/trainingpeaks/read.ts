import { LIMITS } from '../limits.ts';
import { type Loss, Losses } from '../loss.ts';
import { child, type Path } from '../path.ts';
import { stepOf } from '../read.ts';
import type { Cadence, Intensity, Item, Kind, Length, Sport, Step, Workout } from '../workout.ts';
import { CLASS_NAME } from './compile-step.ts';
import { CADENCE_UNIT } from './structure.ts';

type Loose = Readonly<Record<string, unknown>>;

/**
 * The workout of a stored structure, as an object or as its JSON string. Tolerates every length unit, open upper ends
 * and unknown keys; what the model cannot hold is in `losses`.
 * @throws {TypeError} when it is no structure at all
 */
export function readStructure(
  stored: unknown,
  about: { readonly sport: Sport; readonly name?: string; readonly description?: string },
): { workout: Workout; losses: readonly Loss[] } {
  const root = typeof stored === 'string' ? fromJson(stored) : stored;
  if (!isObject(root) || !Array.isArray(root.structure))
    throw new TypeError('not a TrainingPeaks structure: "structure" must be a list of blocks');
  const losses = new Losses();
  const metric = typeof root.primaryIntensityMetric === 'string' ? root.primaryIntensityMetric : '';
  const steps: Item[] = [];
  for (const block of root.structure as unknown[]) {
    if (isObject(block)) steps.push(...readBlock(block, steps.length, metric, losses));
  }
  const { sport, name, description } = about;
  const workout: Workout = {
    sport,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    steps,
  };
  return { workout, losses: losses.list };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError('not a TrainingPeaks structure: the text is not JSON');
  }
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function readBlock(block: Loose, index: number, metric: string, losses: Losses): Item[] {
  const times = number(isObject(block.length) ? block.length.value : undefined) ?? 1;
  const repeated = block.type === 'repetition' || times > 1;
  const list = Array.isArray(block.steps) ? block.steps.filter(isObject) : [];
  const place = (at: number) => (repeated ? child(child('', index), at) : child('', index + at));
  const steps = list.map((step, at) => readStep(step, place(at), metric, losses)).filter((step) => step !== undefined);
  if (steps.length === 0) return [];
  return repeated ? [{ times: Math.max(1, Math.round(times)), steps }] : steps;
}

function readStep(step: Loose, path: Path, metric: string, losses: Losses): Step | undefined {
  const fixed = readLength(isObject(step.length) ? step.length : {});
  if (fixed === undefined) {
    losses.add(path, 'length', 'dropped', 'the step has no length that can be read');
    return undefined;
  }
  const targets = Array.isArray(step.targets) ? step.targets.filter(isObject) : [];
  const kind = KIND[String(step.intensityClass)];
  const name = typeof step.name === 'string' ? step.name.trim() : '';
  const generic = Object.values<string>(CLASS_NAME).includes(name);
  return stepOf({
    length: step.openDuration === true ? { by: 'lap', plan: fixed } : fixed,
    target: readTarget(targets, path, metric, losses),
    cadence: readCadence(targets.find(({ unit }) => unit === CADENCE_UNIT)),
    kind,
    name: generic ? undefined : name.slice(0, LIMITS.name),
    note: typeof step.notes === 'string' ? step.notes.slice(0, LIMITS.note) : undefined,
  });
}

const KIND: Readonly<Record<string, Kind>> = {
  warmUp: 'warmup',
  active: 'active',
  rest: 'rest',
  recovery: 'recovery',
  coolDown: 'cooldown',
  other: 'other',
};

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };
const METRES: Readonly<Record<string, number>> = { meter: 1, kilometer: 1000, mile: 1609.344, yard: 0.9144 };

function readLength(length: Loose): Extract<Length, { by: 'time' | 'distance' }> | undefined {
  const value = number(length.value);
  const unit = String(length.unit);
  if (value === undefined || value <= 0) return undefined;
  const seconds = SECONDS[unit];
  if (seconds !== undefined) return { by: 'time', seconds: Math.round(value * seconds) };
  const metres = METRES[unit];
  return metres === undefined ? undefined : { by: 'distance', metres: Math.round(value * metres * 1000) / 1000 };
}

function readCadence(target: Loose | undefined): Cadence | undefined {
  const low = number(target?.minValue);
  return low === undefined ? undefined : { low, high: number(target?.maxValue) ?? low };
}

const METRIC_UNIT: Readonly<Record<string, Intensity['unit']>> = {
  percentOfFtp: '%ftp',
  percentOfThresholdHr: '%lthr',
  percentOfThresholdPace: '%pace',
  percentOfMaxHr: '%hrmax',
  rpe: 'rpe',
  power: 'w',
  heartRate: 'bpm',
};

function readTarget(targets: readonly Loose[], path: Path, metric: string, losses: Losses): Intensity | undefined {
  const primary = targets.find(({ unit }) => unit === undefined || unit === null);
  const others = targets.filter((target) => target !== primary && target.unit !== CADENCE_UNIT);
  for (const other of others)
    losses.add(path, 'target', 'dropped', `the second target in ${String(other.unit)} is left out`);
  const from = number(primary?.minValue) ?? number(primary?.maxValue);
  if (from === undefined) return undefined;
  const unit = METRIC_UNIT[metric];
  if (unit === undefined) {
    losses.add(path, 'target', 'dropped', `the intensity metric "${metric}" is not known`);
    return undefined;
  }
  const to = number(primary?.maxValue) ?? from;
  return { unit, from: Math.min(from, to), to: Math.max(from, to) };
}
