import type { Cell, FieldChange } from '@core/mcp-kit';
import { type ItemBody, type WireItem, wireItem } from '../../client/equipment/wire.ts';
import { km } from '../si.ts';

export const itemTypes = ['bike', 'shoe'] as const;
export type ItemType = (typeof itemTypes)[number];

const typeIds: Readonly<Record<ItemType, number>> = { bike: 1, shoe: 2 };

export const itemType = (id: number | null): ItemType | null => itemTypes.find((type) => typeIds[type] === id) ?? null;

const orNull = (text: string | null) => (text === '' ? null : text);

/** A bike or a pair of shoes in a line. */
export function itemRow(item: WireItem): Record<string, Cell> {
  return {
    equipment_id: item.equipmentId,
    type: itemType(item.type),
    name: item.name,
    brand: orNull(item.brand),
    model: orNull(item.model),
    distance_km: km(item.actualDistance),
    starting_distance_km: km(item.startingDistance),
    max_distance_km: km(item.maxDistance),
    default: item.isDefault === true ? true : null,
    retired: item.retired === true ? true : null,
    date_of_purchase: item.dateOfPurchase,
    wheels: orNull(item.wheels),
    crank_length_mm: item.crankLengthMillimeters,
    notes: orNull(item.notes),
  };
}

export const itemColumns = [
  'equipment_id',
  'type',
  'name',
  'brand',
  'model',
  'distance_km',
  'starting_distance_km',
  'max_distance_km',
  'default',
  'retired',
  'date_of_purchase',
  'wheels',
  'crank_length_mm',
  'notes',
];

/** What a caller may set, under the names of {@link itemRow}. */
export interface ItemEdit {
  readonly name?: string | undefined;
  readonly brand?: string | undefined;
  readonly model?: string | undefined;
  readonly notes?: string | undefined;
  readonly date_of_purchase?: string | undefined;
  readonly starting_distance_km?: number | undefined;
  readonly max_distance_km?: number | undefined;
  readonly is_default?: boolean | undefined;
  readonly retired?: boolean | undefined;
  readonly wheels?: string | undefined;
  readonly crank_length_mm?: number | undefined;
}

/** The wire's keys for what is given; metres, and midnights for days. Everything else stays as it is. */
export function itemPatch(edit: ItemEdit, today: string): ItemBody {
  const metres = (kilometres: number | undefined) =>
    kilometres === undefined ? undefined : Math.round(kilometres * 1000);
  const patch = {
    name: edit.name,
    brand: edit.brand,
    model: edit.model,
    notes: edit.notes,
    dateOfPurchase: edit.date_of_purchase === undefined ? undefined : `${edit.date_of_purchase}T00:00:00`,
    startingDistance: metres(edit.starting_distance_km),
    maxDistance: metres(edit.max_distance_km),
    isDefault: edit.is_default,
    retired: edit.retired,
    retiredDate: edit.retired === undefined ? undefined : edit.retired ? `${today}T00:00:00` : '',
    wheels: edit.wheels,
    crankLengthMillimeters: edit.crank_length_mm,
  };
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

/** A new item, whole: the service drops one without a valid type in silence. */
export function newItem(athlete: string, type: ItemType, edit: ItemEdit, today: string): ItemBody {
  return {
    equipmentId: null,
    athleteId: Number(athlete),
    type: typeIds[type],
    name: '',
    brand: '',
    model: '',
    notes: '',
    dateOfPurchase: null,
    retired: false,
    retiredDate: '',
    isDefault: false,
    startingDistance: 0,
    actualDistance: 0,
    maxDistance: null,
    ...(type === 'bike' && { wheels: '', crankLengthMillimeters: null }),
    ...itemPatch(edit, today),
  };
}

/** Everything as it came, with one item changed; a new default takes that from the others of its type. */
export function changedItems(
  items: readonly WireItem[],
  id: string | null,
  type: number | null,
  patch: ItemBody,
): ItemBody[] {
  return items.map((item) => {
    if (item.equipmentId === id) return { ...item.whole, ...patch };
    const loses = patch.isDefault === true && item.type === type && item.isDefault === true;
    return loses ? { ...item.whole, isDefault: false } : item.whole;
  });
}

/** What of a patch really changes, before and after, in the words of {@link itemRow}. */
export function itemDiff(before: WireItem | undefined, after: WireItem): FieldChange[] {
  const old = before === undefined ? {} : itemRow(before);
  return Object.entries(itemRow(after))
    .map(([field, value]) => ({ field, before: old[field] ?? null, after: value }))
    .filter((change) => change.field !== 'equipment_id' && change.before !== change.after);
}

/** Items of the same type that stop being the default, as part of the change that a person is shown. */
export function lostDefaults(
  items: readonly WireItem[],
  id: string | null,
  type: number | null,
  patch: ItemBody,
): FieldChange[] {
  if (patch.isDefault !== true) return [];
  return items
    .filter((item) => item.equipmentId !== id && item.type === type && item.isDefault === true)
    .map(({ name }) => ({ field: `default "${name}"`, before: true, after: null }));
}

/** How an item will read once it is stored. */
export const asStored = (body: ItemBody): WireItem => wireItem.parse(body);
