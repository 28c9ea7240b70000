import type { PlannedStep } from '@core/metrics/alignment';
import type { DocStep, IntervalsSettings, Resolved, WorkoutDoc } from '@core/workouts/intervals';
import { resolveDoc } from '@core/workouts/intervals';

/** What a plan asks for and the recording is held against. */
export type Measure = 'power' | 'hr' | 'speed';

/** A step of a plan in the order it is done, in absolute units. */
export interface PlanStep extends PlannedStep {
  readonly label: string | null;
}

const keys = { power: '_power', hr: '_hr', speed: '_pace' } as const;

/** A plan written out step by step, in the measure that most of its time is given in; `undefined` without any target. */
export function planSteps(
  doc: WorkoutDoc,
  settings: IntervalsSettings,
  indoor: boolean,
): { readonly measure: Measure; readonly steps: PlanStep[] } | undefined {
  const leaves = writtenOut(resolveDoc(doc, settings, { indoor }).steps);
  const measures = Object.keys(keys) as Measure[];
  const counted = measures.map((measure) => ({
    measure,
    steps: leaves.filter((leaf) => leaf[keys[measure]] !== undefined).length,
  }));
  const most = counted.reduce((best, each) => (each.steps > best.steps ? each : best));
  if (most.steps === 0) return undefined;
  return { measure: most.measure, steps: leaves.map((leaf) => planStep(leaf, leaf[keys[most.measure]])) };
}

function writtenOut(steps: readonly DocStep[]): DocStep[] {
  return steps.flatMap((step) => {
    if (step.steps === undefined) return [step];
    const once = writtenOut(step.steps);
    return Array.from({ length: step.reps ?? 1 }, () => once).flat();
  });
}

function planStep(leaf: DocStep, target: Resolved | undefined): PlanStep {
  const low = target?.start ?? target?.value;
  const high = target?.end ?? target?.value;
  const kind = restful(leaf) ? ({ kind: 'rest' } as const) : {};
  return {
    seconds:
      leaf.duration !== undefined && leaf.until_lap_press !== true && leaf.distance === undefined
        ? leaf.duration
        : null,
    target: low === undefined || high === undefined ? null : { low: Math.min(low, high), high: Math.max(low, high) },
    label: leaf.text ?? (leaf.warmup ? 'warm-up' : leaf.cooldown ? 'cool-down' : null),
    ...kind,
  };
}

function restful({ warmup, cooldown, intensity }: DocStep): boolean {
  return warmup === true || cooldown === true || ['rest', 'recovery', 'warmup', 'cooldown'].includes(intensity ?? '');
}
