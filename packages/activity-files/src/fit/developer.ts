import { BaseType } from './base-type.ts';
import type { Definition } from './definition.ts';
import { type FieldValue, mapNumbers, readRaw } from './field-value.ts';
import type { MessageReader } from './messages.ts';
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

const descriptionMessage = 206;

/** Reads every description of the file. */
export function readDeveloperFields(reader: MessageReader): DeveloperFields {
  const list = reader.list(descriptionMessage);
  const found: DeveloperFieldDescription[] = [];
  for (let i = 0; i < (list?.count ?? 0); i++) {
    if (list === undefined) break;
    const values = reader.one(list, i);
    const index = values.developer_data_index;
    const number = values.field_definition_number;
    if (typeof index !== 'number' || typeof number !== 'number') continue;
    const numeric = (name: string) => (typeof values[name] === 'number' ? (values[name] as number) : null);
    found.push({
      developerIndex: index,
      number,
      name: firstText(values.field_name) ?? `developer_${index}_${number}`,
      units: firstText(values.units) ?? null,
      type: numeric('fit_base_type_id') ?? BaseType.byte,
      scale: positive(numeric('scale')),
      offset: numeric('offset') ?? 0,
      nativeMessage: numeric('native_mesg_num'),
      nativeField: numeric('native_field_num'),
      file: reader.scan.definitions[list.definitions[i] as number]?.file ?? 0,
      at: list.offsets[i] as number,
    });
  }
  return new DeveloperFields(found);
}

/** A scale of 0 is written by apps that mean "none". */
function positive(scale: number | null): number {
  return scale !== null && scale > 0 ? scale : 1;
}

function firstText(value: FieldValue | undefined): string | undefined {
  if (typeof value === 'string') return value.trim();
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0].trim() : undefined;
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
