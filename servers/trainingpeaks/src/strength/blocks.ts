import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireExercise } from '../client/strength/wire.ts';
import type { ChosenBlock } from '../domain/strength/document.ts';
import { chooseExercise } from '../domain/strength/exercises.ts';
import { readBlocks } from '../domain/strength/given.ts';

/**
 * The blocks that a caller describes, each exercise as the library has it now, custom ones too.
 *
 * @throws Failure `bad_input`, `not_found` or `ambiguous`, naming the block or the exercise.
 */
export async function chosenBlocks(port: TrainingPeaksPort, given: readonly unknown[]): Promise<ChosenBlock[]> {
  const blocks = readBlocks(given);
  if (blocks.length === 0) return [];
  const { items } = await port.strength.exercises();
  const asked = new Set(blocks.flatMap(({ exercises }) => exercises.map(({ exercise }) => exercise)));
  const found = new Map<string, WireExercise>();
  const ids = [...asked].map((name) => [name, chooseExercise(items, name)] as const);
  await Promise.all(
    ids.map(async ([name, id]) => found.set(name, (await port.strength.exercise({ exercise: id })).data)),
  );
  return blocks.map((block) => ({
    ...block,
    exercises: block.exercises.map((each) => ({ given: each, exercise: found.get(each.exercise)! })),
  }));
}
