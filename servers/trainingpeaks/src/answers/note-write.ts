import { notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';

/** Output of the tools that give or write a note. */
export const noteResult = z.object({
  written: z.optional(z.boolean()),
  note: z.record(z.string(), z.unknown()),
  changed: z.optional(z.array(z.unknown())),
  ...notesShape,
});

/** Where notes of other people, and what they wrote, appear in an answer. */
export const noteTexts = ['title', 'description', 'attachments'];
