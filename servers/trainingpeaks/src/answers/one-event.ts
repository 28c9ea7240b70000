import { type CallContext, isFailure, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { WireEvent } from '../client/events/wire.ts';
import type { TrainingPeaksPort } from '../client/index.ts';
import { presentEvent } from './event-write.ts';

/** Output of the tools that give one event or none. */
export const oneEvent = z.object({ event: z.record(z.string(), z.unknown()).nullable(), ...notesShape });

/** The event that a call yields, or that there is none: the service says so with 404 or with nothing. */
export async function eventOrNone(
  ctx: CallContext<TrainingPeaksPort>,
  request: (athlete: string) => Promise<WireEvent | null>,
  none: string,
): Promise<z.input<typeof oneEvent>> {
  const athlete = await ctx.athlete();
  const event = await request(athlete.id).catch((error: unknown) => {
    if (isFailure(error) && error.kind === 'not_found') return null;
    throw error;
  });
  return event === null ? { event: null, ...noted(none) } : { event: presentEvent(event, await ctx.today(), athlete) };
}
