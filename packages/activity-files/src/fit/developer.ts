import { BaseType } from './base-type.ts';
import type { Definition } from './definition.ts';
import { type FieldValue, mapNumbers, readRaw, readStrings } from './field-value.ts';
import { rawFields } from './raw-fields.ts';
import type { Scan } from './scan.ts';

/** What a field_description message says about a developer field. */
export interface DeveloperFieldDescription {
  readonly developerIndex: number;
  readonly number: number;
  readonly name: string;
  readonly units: string | null;
  /** Base type of its values. */
  readonly type: number;
  readonly scale: number;
  readonly offset: number;
  /** The profile field that it stands for, or null. */
  readonly nativeMessage: number | null;
  readonly nativeField: number | null;
  readonly file: number;
  /** Byte offset of the description. */
  readonly at: number;
}

/** Descriptions by developer index and field number. They may follow the data that they describe, or change midway. */
export class DeveloperFields {
  readonly all: readonly DeveloperFieldDescription[];
  readonly #byKey = new Map<string, DeveloperFieldDescription[]>();

  constructor(descriptions: readonly DeveloperFieldDescription[]) {
    this.all = descriptions;
    for (const description of descriptions) {
      const key = keyOf(description.file, description.developerIndex, description.number);
      const bucket = this.#byKey.get(key);
      if (bucket === undefined) this.#byKey.set(key, [description]);
      else bucket.push(description);
    }
  }

  /** The description in force for a definition: the last one before it, else the first one after it. */
  find(definition: Definition, developer: number, number: number): DeveloperFieldDescription | undefined {
    const bucket = this.#byKey.get(keyOf(definition.file, developer, number));
    return bucket?.findLast((description) => description.at < definition.at) ?? bucket?.[0];
  }
}

function keyOf(file: number, developer: number, number: number): string {
  return `${file}/${developer}/${number}`;
}

/** Field numbers of the field_description message. */
const descriptionMessage = 206;
const field = {
  index: 0,
  number: 1,
  type: 2,
  name: 3,
  scale: 6,
  offset: 7,
  units: 8,
  nativeMessage: 14,
  nativeField: 15,
};

/** Reads every description of the file. */
export function readDeveloperFields(scan: Scan): DeveloperFields {
  const fields = rawFields(scan, descriptionMessage);
  const found: DeveloperFieldDescription[] = [];
  for (let i = 0; i < (fields?.count ?? 0); i++) {
    if (fields === null) break;
    const index = fields.value(i, field.index);
    const number = fields.value(i, field.number);
    if (Number.isNaN(index) || Number.isNaN(number)) continue;
    const optional = (name: number): number | null => orNull(fields.value(i, name));
    found.push({
      developerIndex: index,
      number,
      name: firstText(fields.bytes(i, field.name)) ?? `developer_${index}_${number}`,
      units: firstText(fields.bytes(i, field.units)) ?? null,
      type: optional(field.type) ?? BaseType.byte,
      scale: positive(optional(field.scale)),
      offset: optional(field.offset) ?? 0,
      nativeMessage: optional(field.nativeMessage),
      nativeField: optional(field.nativeField),
      ...fields.place(i),
    });
  }
  return new DeveloperFields(found);
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** A scale of 0 is written by apps that mean "none". */
function positive(scale: number | null): number {
  return scale !== null && scale > 0 ? scale : 1;
}

function firstText(bytes: Uint8Array | null): string | undefined {
  const text = bytes === null ? undefined : readStrings(bytes);
  return (Array.isArray(text) ? text[0] : (text as string | undefined))?.trim();
}

/** Key under which a developer field appears in a decoded message. */
export function developerName(field: DeveloperFieldDescription | undefined, developer: number, number: number): string {
  return field === undefined ? `developer_${developer}_${number}` : field.name;
}

/** A developer value in its described units; bytes when nothing describes it, `undefined` when it holds no data. */
export function readDeveloperValue(
  scan: Scan,
  field: DeveloperFieldDescription | undefined,
  at: number,
  size: number,
  littleEndian: boolean,
): FieldValue | undefined {
  const value = readRaw(scan.bytes, scan.view, at, size, field?.type ?? BaseType.byte, littleEndian);
  if (value === undefined || field === undefined) return value;
  return mapNumbers(value, (raw) => raw / field.scale - field.offset);
}

/** Whether the values of a field are text. */
export function isText(field: DeveloperFieldDescription): boolean {
  return (field.type & 0x1f) === BaseType.string;
}
