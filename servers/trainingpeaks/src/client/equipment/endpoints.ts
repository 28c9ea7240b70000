import { endpoint, path } from '@core/mcp-kit/http';
import { type ItemBody, wireEquipment } from './wire.ts';

export const listEquipment = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`fitness/v1/athletes/${athlete}/equipment`,
  response: wireEquipment,
  cacheSeconds: 60,
});

/** Replaces everything: an item that is left out is deleted, one without a valid `type` vanishes in silence. */
export const replaceEquipment = endpoint<{ athlete: string; items: readonly ItemBody[] }>()({
  method: 'PUT',
  path: ({ athlete }) => path`fitness/v1/athletes/${athlete}/equipment`,
  body: ({ items }) => items,
  response: 'none',
});

export const equipmentEndpoints = { list: listEquipment, replace: replaceEquipment };
