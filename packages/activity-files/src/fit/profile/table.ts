import { type MessageName, messageTable } from './notation.ts';

/** One field of a profile message. */
export interface ProfileField {
  readonly name: string;
  readonly number: number;
  /** Type letter, see `notation.ts`. */
  readonly type: string;
  /** Name of the enumeration of its values, or ''. */
  readonly enumeration: string;
  readonly scale: number;
  /** Subtracted after the division by `scale`: value = raw / scale − offset. */
  readonly offset: number;
}

export interface ProfileMessage {
  readonly name: MessageName;
  readonly number: number;
  readonly byNumber: ReadonlyMap<number, ProfileField>;
  readonly byName: ReadonlyMap<string, ProfileField>;
}

/** The message table by name and number. */
export interface Profile {
  byName(name: string): ProfileMessage | undefined;
  byNumber(number: number): ProfileMessage | undefined;
}

const fieldPattern = /(\w+):(\d+)([a-zA-Z])(?:=(\w+))?(?:\/([\d.]+))?([+-]\d+)?/g;

/**
 * The message table, each message parsed when it is first asked for. What is remembered is the parsed constant, nothing of
 * any file: parsing it anew for every file took as long as decoding a short one.
 */
export const profile: Profile = /* @__PURE__ */ openProfile();

function openProfile(): Profile {
  const parsed = new Map<string, ProfileMessage>();
  let names: Map<number, MessageName> | undefined;
  const byName = (name: string): ProfileMessage | undefined => {
    const known = parsed.get(name);
    if (known !== undefined || !Object.hasOwn(messageTable, name)) return known;
    const message = parseMessage(name as MessageName);
    parsed.set(name, message);
    return message;
  };
  return {
    byName,
    byNumber(number) {
      names ??= new Map(messageNames.map((name) => [messageTable[name][0], name]));
      const name = names.get(number);
      return name === undefined ? undefined : byName(name);
    },
  };
}

/** Every message of the table. */
export const messageNames = /* @__PURE__ */ Object.keys(messageTable) as MessageName[];

function parseMessage(name: MessageName): ProfileMessage {
  const [number, ...lines] = messageTable[name];
  const byNumber = new Map<number, ProfileField>();
  const byName = new Map<string, ProfileField>();
  for (const [, fieldName, fieldNumber, type, enumeration, scale, offset] of lines.join(' ').matchAll(fieldPattern)) {
    const field: ProfileField = {
      name: fieldName as string,
      number: Number(fieldNumber),
      type: type as string,
      enumeration: enumeration ?? '',
      scale: Number(scale ?? 1),
      offset: -Number(offset ?? 0),
    };
    byNumber.set(field.number, field);
    byName.set(field.name, field);
  }
  return { name, number, byNumber, byName };
}
