import { wireType } from '../base-type.ts';
import { crc16 } from '../crc.ts';
import type { FieldName, MessageName } from '../profile/notation.ts';
import { type Subfield, type SubfieldName, subfieldsOf } from '../profile/subfields.ts';
import { type ProfileField, type ProfileMessage, profile } from '../profile/table.ts';
import { ByteWriter } from './byte-writer.ts';
import { type EncodedField, encodeField, encodePlain, type FitFieldValue, FitWriteError } from './encode-value.ts';

/** Fields of a message by profile name; sub-fields such as `duration_time` stand for their parent. */
export type FitFields<M extends MessageName> = {
  readonly [F in FieldName<M> | SubfieldName<M>]?: FitFieldValue;
};

/** A message to write. `developer` fields go by the names of the field_description messages written before. */
export type FitMessage<M extends MessageName = MessageName> = {
  [N in M]: {
    readonly message: N;
    readonly fields: FitFields<N>;
    readonly developer?: Readonly<Record<string, FitFieldValue>>;
  };
}[M];

/** Protocol 2.0: developer fields and 64-bit types. */
const protocolVersion = 0x20;
const profileVersion = 2132;
const headerSize = 14;
const localTypes = 16;

/**
 * Writes a FIT file of any kind: activity, workout, course, settings. Messages in the given order, values in physical
 * units (see `profile/notation.ts`), little-endian, header and file checksums set.
 *
 * @throws FitWriteError for an unknown message, field or enumeration value, and for values that do not fit the field
 */
export function writeFit(messages: Iterable<FitMessage>): Uint8Array {
  const writer = new FitWriter();
  for (const message of messages) writer.message(message);
  return writer.finish();
}

interface Description {
  readonly developer: number;
  readonly number: number;
  readonly type: number;
}

interface EncodedDeveloperField extends EncodedField {
  readonly developer: number;
}

/** Writes messages one after the other: for files whose messages are made on the way. */
export class FitWriter {
  readonly #out = new ByteWriter();
  readonly #subfields = new Map<string, readonly Subfield[]>();
  readonly #locals = new Map<string, number>();
  readonly #signatures: (string | undefined)[] = new Array(localTypes).fill(undefined);
  readonly #descriptions = new Map<string, Description>();
  #nextLocal = 0;

  constructor() {
    for (let i = 0; i < headerSize; i++) this.#out.byte(0);
  }

  message({ message, fields, developer = {} }: FitMessage): void {
    const known = profile.byName(message);
    if (known === undefined) throw new FitWriteError(String(message), 'no such message in the profile');
    const encoded = new Map<number, EncodedField>();
    for (const [name, value] of Object.entries(fields) as [string, FitFieldValue][]) {
      if (value === undefined) continue;
      const field = this.#field(known, name);
      encoded.set(field.number, encodeField(`${message}.${name}`, field, value));
    }
    if (message === 'field_description') this.#describe(fields);
    this.raw(known.number, [...encoded.values()], this.#developer(message, developer));
  }

  /** Writes an encoded message: its layout when it is not one of the last 16, then its data. */
  raw(global: number, fields: readonly EncodedField[], developer: readonly EncodedDeveloperField[] = []): void {
    const out = this.#out;
    out.byte(this.layout(global, fields, developer));
    for (const field of [...fields, ...developer]) {
      if (field.text !== null) {
        out.bytes(field.text);
        out.byte(0);
      } else for (const element of field.elements) out.element(field.type, element);
    }
  }

  /** The local type of a layout; writes the definition message when needed. */
  layout(
    global: number,
    fields: readonly Pick<EncodedField, 'number' | 'size' | 'type'>[],
    developer: readonly Pick<EncodedDeveloperField, 'number' | 'size' | 'developer'>[] = [],
  ): number {
    const signature =
      `${global};${fields.map((f) => `${f.number},${f.size},${f.type}`).join(';')}` +
      `|${developer.map((f) => `${f.number},${f.size},${f.developer}`).join(';')}`;
    const known = this.#locals.get(signature);
    if (known !== undefined) return known;
    const local = this.#nextLocal;
    this.#nextLocal = (local + 1) % localTypes;
    const evicted = this.#signatures[local];
    if (evicted !== undefined) this.#locals.delete(evicted);
    this.#signatures[local] = signature;
    this.#locals.set(signature, local);
    const out = this.#out;
    out.byte(0x40 | (developer.length > 0 ? 0x20 : 0) | local);
    out.bytes(Uint8Array.of(0, 0, global & 0xff, global >> 8, fields.length));
    for (const field of fields) out.bytes(Uint8Array.of(field.number, field.size, wireType(field.type)));
    if (developer.length > 0) out.byte(developer.length);
    for (const field of developer) out.bytes(Uint8Array.of(field.number, field.size, field.developer));
    return local;
  }

  /** The buffer, for writers of many messages of one layout. */
  get out(): ByteWriter {
    return this.#out;
  }

  /** Header, messages, checksum. */
  finish(): Uint8Array {
    this.#out.uint16(0);
    const bytes = this.#out.take();
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 2;
    bytes.set([headerSize, protocolVersion, profileVersion & 0xff, profileVersion >> 8]);
    view.setUint32(4, end - headerSize, true);
    bytes.set([0x2e, 0x46, 0x49, 0x54], 8);
    view.setUint16(12, crc16(bytes, 0, 12), true);
    view.setUint16(end, crc16(bytes, 0, end), true);
    return bytes;
  }

  /** A field by name, or the parent of a sub-field with the sub-field's own scale and enumeration. */
  #field(message: ProfileMessage, name: string): ProfileField {
    const field = message.byName.get(name);
    if (field !== undefined) return field;
    let subfields = this.#subfields.get(message.name);
    if (subfields === undefined) {
      subfields = subfieldsOf(message.name);
      this.#subfields.set(message.name, subfields);
    }
    const subfield = subfields.find((candidate) => candidate.name === name);
    const parent = subfield === undefined ? undefined : message.byName.get(subfield.parent);
    if (subfield === undefined || parent === undefined)
      throw new FitWriteError(
        `${message.name}.${name}`,
        `no such field; the message has ${[...message.byName.keys()].join(', ')}`,
      );
    const enumeration = name.endsWith('stroke_type') ? 'swim_stroke' : '';
    return { ...parent, name, scale: subfield.scale, offset: 0, enumeration };
  }

  #describe(fields: Readonly<Record<string, FitFieldValue>>): void {
    const { field_name: name, developer_data_index: developer, field_definition_number: number } = fields;
    const type = fields.fit_base_type_id;
    if (
      typeof name !== 'string' ||
      typeof developer !== 'number' ||
      typeof number !== 'number' ||
      typeof type !== 'number'
    )
      throw new FitWriteError(
        'field_description',
        'needs field_name, developer_data_index, field_definition_number and fit_base_type_id',
      );
    if ((fields.scale ?? null) !== null || (fields.offset ?? null) !== null)
      throw new FitWriteError(
        'field_description',
        'scale and offset are not supported: describe a float32 or float64 field',
      );
    this.#descriptions.set(name, { developer, number, type: type & 0x1f });
  }

  #developer(message: string, developer: Readonly<Record<string, FitFieldValue>>): EncodedDeveloperField[] {
    return Object.entries(developer).flatMap(([name, value]) => {
      const description = this.#descriptions.get(name);
      if (description === undefined)
        throw new FitWriteError(`${message}.${name}`, 'no field_description with this field_name was written before');
      if (value === undefined) return [];
      const encoded = encodePlain(`${message}.${name}`, description.number, description.type, value);
      return [{ ...encoded, developer: description.developer }];
    });
  }
}
