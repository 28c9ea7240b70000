import { type CallContext, Failure, laterOf, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { WireAvailability } from '../client/availability/wire.ts';
import type { TrainingPeaksPort } from '../client/index.ts';
import {
  affectedSessions,
  type Block,
  blockDiff,
  blockOf,
  shownBlock,
  shownPlan,
} from '../domain/calendar/availability.ts';
import { readPages } from '../domain/pages.ts';
import { NOT_READ_BACK } from '../workouts/report.ts';

/** Output of the tools that write availability. */
export const availabilityResult = z.object({
  written: z.optional(z.boolean()),
  availability: z.record(z.string(), z.unknown()),
  changed: z.optional(z.array(z.unknown())),
  ...notesShape,
});

/** Longest block, in days: a longer one is a mistyped year. */
const LONGEST = 400;

const MOST_NAMED = 15;

/** What is planned in a block from today on and will not be possible, one sentence each. */
export async function affected(
  ctx: CallContext<TrainingPeaksPort>,
  athlete: string,
  block: Block,
): Promise<readonly string[]> {
  const oldest = laterOf(block.start_date, await ctx.today());
  if (block.end_date < oldest) return [];
  const { items } = await readPages(
    { oldest, newest: block.end_date },
    (page) => ctx.port.workouts.list({ athlete, ...page }),
    ({ workoutId }) => workoutId,
  );
  const sentences = affectedSessions(block, items);
  const left = sentences.length - MOST_NAMED;
  return left > 0 ? [...sentences.slice(0, MOST_NAMED), `${left} more planned sessions are affected.`] : sentences;
}

/** @throws Failure `bad_input` for a block over {@link LONGEST} days. */
export function refuseTooLong({ start_date, end_date }: Block): void {
  const days = Math.round((Date.parse(end_date) - Date.parse(start_date)) / 86_400_000);
  if (days < LONGEST) return;
  throw new Failure('bad_input', `${start_date} to ${end_date} is more than ${LONGEST} days`, {
    next: 'check the year of both days',
  });
}

/** What was stored beside what was wanted; sessions stay on the calendar, which is said. */
export function storedBlock(stored: WireAvailability | undefined, wanted: Block, sessions: readonly string[]) {
  if (stored === undefined) return { availability: shownPlan(wanted), ...noted(NOT_READ_BACK, ...sessions) };
  const lost = blockDiff(blockOf(stored), wanted).map(({ field }) => field);
  return {
    availability: shownBlock(stored),
    ...noted(
      ...(lost.length > 0 ? [`TrainingPeaks stored something else for: ${lost.join(', ')}.`] : []),
      ...sessions,
      ...(sessions.length > 0 ? ['Planned sessions stay where they are until they are moved or deleted.'] : []),
    ),
  };
}
