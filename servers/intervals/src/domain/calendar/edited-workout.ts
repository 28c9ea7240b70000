import { Failure } from '@core/mcp-kit';
import type { Workout } from '@core/workouts';
import type { WireEvent } from '../../client/wire/event.ts';
import { readDraft, type Stored, storedWorkout } from './planned-workout.ts';

/** What a caller wants different about the content of a workout. */
export interface ContentEdit {
  readonly steps?: readonly unknown[] | undefined;
  readonly description?: string | undefined;
}

/**
 * The stored workout with other steps or another description. Text and steps share one field on the platform, so that
 * changing one rewrites both: what is not named is taken over from what is stored.
 *
 * @throws Failure `bad_input` for steps that cannot be read, `blocked` where the structure is locked.
 */
export function editedWorkout(
  event: Stored & Partial<Pick<WireEvent, 'id' | 'structure_read_only'>>,
  name: string,
  { steps, description }: ContentEdit,
): Workout {
  if (event.structure_read_only === true) {
    throw new Failure('blocked', `The structure of event ${event.id} is locked`, {
      next: 'tell the user to ask the coach',
    });
  }
  const stored = storedWorkout(event);
  const text = description ?? stored.description;
  if (steps !== undefined) return readDraft({ sport: event.type ?? 'Other', name, description: text, steps });
  const { description: _old, ...rest } = stored;
  return { ...rest, ...(text !== undefined && text !== '' && { description: text }) };
}
