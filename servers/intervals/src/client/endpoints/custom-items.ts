import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../wire/blocks.ts';
import { wireCustomItem } from '../wire/custom-item.ts';

type Body = Readonly<Record<string, unknown>>;
interface OfItem {
  readonly athlete: string;
  readonly item: string;
}

export const listCustomItems = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/custom-item`,
  response: rows(wireCustomItem),
  cacheSeconds: 60,
});

export const getCustomItem = endpoint<OfItem>()({
  method: 'GET',
  path: ({ athlete, item }) => path`athlete/${athlete}/custom-item/${item}`,
  response: wireCustomItem,
  cacheSeconds: 30,
  anewForWrites: true,
});

export const createCustomItem = endpoint<{ athlete: string; body: Body }>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/custom-item`,
  body: ({ body }) => body,
  response: wireCustomItem,
});

export const updateCustomItem = endpoint<OfItem & { patch: Body }>()({
  method: 'PUT',
  path: ({ athlete, item }) => path`athlete/${athlete}/custom-item/${item}`,
  body: ({ patch }) => patch,
  response: wireCustomItem,
});

/** Places items by their order; those that are not named keep theirs. */
export const orderCustomItems = endpoint<{ athlete: string; items: readonly { id: number; index: number }[] }>()({
  method: 'PUT',
  path: ({ athlete }) => path`athlete/${athlete}/custom-item-indexes`,
  body: ({ items }) => items,
  response: 'none',
});

export const deleteCustomItem = endpoint<OfItem>()({
  method: 'DELETE',
  path: ({ athlete, item }) => path`athlete/${athlete}/custom-item/${item}`,
  response: 'none',
});
