import { type Block, flatten, type Step, type Workout } from '@core/sandbox/athlete';
import type { Row } from '../shape/body.ts';

const CLASS_OF_KIND = {
  warmup: 'warmUp',
  work: 'active',
  rest: 'rest',
  steady: 'active',
  cooldown: 'coolDown',
} as const;
const NAME_OF_KIND = {
  warmup: 'Warm up',
  work: 'Hard',
  rest: 'Easy',
  steady: 'Steady',
  cooldown: 'Cool down',
} as const;

/** A workout of the simulator as the service stores structure: percent of threshold, seconds. */
export function structureOf(workout: Workout): Row {
  let begin = 0;
  const blocks = workout.blocks.map((block) => {
    const end = begin + block.repeat * block.steps.reduce((sum, step) => sum + step.seconds, 0);
    const row = blockOf(block, begin, end);
    begin = end;
    return row;
  });
  return {
    structure: blocks,
    polyline: polylineOf(workout),
    primaryLengthMetric: 'duration',
    primaryIntensityMetric: workout.target === 'pace' ? 'percentOfThresholdPace' : 'percentOfFtp',
    primaryIntensityTargetOrRange: 'range',
    visualizationDistanceUnit: null,
  };
}

function blockOf(block: Block, begin: number, end: number): Row {
  const repeated = block.repeat > 1;
  return {
    type: repeated ? 'repetition' : 'step',
    length: { value: block.repeat, unit: 'repetition' },
    steps: block.steps.map((step) => ({ ...stepOf(step), ...(repeated && { type: 'step' }) })),
    begin,
    end,
  };
}

function stepOf(step: Step): Row {
  return {
    name: step.label ?? NAME_OF_KIND[step.kind],
    length: { value: step.seconds, unit: 'second' },
    targets: [{ minValue: percent(step.low), maxValue: percent(step.high) }],
    intensityClass: CLASS_OF_KIND[step.kind],
    openDuration: false,
  };
}

const percent = (share: number) => Math.round(share * 1000) / 10;
const four = (value: number) => Math.round(value * 10_000) / 10_000;

/** The outline of the preview: one box a step, as high as its upper bound over the highest. */
function polylineOf(workout: Workout): number[][] {
  const steps = flatten(workout);
  const last = steps.at(-1);
  const length = last === undefined ? 1 : last.start + last.seconds;
  const top = Math.max(0.01, ...steps.map((step) => step.high));
  return steps.flatMap((step) => {
    const from = four(step.start / length);
    const to = four((step.start + step.seconds) / length);
    const height = four(step.high / top);
    return [
      [from, 0],
      [from, height],
      [to, height],
      [to, 0],
    ];
  });
}

/** Planned intensity and load of a workout: fourth-power mean of the middles of its targets. */
export function plannedLoad(workout: Workout): { seconds: number; intensity: number; tss: number } {
  const steps = flatten(workout);
  const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
  const powers = steps.reduce((sum, step) => sum + step.seconds * ((step.low + step.high) / 2) ** 4, 0);
  const intensity = seconds === 0 ? 0 : (powers / seconds) ** 0.25;
  return {
    seconds,
    intensity: Math.round(intensity * 1000) / 1000,
    tss: Math.round(((seconds * intensity ** 2 * 100) / 3600) * 10) / 10,
  };
}
