import { Failure } from '@core/mcp-kit';
import type { LibraryPort } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import { storedSteps } from '../domain/workouts/steps.ts';
import { familyOf } from './family.ts';

/** Templates of the signed-in person: there is no call for one of them, so each library is read until it is found. */
export function libraryPort(port: TrainingPeaksPort): LibraryPort {
  return {
    workout: async (id) => {
      const { items: libraries } = await port.library.list();
      for (const { exerciseLibraryId: library } of libraries) {
        const { items } = await port.library.items({ library });
        const item = items.find(({ exerciseLibraryItemId }) => exerciseLibraryItemId === id);
        if (item === undefined) continue;
        const steps = storedSteps({ structure: item.structure, workoutTypeValueId: item.workoutTypeId });
        return {
          id,
          name: item.itemName ?? `Workout ${id}`,
          family: familyOf(item.workoutTypeId),
          workout: steps?.workout ?? null,
          text: item.description,
          losses: steps?.losses ?? [],
        };
      }
      throw new Failure('not_found', `There is no workout ${id} in the libraries`, {
        next: 'get a current id from tp_get_library_items',
      });
    },
  };
}
