import { renderText } from '@core/mcp-kit';
import type { StepInput } from '@core/workouts';
import { stepsLine } from '../domain/calendar/steps-line.ts';

type Group = Readonly<Record<string, unknown>>;

/** The text of an answer that holds a workout: its steps stand on one line instead of in brackets. */
export function workoutText(output: Group): string {
  const { workout } = output;
  const inside = typeof workout === 'object' && workout !== null ? { workout: spoken(workout as Group) } : {};
  return renderText(spoken({ ...output, ...inside }));
}

function spoken(group: Group): Group {
  return Array.isArray(group.steps) ? { ...group, steps: stepsLine(group.steps as StepInput[]) } : group;
}
