import { notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';

/** Output of the tools that write a workout. */
export const workoutResult = z.object({
  written: z.optional(z.boolean()),
  workout: z.record(z.string(), z.unknown()),
  changed: z.optional(z.array(z.unknown())),
  calendar_text: z.optional(z.string()),
  ...notesShape,
});
