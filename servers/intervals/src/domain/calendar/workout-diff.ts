import type { FieldChange } from '@core/mcp-kit';
import type { WireEvent } from '../../client/wire/event.ts';
import type { CompiledWorkout } from './planned-workout.ts';

/** What a new workout puts on the calendar, as a person reads it: its steps are the text that is sent, said once. */
export function newWorkoutDiff({ plan, text }: CompiledWorkout): FieldChange[] {
  return [
    ...(plan.seconds === 0 ? [] : [{ field: 'planned_time_s', before: null, after: plan.seconds }]),
    ...(plan.load === null ? [] : [{ field: 'planned_load', before: null, after: plan.load }]),
    ...(plan.intensity === null
      ? []
      : [{ field: 'planned_intensity_pct', before: null, after: Math.round(plan.intensity) }]),
    { field: 'text', before: null, after: text.trim() },
  ];
}

/** The fields of a workout that an edit may touch. */
export interface WorkoutEdit {
  readonly date: string;
  readonly name: string;
}

/** What an edit changes, before and after; fields that stay are not in it. */
export function workoutDiff(event: WireEvent, edit: WorkoutEdit, compiled: CompiledWorkout | undefined): FieldChange[] {
  const before = { date: event.start_date_local?.slice(0, 10) ?? null, name: event.name };
  const simple = (['date', 'name'] as const)
    .map((field) => ({ field, before: before[field], after: edit[field] }))
    .filter((change) => change.before !== change.after);
  if (compiled === undefined || compiled.text.trim() === (event.description ?? '').trim()) return simple;
  return [
    ...simple,
    { field: 'planned_time_s', before: event.moving_time, after: compiled.plan.seconds },
    { field: 'planned_load', before: event.icu_training_load, after: compiled.plan.load },
    { field: 'text', before: event.description?.trim() ?? null, after: compiled.text.trim() },
  ];
}
