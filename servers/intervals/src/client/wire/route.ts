import * as z from '@core/mcp-kit/schema';
import { flag, id, maybe, number, optionalId, text, texts } from './blocks.ts';

/** A route that was taken more than once. Ids are 64-bit. */
export const wireRoute = z.object({
  route_id: id,
  name: text,
  description: text,
  tags: texts,
  commute: flag,
  rename_activities: flag,
  replaced_by_route_id: optionalId,
  distance: number,
  activity_count: number,
  most_recent_id: optionalId,
  most_recent_start_date_local: text,
  most_recent_type: text,
});

export type WireRoute = z.infer<typeof wireRoute>;

/** How much two routes share, 0 to 1. */
export const wireSimilarity = z.object({
  route: maybe(wireRoute),
  route_distance: number,
  route_activity_count: number,
  other: maybe(wireRoute),
  other_distance: number,
  other_activity_count: number,
  similarity: number,
});

export type WireSimilarity = z.infer<typeof wireSimilarity>;

/** A segment effort as samples of the activity, end exclusive. */
export const wireSegment = z.object({
  id: optionalId,
  segment_id: optionalId,
  name: text,
  start_index: number,
  end_index: number,
  starred: flag,
});

export type WireSegment = z.infer<typeof wireSegment>;

/** What a route may be given; only what is named changes. */
export interface RouteBody {
  readonly name?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly commute?: boolean;
  readonly rename_activities?: boolean;
}
