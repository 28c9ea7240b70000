import { endpoint, path } from '@core/mcp-kit/http';
import { type BlockBody, wireAvailabilities, wireAvailability, wireNewAvailability } from './wire.ts';

interface OfAthlete {
  readonly athlete: string;
}
interface OfBlock extends OfAthlete {
  readonly block: string;
}

export const listAvailability = endpoint<OfAthlete & { oldest: string; newest: string }>()({
  method: 'GET',
  path: ({ athlete, oldest, newest }) => path`fitness/v1/athletes/${athlete}/availability/${oldest}/${newest}`,
  response: wireAvailabilities,
  cacheSeconds: 60,
});

/** Never from the cache: what is put back whole would undo what somebody changed meanwhile. */
export const getAvailability = endpoint<OfBlock>()({
  method: 'GET',
  path: ({ athlete, block }) => path`fitness/v1/athletes/${athlete}/availability/${block}`,
  response: wireAvailability,
});

/** The body names the athlete `personId`; with `athleteId` it is refused. */
export const createAvailability = endpoint<OfAthlete & { body: BlockBody }>()({
  method: 'POST',
  path: ({ athlete }) => path`fitness/v1/athletes/${athlete}/availability`,
  body: ({ body }) => body,
  response: wireNewAvailability,
});

/** Replaces the whole block. */
export const updateAvailability = endpoint<OfBlock & { body: BlockBody }>()({
  method: 'PUT',
  path: ({ athlete, block }) => path`fitness/v1/athletes/${athlete}/availability/${block}`,
  body: ({ body }) => body,
  response: 'none',
});

export const deleteAvailability = endpoint<OfBlock>()({
  method: 'DELETE',
  path: ({ athlete, block }) => path`fitness/v1/athletes/${athlete}/availability/${block}`,
  response: 'none',
});

export const availabilityEndpoints = {
  list: listAvailability,
  get: getAvailability,
  create: createAvailability,
  update: updateAvailability,
  remove: deleteAvailability,
};
