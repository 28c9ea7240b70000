import { endpoint, path } from '@core/mcp-kit/http';
import { type ItemBody, wireEquipment } from './wire.ts';

/** Never from the cache: it is put back whole, and would undo what somebody changed meanwhile. */
export const listEquipment = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`fitness/v1/athletes/${athlete}/equipment`,
  response: wireEquipment,
});

/** Replaces everything: an item that is left out is deleted, one without a valid `type` vanishes in silence. */
export const replaceEquipment = endpoint<{ athlete: string; items: readonly ItemBody[] }>()({
  method: 'PUT',
  path: ({ athlete }) => path`fitness/v1/athletes/${athlete}/equipment`,
  body: ({ items }) => items,
  response: 'none',
});

export const equipmentEndpoints = { list: listEquipment, replace: replaceEquipment };
