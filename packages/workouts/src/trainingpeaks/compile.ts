import { stairs } from '../convert/stairs.ts';
import { type Loss, Losses } from '../loss.ts';
import type { Thresholds } from '../thresholds.ts';
import { type FlatItem, isFlatRepeat, type PlacedStep, unrolled, withoutNesting } from '../unrolled.ts';
import type { Sport, Workout } from '../workout.ts';
import { compileStep, type StepContext } from './compile-step.ts';
import { extentOf, lengthMetric, polylineOf } from './extent.ts';
import { leadingMetric } from './metric.ts';
import type { TpBlock, TpStep, TpStructure, TpTotals } from './structure.ts';
import { totalsOf } from './totals.ts';

export interface CompiledStructure {
  readonly structure: TpStructure;
  readonly totals: TpTotals;
  readonly losses: readonly Loss[];
}

/**
 * The structure, preview outline and planned totals for TrainingPeaks. A workout there has one intensity metric: the
 * one most steps use; the others are converted with `thresholds` or dropped with a loss. `description` and `name`
 * belong in the workout's own fields.
 */
export function compileStructure(workout: Workout, thresholds: Thresholds = {}): CompiledStructure {
  const losses = new Losses();
  const metric = leadingMetric(unrolled(workout.steps));
  const context: StepContext = { metric, thresholds, losses };
  const items = withoutNesting(workout.steps, (path, repeat) => losses.unrolled(path, repeat, 'repeats do not nest'));
  const drafts = items.flatMap((item) => draftOf(item, context));
  const primaryLengthMetric = lengthMetric(drafts);
  const blocks = placed(drafts, primaryLengthMetric, metric, thresholds, workout.sport);
  const single = drafts.every(({ steps }) =>
    steps.every((step) => step.targets.every((target) => target.minValue === target.maxValue)),
  );
  const structure: TpStructure = {
    structure: blocks,
    polyline: polylineOf(blocks, primaryLengthMetric, metric, thresholds, workout.sport),
    primaryLengthMetric,
    primaryIntensityMetric: metric,
    primaryIntensityTargetOrRange: single ? 'target' : 'range',
    visualizationDistanceUnit:
      primaryLengthMetric === 'duration' ? null : workout.sport === 'swim' ? 'meter' : 'kilometer',
  };
  return { structure, totals: totalsOf(structure, thresholds), losses: losses.list };
}

interface Draft {
  readonly times: number;
  readonly repetition: boolean;
  readonly steps: TpStep[];
}

function draftOf(item: FlatItem, context: StepContext): Draft[] {
  if (!isFlatRepeat(item)) {
    return compiledSteps(item, context).map((step) => ({ times: 1, repetition: false, steps: [step] }));
  }
  if (item.name !== undefined)
    context.losses.add(item.path, 'name', 'dropped', `a repetition has no name: "${item.name}" is left out`);
  const steps = item.steps
    .flatMap((placedStep) => compiledSteps(placedStep, context))
    .map((step) => ({ ...step, type: 'step' as const }));
  return [{ times: item.times, repetition: true, steps }];
}

function compiledSteps({ path, step }: PlacedStep, context: StepContext): TpStep[] {
  const levels = stairs(step);
  if (levels === undefined) return [compileStep(step, path, context)];
  context.losses.add(path, 'target', 'approximated', `the ramp is written as ${levels.length} level steps`);
  return levels.map((level) => compileStep(level, path, context));
}

function placed(
  drafts: readonly Draft[],
  lengths: 'duration' | 'distance',
  metric: StepContext['metric'],
  thresholds: Thresholds,
  sport: Sport,
): TpBlock[] {
  let begin = 0;
  return drafts.map(({ times, repetition, steps }) => {
    const once = steps.reduce((sum, step) => sum + extentOf(step, lengths, metric, thresholds, sport), 0);
    const end = Math.round(begin + times * once);
    const block: TpBlock = {
      type: repetition ? 'repetition' : 'step',
      length: { value: times, unit: 'repetition' },
      steps,
      begin,
      end,
    };
    begin = end;
    return block;
  });
}
