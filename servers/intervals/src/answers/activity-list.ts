import { noted, notesShape, present, rowsShape, skippedNote, toRows, type UnitSystem } from '@core/mcp-kit';
import type { WireList } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import type { WireActivityRow } from '../client/wire/activity.ts';
import { hiddenNotes, isHidden } from '../domain/activity/hidden.ts';
import { activityColumns, activityRow } from '../domain/activity/row.ts';

/** Output of the tools that list activities. */
export const activityList = z.object({
  ...rowsShape,
  oldest: z.string(),
  newest: z.string(),
  hidden_by_strava: z.optional(z.number()),
  ...notesShape,
});

export interface ActivityFilter {
  readonly sport?: string | undefined;
}

/** Rows of a window with what is missing from them, counted and explained. */
export function listedActivities(
  found: WireList<WireActivityRow>,
  window: { readonly oldest: string; readonly newest: string },
  { sport }: ActivityFilter,
  units: UnitSystem,
) {
  const hidden = found.items.filter(isHidden).length;
  const shown = found.items.filter(
    (activity) => !isHidden(activity) && (sport === undefined || activity.type === sport),
  );
  const notes = [
    ...hiddenNotes(hidden),
    ...skippedNote(found.skipped, 'rows'),
    ...(shown.length === 0 ? [emptyNote(sport)] : []),
  ];
  const table = present(toRows(shown.map(activityRow), activityColumns), units);
  return {
    ...window,
    ...table,
    ...(hidden > 0 && { hidden_by_strava: hidden }),
    ...noted(...notes),
  };
}

function emptyNote(sport: string | undefined): string {
  return sport === undefined
    ? 'Nothing that can be read was recorded in these days; ask for more days.'
    : `No ${sport} in this window; leave \`sport\` out, or try its variants (VirtualRide, GravelRide, TrailRun).`;
}
