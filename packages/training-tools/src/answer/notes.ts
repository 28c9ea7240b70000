import * as z from '@core/mcp-kit/schema';

/** A group of named values whose units are in the names; what was not recorded is absent. */
export const group = z.record(z.string(), z.unknown());

/** What every answer of a shared tool says about itself. */
export const aboutShape = {
  /** How the numbers were made. */
  method: z.string(),
  /** The day they hold for. */
  as_of: z.string(),
  coverage: group,
  notes: z.optional(z.array(z.string())),
  /** The call that goes on from here, or several. */
  next: z.optional(z.string()),
};

/** Sentences and next calls of an answer; neither when there are none. */
export function closing(
  notes: readonly string[],
  next: readonly (string | undefined)[],
): { readonly notes?: string[]; readonly next?: string } {
  const calls = next.filter((call) => call !== undefined);
  return { ...(notes.length > 0 && { notes: [...notes] }), ...(calls.length > 0 && { next: calls.join(' or ') }) };
}

/** A group without what was not recorded. `0` and `false` are data and stay. */
export function recorded(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}

/** What was there but could not be used, as a sentence each. */
export function skippedNotes(skipped: Readonly<Record<string, number>>, what: string): string[] {
  return Object.entries(skipped).map(([reason, count]) => `${count} of the ${what} left out: ${reason}.`);
}
