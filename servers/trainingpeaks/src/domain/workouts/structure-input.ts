import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { Workout } from '@core/workouts';
import { readStructure, type TpStructure } from '@core/workouts/trainingpeaks';
import { sportFamily } from './sport.ts';
import { readSteps } from './steps.ts';

/** A session given as an object instead of steps. */
export interface GivenStructure {
  readonly workout: Workout;
  /** Set when the platform's own form was given: it is stored as it is. */
  readonly native?: TpStructure;
  /** What steps cannot hold of it; the stored form keeps it. */
  readonly losses: readonly { readonly path: string; readonly message: string }[];
}

const FORM = 'send `steps` instead, e.g. [{"for":"10min","at":"55% FTP"}]';

const target = z.looseObject({ minValue: z.optional(z.number()), maxValue: z.optional(z.number()) });
const nativeStep = z.looseObject({
  length: z.looseObject({ value: z.number(), unit: z.string() }),
  targets: z.array(target),
});
const native = z.looseObject({
  structure: z.array(
    z.looseObject({
      type: z.string(),
      length: z.looseObject({ value: z.number() }),
      steps: z.array(nativeStep),
    }),
  ),
  polyline: z.array(z.array(z.number())),
  primaryLengthMetric: z.enum(['duration', 'distance']),
  primaryIntensityMetric: z.enum([
    'percentOfFtp',
    'percentOfThresholdHr',
    'percentOfThresholdPace',
    'percentOfMaxHr',
    'rpe',
  ]),
  primaryIntensityTargetOrRange: z.enum(['range', 'target']),
});

/**
 * Reads the platform's own structure, or the simple form of other TrainingPeaks tools (`duration_seconds`,
 * `intensity_min`, …); as an object or as JSON text.
 *
 * @throws Failure `bad_input` saying what is missing.
 */
export function readStructureInput(given: unknown, sport: number | null): GivenStructure {
  const root = typeof given === 'string' ? parsed(given) : given;
  if (typeof root !== 'object' || root === null) {
    throw new Failure('bad_input', 'The structure is no object', { next: FORM });
  }
  if (!('structure' in root)) return { workout: readSteps(fromSimple(root), sport), losses: [] };
  const checked = native.safeParse(root);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    throw new Failure('bad_input', `The structure is incomplete: ${path.join('.')} ${message}`, { next: FORM });
  }
  const { workout, losses } = readStructure(root, { sport: sportFamily(sport) });
  return { workout, losses, native: root as TpStructure };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('bad_input', 'The structure is no JSON', { next: FORM });
  }
}

const UNIT: Readonly<Record<string, string>> = {
  percentOfFtp: '% FTP',
  percentOfThresholdHr: '% LTHR',
  percentOfThresholdPace: '% pace',
  percentOfMaxHr: '% HRmax',
};

const KIND: Readonly<Record<string, string>> = { warmUp: 'warmup', coolDown: 'cooldown' };

const simpleStep = z.looseObject({
  type: z.optional(z.string()),
  name: z.optional(z.string()),
  reps: z.optional(z.number()),
  steps: z.optional(z.array(z.unknown())),
  duration_seconds: z.optional(z.number()),
  intensity_min: z.optional(z.number()),
  intensity_max: z.optional(z.number()),
  intensityClass: z.optional(z.string()),
  cadence_min: z.optional(z.number()),
  cadence_max: z.optional(z.number()),
});

function fromSimple(root: object): unknown[] {
  const { steps, primaryIntensityMetric: metric = 'percentOfFtp' } = root as Readonly<Record<string, unknown>>;
  if (!Array.isArray(steps)) {
    throw new Failure('bad_input', 'The structure has neither `structure` (the form of TrainingPeaks) nor `steps`', {
      next: FORM,
    });
  }
  return steps.map((step: unknown) => fromSimpleStep(step, String(metric)));
}

function fromSimpleStep(given: unknown, metric: string): unknown {
  const read = simpleStep.safeParse(given);
  if (!read.success) return given;
  const step = read.data;
  if (step.steps !== undefined) {
    return { repeat: step.reps ?? 1, steps: step.steps.map((each) => fromSimpleStep(each, metric)) };
  }
  if (step.duration_seconds === undefined) return given;
  const at = band(step.intensity_min, step.intensity_max);
  const cadence = band(step.cadence_min, step.cadence_max);
  const kind = step.intensityClass;
  return {
    for: `${step.duration_seconds}s`,
    ...(at !== undefined && { at: metric === 'rpe' ? `RPE ${at}` : `${at}${UNIT[metric] ?? ` ${metric}`}` }),
    ...(cadence !== undefined && { cadence }),
    ...(kind !== undefined && { kind: KIND[kind] ?? kind }),
    ...(step.name !== undefined && { name: step.name }),
  };
}

function band(low: number | undefined, high: number | undefined): string | undefined {
  if (low === undefined) return high === undefined ? undefined : String(high);
  return high === undefined || high === low ? String(low) : `${low}-${high}`;
}
