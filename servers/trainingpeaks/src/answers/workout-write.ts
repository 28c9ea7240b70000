import { notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';

/** Output of the tools that write one workout. */
export const workoutResult = z.object({
  written: z.optional(z.boolean()),
  workout: z.record(z.string(), z.unknown()),
  changed: z.optional(z.array(z.unknown())),
  planned_by_two_counts: z.optional(z.record(z.string(), z.unknown())),
  form_on_day: z.optional(z.record(z.string(), z.unknown())),
  ...notesShape,
});

/** `for Luka Horvat`, where the calendar is somebody else's. */
export function whose({ isSelf, name }: { readonly isSelf: boolean; readonly name: string }, word = 'for'): string {
  return isSelf ? '' : ` ${word} ${name}`;
}
