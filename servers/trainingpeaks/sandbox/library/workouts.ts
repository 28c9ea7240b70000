import type { Step, StepKind, Workout } from '@core/sandbox/athlete';
import type { Row } from '../shape/body.ts';
import { plannedLoad, structureOf } from '../workouts/structure.ts';

/** A workout of shelves and plans. */
export interface Recipe {
  readonly name: string;
  readonly type: number;
  readonly sub: number | null;
  readonly description: string | null;
  readonly workout: Workout;
}

const step = (kind: StepKind, minutes: number, low: number, high: number): Step => ({
  kind,
  seconds: minutes * 60,
  low,
  high,
});

/** Repeats between a warm-up and a cool-down. */
function repeats(target: 'power' | 'pace', repeat: number, work: Step, rest: Step): Workout {
  return {
    target,
    blocks: [
      { repeat: 1, steps: [step('warmup', 15, 0.5, 0.7)] },
      { repeat, steps: [work, rest] },
      { repeat: 1, steps: [step('cooldown', 10, 0.45, 0.55)] },
    ],
  };
}

const through = (target: 'power' | 'pace', minutes: number, low: number, high: number): Workout => ({
  target,
  blocks: [{ repeat: 1, steps: [step('steady', minutes, low, high)] }],
});

/** What one coach uses over and over. */
export const RECIPES: readonly Recipe[] = [
  {
    name: '3 x 12 min sweet spot',
    type: 2,
    sub: 6,
    description: 'Stay seated, 88 to 93 %.',
    workout: repeats('power', 3, step('work', 12, 0.88, 0.93), step('rest', 4, 0.5, 0.6)),
  },
  {
    name: '5 x 4 min VO2max',
    type: 2,
    sub: null,
    description: null,
    workout: repeats('power', 5, step('work', 4, 1.08, 1.15), step('rest', 4, 0.45, 0.55)),
  },
  { name: 'Endurance 2 h', type: 2, sub: 3, description: 'Easy.', workout: through('power', 120, 0.6, 0.72) },
  {
    name: '6 x 4 min at threshold',
    type: 3,
    sub: 11,
    description: 'On the track.',
    workout: repeats('pace', 6, step('work', 4, 0.98, 1.02), step('rest', 2, 0.6, 0.7)),
  },
  { name: 'Easy run', type: 3, sub: 10, description: null, workout: through('pace', 45, 0.7, 0.8) },
];

/** The planned numbers of a recipe, and its structure as an object. */
export function planned({ workout }: Recipe): Row {
  const { seconds, intensity, tss } = plannedLoad(workout);
  return {
    structure: structureOf(workout),
    totalTimePlanned: seconds / 3600,
    ifPlanned: intensity,
    tssPlanned: tss,
  };
}
