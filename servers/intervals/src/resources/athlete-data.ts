import { addDays, type CallContext, noted, present, type Resource, type Rows, toRows } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import { hiddenNotes, isHidden } from '../domain/activity/hidden.ts';
import { activityColumns, activityRow } from '../domain/activity/row.ts';
import { eventColumns, eventRow } from '../domain/calendar/event.ts';
import { hasWellness, wellnessColumns, wellnessRow } from '../domain/wellness/row.ts';

const BASE = 'intervals-icu://athlete';
type Part = 'activities' | 'calendar' | 'wellness';

/** Which resources a kind of delivery is about. Chats and connections are not among them. */
const partsOf: readonly (readonly [type: RegExp, parts: readonly Part[]])[] = [
  [/^ACTIVITY_/, ['activities', 'calendar', 'wellness']],
  [/^CALENDAR_/, ['calendar', 'wellness']],
  [/^(WELLNESS|FITNESS)_UPDATED$/, ['wellness']],
];

/** Addresses of what a delivery says has changed: sessions change the fitness of their days too. */
export function changedResources(athlete: string, type: string): string[] {
  if (type === 'SPORT_SETTINGS_UPDATED') return [`${BASE}/profile`];
  const parts = partsOf.find(([pattern]) => pattern.test(type))?.[1] ?? [];
  return parts.map((part) => `${BASE}/${encodeURIComponent(athlete)}/${part}`);
}

type Ctx = CallContext<IntervalsPort>;

function resource(
  part: Part,
  title: string,
  description: string,
  read: (ctx: Ctx, athlete: string) => Promise<Rows & { readonly notes?: string[] }>,
) {
  return {
    uri: `${BASE}/{athlete}/${part}`,
    name: `athlete-${part}`,
    title,
    description,
    mimeType: 'application/json',
    read: async (ctx: Ctx, holes: Readonly<Record<string, string>>) => {
      const { units } = await ctx.self();
      const table = await read(ctx, holes.athlete ?? '0');
      return JSON.stringify({ athlete_id: holes.athlete, ...present(table, units) });
    },
  } satisfies Resource<IntervalsPort>;
}

/** What a client can watch: an athlete's last and coming days. Deliveries of the platform say when to read again. */
export const athleteData: readonly Resource<IntervalsPort>[] = [
  resource(
    'activities',
    'Activities of two weeks',
    'What the athlete did in the last 14 days.',
    async (ctx, athlete) => {
      const today = await ctx.today();
      const { items } = await ctx.port.activities.list({ athlete, oldest: addDays(today, -13), newest: today });
      const shown = items.filter((each) => !isHidden(each));
      return {
        ...toRows(shown.map(activityRow), activityColumns),
        ...noted(...hiddenNotes(items.length - shown.length)),
      };
    },
  ),
  resource('calendar', 'Calendar of two weeks', 'What is planned in the next 14 days.', async (ctx, athlete) => {
    const today = await ctx.today();
    const { items } = await ctx.port.events.list({ athlete, oldest: today, newest: addDays(today, 13) });
    return toRows(items.map(eventRow), eventColumns);
  }),
  resource('wellness', 'Wellness of a week', 'Wellness and CTL, ATL of the last 7 days.', async (ctx, athlete) => {
    const today = await ctx.today();
    const { items } = await ctx.port.wellness.list({ athlete, oldest: addDays(today, -6), newest: today });
    const rows = items.map((day) => ({
      ...(hasWellness(day) ? wellnessRow(day) : { date: day.id }),
      ctl: day.ctl,
      atl: day.atl,
    }));
    return toRows(rows, [...wellnessColumns, 'ctl', 'atl'] as ('ctl' | 'atl')[]);
  }),
];
