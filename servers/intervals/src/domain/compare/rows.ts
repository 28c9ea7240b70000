import type { Cell } from '@core/mcp-kit';
import type { AlignedStep } from '@core/metrics/alignment';
import { percent } from '../si.ts';
import { speedColumns, speedOf } from '../sport.ts';
import type { Measure, PlanStep } from './plan.ts';

export const comparedColumns = [
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
export function comparedRow(
  aligned: AlignedStep,
  plan: PlanStep,
  measure: Measure,
  sport: string | null,
): Record<string, Cell> {
  const { target } = plan;
  // A target of one value has no inside: only how near the average came says something.
  const single = target === null || target.low === target.high;
  return {
    step: aligned.step + 1,
    kind: aligned.kind,
    label: plan.label,
    start_s: aligned.place?.from ?? null,
    planned_time_s: plan.seconds,
    done_time_s: aligned.seconds,
    ...named('target_low', measure, target?.low ?? null, sport),
    ...named('target_high', measure, single ? null : target.high, sport),
    ...named('done', measure, aligned.average, sport),
    of_target_pct: aligned.targetPercent,
    in_target_pct: single ? null : percent(aligned.inTarget),
    duration: aligned.place === null ? 'not done' : aligned.duration,
    effort: aligned.effort,
  };
}

function named(prefix: string, measure: Measure, value: number | null, sport: string | null): Record<string, Cell> {
  if (measure === 'power') return { [`${prefix}_power_w`]: value };
  if (measure === 'hr') return { [`${prefix}_hr_bpm`]: value };
  return Object.fromEntries(Object.entries(speedOf(sport, value)).map(([name, cell]) => [`${prefix}_${name}`, cell]));
}

function measureColumns(prefix: string): string[] {
  return [`${prefix}_power_w`, `${prefix}_hr_bpm`, ...speedColumns.map((name) => `${prefix}_${name}`)];
}
