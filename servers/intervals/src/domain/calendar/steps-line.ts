import type { StepInput } from '@core/workouts';

/** Steps on one line as a coach would write them: `15min ramp 50-75% FTP (warmup), 2 x [20min 88-94% FTP, 5min 50% FTP]`. */
export function stepsLine(steps: readonly StepInput[]): string {
  return steps.map(stepText).join(', ');
}

function stepText({ repeat, steps, for: length, at, cadence, kind, name, note }: StepInput): string {
  const what = repeat === undefined ? length : `${repeat} x [${stepsLine(steps ?? [])}]`;
  return [
    ...(name === undefined ? [] : [`"${name}"`]),
    what,
    at,
    ...(cadence === undefined ? [] : [`${cadence} rpm`]),
    ...(kind === undefined ? [] : [`(${kind})`]),
    ...(note === undefined ? [] : [`“${note}”`]),
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}
