import type { Cell } from '@core/mcp-kit';
import type { AlignedStep } from '@core/metrics/alignment';
import type { SportFamily, StepPlan } from '../ports/index.ts';
import { speedColumns, speedOf } from '../recording/pace.ts';

type Measure = StepPlan['measure'];

export const stepColumns = [
  'step',
  'kind',
  'label',
  'start_s',
  'planned_time_s',
  'done_time_s',
  ...measureColumns('target_low'),
  ...measureColumns('target_high'),
  ...measureColumns('done'),
  'of_target_pct',
  'in_target_pct',
  'duration',
  'effort',
];

/** One planned step beside what was done of it. `duration` and `effort` are verdicts: met, short, long; met, under, over. */
export function stepRow(aligned: AlignedStep, { measure, steps }: StepPlan, family: SportFamily): Record<string, Cell> {
  const { target, seconds, label } = steps[aligned.step]!;
  // A target of one value has no inside: only how near the average came says something.
  const single = target === null || target.low === target.high;
  return {
    step: aligned.step + 1,
    kind: aligned.kind,
    label,
    start_s: aligned.place?.from ?? null,
    planned_time_s: seconds,
    done_time_s: aligned.seconds,
    ...named('target_low', measure, target?.low ?? null, family),
    ...named('target_high', measure, single ? null : target.high, family),
    ...named('done', measure, aligned.average, family),
    of_target_pct: aligned.targetPercent,
    in_target_pct: single || aligned.inTarget === null ? null : 100 * aligned.inTarget,
    duration: aligned.place === null ? 'not done' : aligned.duration,
    effort: aligned.effort,
  };
}

function named(prefix: string, measure: Measure, value: number | null, family: SportFamily): Record<string, Cell> {
  if (measure === 'power') return { [`${prefix}_power_w`]: value };
  if (measure === 'heart_rate') return { [`${prefix}_hr_bpm`]: value };
  return Object.fromEntries(Object.entries(speedOf(family, value)).map(([name, cell]) => [`${prefix}_${name}`, cell]));
}

function measureColumns(prefix: string): string[] {
  return [`${prefix}_power_w`, `${prefix}_hr_bpm`, ...speedColumns.map((name) => `${prefix}_${name}`)];
}
