export type StepKind = 'warmup' | 'work' | 'rest' | 'steady' | 'cooldown';

/** A stretch with one target, as a fraction of the threshold (FTP, or threshold speed). */
export interface Step {
  readonly kind: StepKind;
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
  /** Goes linearly from low to high; otherwise the middle is held. */
  readonly ramp?: boolean;
  readonly label?: string;
}

export interface Block {
  readonly repeat: number;
  readonly steps: readonly Step[];
}

export interface Workout {
  readonly target: 'power' | 'pace' | 'none';
  readonly blocks: readonly Block[];
}

/** A step in the order it is done. */
export interface FlatStep extends Step {
  readonly start: number;
  readonly repetition: number | undefined;
}

/** Unrolls the repeats. */
export function flatten(workout: Workout): FlatStep[] {
  const flat: FlatStep[] = [];
  let start = 0;
  for (const block of workout.blocks) {
    for (let round = 1; round <= block.repeat; round++) {
      for (const step of block.steps) {
        flat.push({ ...step, start, repetition: block.repeat > 1 ? round : undefined });
        start += step.seconds;
      }
    }
  }
  return flat;
}

/** Seconds of the whole workout. */
export function durationOf(workout: Workout): number {
  return flatten(workout).reduce((sum, step) => sum + step.seconds, 0);
}

const warmup = (minutes: number, top = 0.72): Block => ({
  repeat: 1,
  steps: [{ kind: 'warmup', seconds: minutes * 60, low: 0.45, high: top, ramp: true }],
});
const cooldown = (minutes: number): Block => ({
  repeat: 1,
  steps: [{ kind: 'cooldown', seconds: minutes * 60, low: 0.5, high: 0.5 }],
});
const single = (step: Step): Block => ({ repeat: 1, steps: [step] });

/** n × work with rest between, warm-up before, cool-down after. Minutes and fractions of threshold. */
export function intervals(
  target: 'power' | 'pace',
  n: number,
  work: { minutes: number; at: number; label?: string },
  rest: { minutes: number; at: number },
  edges: { warmup: number; cooldown: number } = { warmup: 15, cooldown: 10 },
): Workout {
  const label = work.label === undefined ? {} : { label: work.label };
  return {
    target,
    blocks: [
      warmup(edges.warmup),
      {
        repeat: n,
        steps: [
          { kind: 'work', seconds: work.minutes * 60, low: work.at, high: work.at, ...label },
          { kind: 'rest', seconds: rest.minutes * 60, low: rest.at, high: rest.at },
        ],
      },
      cooldown(edges.cooldown),
    ],
  };
}

/** One pace all the way, with a few sprints when asked. */
export function steady(target: 'power' | 'pace', minutes: number, low: number, high: number, sprints = 0): Workout {
  if (sprints === 0) return { target, blocks: [single({ kind: 'steady', seconds: minutes * 60, low, high })] };
  const gap = Math.floor((minutes * 60) / (sprints + 1));
  const base: Step = { kind: 'steady', seconds: gap, low, high };
  const sprint: Step = { kind: 'work', seconds: 10, low: 2.9, high: 2.9, label: 'Sprint' };
  return { target, blocks: [{ repeat: sprints, steps: [base, sprint] }, single(base)] };
}

/** The 20-minute test: a five-minute effort to empty the tank, then 20 minutes at 105 % of true threshold. */
export function thresholdTest(): Workout {
  return {
    target: 'power',
    blocks: [
      warmup(20, 0.8),
      single({ kind: 'work', seconds: 300, low: 1.12, high: 1.12, label: 'Blow out' }),
      single({ kind: 'rest', seconds: 600, low: 0.5, high: 0.5 }),
      single({ kind: 'work', seconds: 1200, low: 1.05, high: 1.05, label: 'Test' }),
      cooldown(12),
    ],
  };
}
