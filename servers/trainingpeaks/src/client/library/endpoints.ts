import { endpoint, path } from '@core/mcp-kit/http';
import { type ItemBody, wireItem, wireItems, wireLibraries, wireLibrary } from './wire.ts';

interface OfLibrary {
  readonly library: string;
}
interface OfItem extends OfLibrary {
  readonly item: string;
}

/**
 * Templates. `commands/addworkoutfromlibraryitem` of an athlete is not here: it answered 500 to every known body, so a
 * template is put on the calendar as a workout.
 */
export const libraryEndpoints = {
  list: endpoint<Record<never, never>>()({
    method: 'GET',
    path: () => path`exerciselibrary/v2/libraries`,
    response: wireLibraries,
    cacheSeconds: 60,
  }),
  /** Whole templates; there is no call for one. */
  items: endpoint<OfLibrary>()({
    method: 'GET',
    path: ({ library }) => path`exerciselibrary/v2/libraries/${library}/items`,
    response: wireItems,
    cacheSeconds: 60,
  }),
  create: endpoint<{ name: string; owner: string }>()({
    method: 'POST',
    path: () => path`exerciselibrary/v1/libraries`,
    body: ({ name, owner }) => ({ libraryName: name, ownerId: Number(owner) }),
    response: wireLibrary,
  }),
  rename: endpoint<OfLibrary & { name: string }>()({
    method: 'PUT',
    path: ({ library }) => path`exerciselibrary/v1/libraries/${library}/name`,
    body: ({ name }) => ({ value: name }),
    response: 'none',
  }),
  /** Its templates go with it. */
  remove: endpoint<OfLibrary>()({
    method: 'DELETE',
    path: ({ library }) => path`exerciselibrary/v1/libraries/${library}`,
    response: 'none',
  }),
  createItem: endpoint<OfLibrary & { body: ItemBody }>()({
    method: 'POST',
    path: ({ library }) => path`exerciselibrary/v1/libraries/${library}/items`,
    body: ({ body }) => body,
    response: wireItem,
  }),
  /** Replaces the whole template; a body that names another library moves it there. */
  updateItem: endpoint<OfItem & { body: ItemBody }>()({
    method: 'PUT',
    path: ({ library, item }) => path`exerciselibrary/v1/libraries/${library}/items/${item}`,
    body: ({ body }) => body,
    response: 'none',
  }),
  removeItem: endpoint<OfItem>()({
    method: 'DELETE',
    path: ({ library, item }) => path`exerciselibrary/v1/libraries/${library}/items/${item}`,
    response: 'none',
  }),
};
