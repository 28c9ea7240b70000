import { writeCadence } from './grammar/cadence.ts';
import { writeLength } from './grammar/length.ts';
import { writeTarget } from './grammar/target.ts';
import type { StepInput, WorkoutInput } from './schema.ts';
import { type Item, isRepeat, type Workout } from './workout.ts';

/** The compact form of a workout; `readWorkout` gives the same workout back. */
export function writeWorkout(workout: Workout): WorkoutInput {
  const { sport, name, description, steps } = workout;
  return {
    sport,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    steps: steps.map(writeItem),
  };
}

function writeItem(item: Item): StepInput {
  const name = item.name === undefined ? {} : { name: item.name };
  if (isRepeat(item)) return { repeat: item.times, ...name, steps: item.steps.map(writeItem) };
  return {
    for: writeLength(item.length),
    ...(item.target === undefined ? {} : { at: writeTarget(item.target) }),
    ...(item.cadence === undefined ? {} : { cadence: writeCadence(item.cadence) }),
    ...(item.kind === undefined ? {} : { kind: item.kind }),
    ...name,
    ...(item.note === undefined ? {} : { note: item.note }),
  };
}
