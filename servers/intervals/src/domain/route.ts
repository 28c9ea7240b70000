import type { Cell } from '@core/mcp-kit';
import type { WireRoute, WireSimilarity } from '../client/wire/route.ts';
import { type Field, flag, text, texts } from './fields/field.ts';
import { localDay } from './local-time.ts';
import { recorded } from './recorded.ts';
import { km } from './si.ts';

/** What of a route can be written. */
export const routeFields: readonly Field[] = [
  text('name', 'name'),
  text('description', 'description'),
  texts('tags', 'tags'),
  flag('commute', 'commute'),
  flag('rename_activities', 'rename_activities'),
];

export const routeColumns = [
  'route_id',
  'name',
  'distance_km',
  'activities',
  'last',
  'last_activity_id',
  'sport',
  'tags',
];

/** A route as a row; what the platform does not know of it is null. */
export function routeRow(route: WireRoute): Record<string, Cell> {
  return {
    route_id: route.route_id,
    name: route.name,
    distance_km: km(route.distance),
    activities: route.activity_count,
    last: localDay(route.most_recent_start_date_local),
    last_activity_id: route.most_recent_id,
    sport: route.most_recent_type,
    tags: route.tags.length > 0 ? route.tags.join(', ') : null,
  };
}

/** Two routes beside each other. `shared_pct` is of the first. */
export function similarityFacts(found: WireSimilarity): Record<string, unknown> {
  return recorded({
    route: found.route?.name ?? null,
    route_distance_km: km(found.route_distance),
    route_activities: found.route_activity_count,
    other_route: found.other?.name ?? null,
    other_distance_km: km(found.other_distance),
    other_activities: found.other_activity_count,
    shared_pct: found.similarity === null ? null : found.similarity * 100,
  });
}
