import { day, Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { PlannedLoad } from '@core/metrics/planning';
import { within } from '../answer/bounds.ts';

/** A session that is only thought of. */
export const draftSession = z.object({
  date: day,
  load: z.optional(within(0, 2000)),
  minutes: z.optional(within(1, 2880)),
  if: z.optional(within(0.3, 1.5)),
});

export type DraftSession = z.output<typeof draftSession>;

/**
 * The load of a drafted session: as given, or 100 · hours · IF².
 *
 * @throws Failure `bad_input` for a day before today, or without either.
 */
export function draftLoad({ date, load, minutes, if: intensity }: DraftSession, today: string): PlannedLoad {
  if (date < today) {
    throw new Failure('bad_input', `draft: ${date} lies before today, ${today}`, {
      next: `use ${today} or a later day`,
    });
  }
  if (load !== undefined) return { day: date, load };
  if (minutes !== undefined && intensity !== undefined)
    return { day: date, load: ((100 * minutes) / 60) * intensity ** 2 };
  throw new Failure('bad_input', `draft: the session on ${date} needs load, or minutes and if`, {
    next: `write {"date":"${date}","load":60} or {"date":"${date}","minutes":60,"if":0.75}`,
  });
}
