import { type Athlete, type CallContext, type FieldChange, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { IntervalsPort } from '../client/index.ts';
import type { Values } from '../domain/fields/field.ts';
import { changes, same, shownChanges } from '../domain/fields/write.ts';
import { recorded } from '../domain/recorded.ts';

/** Output of the tools that write one thing: what it is now, and what changed. */
export const changeResult = z.object({
  written: z.optional(z.boolean()),
  item: z.record(z.string(), z.unknown()),
  changed: z.optional(z.array(z.unknown())),
  ...notesShape,
});

/** ` for Ana`, when the write is not for the account's owner. */
export const forWhom = ({ isSelf, name }: Athlete): string => (isSelf ? '' : ` for ${name}`);

export interface ChangeAnswer {
  readonly written?: boolean;
  readonly item: Record<string, unknown>;
  readonly changed?: FieldChange[];
  readonly notes?: string[];
}

/** A change of one thing by named values. */
export interface ValueChange {
  /** Verb and object: `Change sport settings of Ride`. */
  readonly what: string;
  /** Everything that is shown of it; empty for something new. */
  readonly before: Values;
  /** What is wanted, checked. */
  readonly values: Values;
  /** Sends the values that differ, once. */
  readonly write: (changed: Values) => Promise<unknown>;
  readonly readBack: () => Promise<Values>;
  readonly notes?: readonly string[];
  readonly version?: string | null;
  readonly day?: string;
  readonly seenByOthers?: boolean;
}

/**
 * Confirms, writes the difference once, reads back and says before, after, and what the platform did not take. Nothing is
 * sent when nothing differs.
 */
export async function writeValues(ctx: CallContext<IntervalsPort>, change: ValueChange): Promise<ChangeAnswer> {
  const athlete = await ctx.athlete();
  const { what, before, values, notes = [], version = null, day, seenByOthers } = change;
  const diff = changes(before, values);
  if (diff.length === 0) {
    const same = 'Nothing to change: it already is so.';
    return present({ written: false, item: recorded(before), notes: [same] }, athlete.units);
  }
  await ctx.confirm({
    summary: `${what}${forWhom(athlete)}`,
    diff: shownChanges(diff, athlete.units),
    ...(notes.length > 0 && { notes }),
    ...(version !== null && { version }),
    ...(day !== undefined && { day }),
    ...(seenByOthers !== undefined && { seenByOthers }),
  });
  await change.write(Object.fromEntries(diff.map(({ field, after }) => [field, after])));
  const after = await change.readBack();
  const item = recorded(after);
  const changed = shownChanges(stored(diff, after), athlete.units);
  return { ...present({ item }, athlete.units), changed, ...noted(...notes, ...notTaken(diff, after)) };
}

/** A diff with what is stored now in the place of what was sent. */
function stored(diff: readonly FieldChange[], after: Values): FieldChange[] {
  return diff.map((each) => ({ ...each, after: after[each.field] ?? null }));
}

/** What the platform stored otherwise than it was sent. */
export function notTaken(diff: readonly FieldChange[], after: Values): string[] {
  const other = diff.filter((each) => !same(after[each.field] ?? null, each.after)).map(({ field }) => field);
  return other.length > 0 ? [`Intervals.icu did not take as sent: ${other.join(', ')}.`] : [];
}
