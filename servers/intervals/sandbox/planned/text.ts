import type { Sport, Step, Workout } from '@core/sandbox/athlete';

/** A simulated workout in the service's workout language. */
export function workoutText(workout: Workout, sport: Sport): string {
  const suffix = workout.target === 'pace' ? ' Pace' : '';
  const blocks = workout.blocks.map((block) => {
    const lines = block.steps.map((step) => stepLine(step, suffix));
    if (block.repeat > 1) return [`${block.repeat}x`, ...lines].join('\n');
    const heading =
      block.steps[0]?.kind === 'warmup' ? ['Warmup'] : block.steps[0]?.kind === 'cooldown' ? ['Cooldown'] : [];
    return [...heading, ...lines].join('\n');
  });
  return sport === 'strength' ? '' : blocks.join('\n\n');
}

function stepLine(step: Step, suffix: string): string {
  const label = step.label === undefined ? '' : `${step.label} `;
  const low = Math.round(step.low * 100);
  const high = Math.round(step.high * 100);
  const target = low === high ? `${low}%` : step.ramp === true ? `ramp ${low}-${high}%` : `${low}-${high}%`;
  return `- ${label}${amount(step.seconds)}${high === 0 ? ' rest' : ` ${target}${suffix}`}`;
}

function amount(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return `${minutes > 0 ? `${minutes}m` : ''}${rest > 0 ? `${rest}s` : ''}`;
}
