import * as z from '@core/mcp-kit/schema';

/** Sentences beside an answer; absent when there are none. */
export const notesShape = { notes: z.optional(z.array(z.string())) };

/** The `notes` of an answer, or nothing. */
export function noted(...notes: readonly string[]): { readonly notes?: string[] } {
  return notes.length > 0 ? { notes: [...notes] } : {};
}

/** Rows that could not be read, said. */
export function skippedNote(skipped: number, what: string): string[] {
  return skipped > 0 ? [`${skipped} ${what} could not be read and are missing.`] : [];
}
