import type { StepPlan } from '@core/training-tools';
import { isIntensity, type Step, type Thresholds, unrolled, type Workout } from '@core/workouts';
import { type Absolute, resolveTarget } from '@core/workouts/load';

/** Steps that are no work, whatever they ask for. */
const restful: ReadonlySet<string> = new Set(['warmup', 'recovery', 'rest', 'cooldown']);

/** A session written out step by step, in the measure that most of its steps are given in; `null` without any target. */
export function stepPlan({ steps }: Workout, thresholds: Thresholds): StepPlan | null {
  const leaves = unrolled(steps).map(({ step }) => ({ step, target: targetOf(step, thresholds) }));
  const count = (metric: Absolute['metric']) => leaves.filter(({ target }) => target?.metric === metric).length;
  const most = (['power', 'hr', 'speed'] as const).reduce((best, each) => (count(each) > count(best) ? each : best));
  if (count(most) === 0) return null;
  return {
    measure: most === 'hr' ? 'heart_rate' : most,
    steps: leaves.map(({ step, target }) => ({
      seconds: step.length.by === 'time' ? step.length.seconds : null,
      target:
        target?.metric === most
          ? { low: Math.min(target.from, target.to), high: Math.max(target.from, target.to) }
          : null,
      label:
        step.name ?? ({ warmup: 'warm-up', cooldown: 'cool-down' } as Record<string, string>)[step.kind ?? ''] ?? null,
      ...(restful.has(step.kind ?? '') && { kind: 'rest' as const }),
    })),
  };
}

function targetOf({ target }: Step, thresholds: Thresholds): Absolute | undefined {
  if (!isIntensity(target)) return undefined;
  if (target.unit === 'rpe') return undefined;
  const resolved = resolveTarget(target, thresholds);
  return 'unresolved' in resolved ? undefined : resolved;
}
