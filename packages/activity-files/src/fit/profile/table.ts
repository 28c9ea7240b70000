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

/** A message of the table. Its fields are parsed when they are asked for: a file holds few of them. */
export interface ProfileMessage {
  readonly name: MessageName;
  readonly number: number;
  field(number: number): ProfileField | undefined;
  /** Every field by its name. */
  readonly byName: ReadonlyMap<string, ProfileField>;
}

/** The message table by name and number. */
export interface Profile {
  byName(name: string): ProfileMessage | undefined;
  byNumber(number: number): ProfileMessage | undefined;
}

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
  const texts = new Map<number, string>();
  for (const text of lines.join(' ').split(' '))
    texts.set(Number.parseInt(text.slice(text.indexOf(':') + 1), 10), text);
  const fields = new Map<number, ProfileField>();
  const field = (wanted: number): ProfileField | undefined => {
    const known = fields.get(wanted);
    const text = texts.get(wanted);
    if (known !== undefined || text === undefined) return known;
    const parsed = parseField(text, wanted);
    fields.set(wanted, parsed);
    return parsed;
  };
  let names: Map<string, ProfileField> | undefined;
  return {
    name,
    number,
    field,
    get byName() {
      names ??= new Map([...texts.keys()].map((each) => field(each) as ProfileField).map((each) => [each.name, each]));
      return names;
    },
  };
}

/** `name:number type[=enumeration][/scale][±offset]`, see `notation.ts`. */
function parseField(text: string, number: number): ProfileField {
  const colon = text.indexOf(':');
  const typeAt = colon + 1 + String(number).length;
  const rest = text.slice(typeAt + 1);
  const sign = Math.max(rest.indexOf('+'), rest.indexOf('-'));
  return {
    name: text.slice(0, colon),
    number,
    type: text.charAt(typeAt),
    enumeration: rest.startsWith('=') ? rest.slice(1) : '',
    scale: rest.startsWith('/') ? Number.parseFloat(rest.slice(1)) : 1,
    offset: sign < 0 ? 0 : -Number(rest.slice(sign)),
  };
}
