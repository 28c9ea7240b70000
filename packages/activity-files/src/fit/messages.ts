import { eachDeveloperField, eachField } from './definition.ts';
import { type DeveloperFields, developerName, readDeveloperValue } from './developer.ts';
import { type FieldValue, mapNumbers, readRaw } from './field-value.ts';
import { type MessageList, noTime } from './message-list.ts';
import { enumerations } from './profile/enumerations.ts';
import type { FieldName, MessageName } from './profile/notation.ts';
import { type Subfield, type SubfieldName, subfieldsOf } from './profile/subfields.ts';
import { type ProfileField, type ProfileMessage, profile } from './profile/table.ts';
import type { Scan } from './scan.ts';
import { fitTimeToMs } from './time.ts';

/** A message as an object: field names of the profile, physical units, times in epoch milliseconds. */
export type MessageValues<M extends MessageName = MessageName> = {
  readonly [F in FieldName<M> | SubfieldName<M>]?: FieldValue;
};

export interface MessageOptions {
  /** Also give fields without a name, as `field_<number>`, unscaled. Default false. */
  readonly unknown?: boolean;
  /** Stop after so many messages. Default: all. */
  readonly limit?: number;
}

/** Decodes messages on request. One reader serves one file's lifetime: tables parsed once are kept. */
export class MessageReader {
  readonly scan: Scan;
  readonly #subfields = new Map<string, readonly Subfield[]>();
  readonly developerFields: DeveloperFields;

  constructor(scan: Scan, developerFields: DeveloperFields) {
    this.scan = scan;
    this.developerFields = developerFields;
  }

  list(message: MessageName | number): MessageList | undefined {
    const number = typeof message === 'number' ? message : profile.byName(message)?.number;
    return number === undefined ? undefined : this.scan.lists.get(number);
  }

  /** Every message of one kind, by name or by number, in file order. */
  all<M extends MessageName>(message: M | number, options: MessageOptions = {}): MessageValues<M>[] {
    const list = this.list(message);
    if (list === undefined) return [];
    return Array.from(
      { length: Math.min(list.count, options.limit ?? list.count) },
      (_, i) => this.one(list, i, options) as MessageValues<M>,
    );
  }

  one(list: MessageList, i: number, options: MessageOptions = {}): Record<string, FieldValue> {
    const { bytes, view, definitions } = this.scan;
    const definition = definitions[list.definitions[i] as number];
    const values: Record<string, FieldValue> = {};
    if (definition === undefined) return values;
    const data = list.offsets[i] as number;
    const known = profile.byNumber(list.global);
    const raw = new Map<string, FieldValue>();
    eachField(bytes, definition, (number, size, type, at) => {
      const value = readRaw(bytes, view, data + at, size, type, definition.littleEndian);
      if (value === undefined) return;
      const field = known?.field(number);
      if (field !== undefined) {
        raw.set(field.name, value);
        values[field.name] = this.#physical(field, value);
      } else if (options.unknown === true) values[`field_${number}`] = value;
    });
    if ((bytes[data - 1] as number) & 0x80) this.#compressedTime(values, list.times[i] as number);
    if (known !== undefined) this.#expand(known, raw, values);
    if (definition.developerCount > 0)
      eachDeveloperField(bytes, definition, (number, size, developer, at) => {
        const field = this.developerFields.find(definition, developer, number);
        const value = readDeveloperValue(this.scan, field, data + at, size, definition.littleEndian);
        if (value !== undefined) define(values, developerName(field, developer, number), value);
      });
    return values;
  }

  #compressedTime(values: Record<string, FieldValue>, time: number): void {
    if (time !== noTime) values.timestamp = fitTimeToMs(time);
  }

  #physical(field: ProfileField, value: FieldValue): FieldValue {
    if (field.enumeration !== '' && typeof value === 'number')
      return enumerations.nameOf(field.enumeration, value) ?? value;
    switch (field.type) {
      case 't':
      case 'l':
        return mapNumbers(value, fitTimeToMs);
      case 'g':
        return mapNumbers(value, (raw) => (raw / 0x80000000) * 180);
      default:
        if (field.scale === 1 && field.offset === 0) return value;
        return mapNumbers(value, (raw) => raw / field.scale - field.offset);
    }
  }

  /** Adds what is packed into other fields: components and sub-fields. */
  #expand(message: ProfileMessage, raw: ReadonlyMap<string, FieldValue>, values: Record<string, FieldValue>): void {
    if (message.name === 'event') expandEvent(raw, values);
    let subfields = this.#subfields.get(message.name);
    if (subfields === undefined) {
      subfields = subfieldsOf(message.name);
      this.#subfields.set(message.name, subfields);
    }
    for (const { name, parent, decider, values: when, scale } of subfields) {
      const by = raw.get(decider);
      const value = raw.get(parent) ?? (parent === 'data' ? values.data : undefined);
      if (typeof by !== 'number' || !when.includes(by) || typeof value !== 'number') continue;
      const plain = value / scale;
      values[name] = name.endsWith('stroke_type') ? (enumerations.nameOf('swim_stroke', plain) ?? plain) : plain;
    }
  }
}

/** Sets a value under a name that comes from the file: `__proto__` is a name like any other. */
function define(values: Record<string, FieldValue>, name: string, value: FieldValue): void {
  Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
}

const frontGearChange = 42;
const rearGearChange = 43;

/** `data16` is the old, short form of `data`; a gear change packs four bytes into it, the rear gear lowest. */
function expandEvent(raw: ReadonlyMap<string, FieldValue>, values: Record<string, FieldValue>): void {
  const data = raw.get('data') ?? raw.get('data16');
  if (typeof data !== 'number') return;
  values.data = data;
  const event = raw.get('event');
  if (event !== frontGearChange && event !== rearGearChange) return;
  const names = ['rear_gear_num', 'rear_gear', 'front_gear_num', 'front_gear'];
  for (const [i, name] of names.entries()) {
    const value = (data >>> (8 * i)) & 0xff;
    if (value !== 0 && !(name in values)) values[name] = value;
  }
}
