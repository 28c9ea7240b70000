import type { CallContext } from '@core/mcp-kit';
import type { LibraryPort } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import { hasSteps } from '../domain/calendar/event.ts';
import { storedLosses, storedWorkout } from '../domain/calendar/planned-workout.ts';
import { familyOf } from '../domain/sport.ts';

/** The library of the account's owner. */
export function libraryPort({ port, self }: CallContext<IntervalsPort>): LibraryPort {
  return {
    workout: async (id) => {
      const stored = await port.library.getWorkout({ athlete: (await self()).id, workout: id });
      const steps = hasSteps(stored);
      return {
        id: stored.id,
        name: stored.name ?? `Workout ${stored.id}`,
        family: familyOf(stored.type),
        workout: steps ? storedWorkout(stored) : null,
        text: steps ? null : stored.description,
        losses: storedLosses(stored),
      };
    },
  };
}
