import type { Delivery } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changedResources } from './resources/athlete-data.ts';

const delivery = z.looseObject({
  secret: z.string(),
  events: z.array(z.looseObject({ athlete_id: z.string(), type: z.string() })),
});

/**
 * A delivery of Intervals.icu: the shared secret, and per event whose data changed. Its payload is not used: a client that
 * wants the data reads the resource, so that nothing is taken from a body that anybody could send.
 */
export function readDelivery(body: unknown): Delivery | undefined {
  const read = delivery.safeParse(body);
  if (!read.success) return undefined;
  const { secret, events } = read.data;
  return {
    secret,
    changed: [...new Set(events.flatMap(({ athlete_id, type }) => changedResources(athlete_id, type)))],
  };
}
