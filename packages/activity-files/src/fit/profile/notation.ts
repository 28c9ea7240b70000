import { activityMessages } from './activity-messages.ts';
import { deviceMessages } from './device-messages.ts';
import { healthMessages } from './health-messages.ts';
import { planMessages } from './plan-messages.ts';

/**
 * The message table, as text that is parsed one message at a time when that message is first met: loading this module
 * builds nothing.
 *
 * A message is its number and its fields. A field is `name:number type[=enumeration][/scale][±offset]`, without the
 * space; the value in physical units is `raw / scale ± offset`. Types: `e` enum, `b`/`B` sint8/uint8, `h`/`H` 16 bit,
 * `i`/`I` 32 bit, `z`/`Z`/`Y` uint8z/16z/32z, `f`/`d` float32/64, `s` string, `y` byte, `t` date_time (epoch
 * milliseconds), `l` local_date_time (milliseconds, no zone), `g` semicircles (degrees).
 *
 * Provenance: numbers, scales and names are facts of the public FIT wire format, selected here for training data and
 * checked against the MIT-licensed table of fit-file-parser 6.1.2 (`profile.test.ts` compares every entry) and against
 * recordings of 30 devices. Nothing comes from Garmin's SDK or its profile sheet.
 */
export const messageTable = { ...activityMessages, ...deviceMessages, ...planMessages, ...healthMessages } as const;

export type MessageName = keyof typeof messageTable;

type NamesIn<Text extends string, Found = never> = Text extends `${infer Name}:${string} ${infer Rest}`
  ? NamesIn<Rest, Found | Name>
  : Text extends `${infer Name}:${string}`
    ? Found | Name
    : Found;

type Lines<M extends MessageName> = Extract<(typeof messageTable)[M][number], string>;

/** Names of the fields of a message, without its sub-fields. */
export type FieldName<M extends MessageName> = M extends MessageName ? NamesIn<Lines<M>> : never;
