import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { addDays } from '@core/metrics/day';
import { whole } from '../../answer/bounds.ts';
import { counted } from '../../answer/counted.ts';
import { aboutShape, closing, skippedNotes } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import type { Delivery, DeviceDelivery, Who } from '../../ports/index.ts';
import { chosenAthletes } from '../../roster/chosen.ts';
import { readEach } from '../../roster/read-each.ts';

const DAYS = 7;

export default defineSharedTool({
  name: 'get_roster_delivery',
  title: 'What will not reach the watch',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  needs: ['roster', 'delivery'],
  paged: { limit: 40, max: 100 },
  userText: ['athlete', 'names', 'why'],
  description:
    'Coming sessions that will NOT reach the device, of all, of a tag or of chosen athletes; with all, every session.',
  input: z.object({
    athletes: z.optional(z.array(z.string())),
    tag: z.optional(z.string()),
    days: z.optional(whole(1, 14)),
    all: z.optional(z.boolean()),
  }),
  output: z.object({ ...aboutShape, ...rowsShape }),
  examples: [{}, { days: 3, all: true }],
  handler: async (ctx, { athletes, tag, days = DAYS, all = false }) => {
    const today = await ctx.today();
    const range = { oldest: today, newest: addDays(today, days - 1) };
    const people = await chosenAthletes(ctx.ports.roster, { athletes, tag });
    const { found, failed } = await readEach(people, (who) => ctx.ports.delivery.sessions(who, range), ctx.progress);
    const rows = people.flatMap((who) => (found.get(who.id)?.items ?? []).map((each) => ({ ...each, who })));
    const untold = rows.filter(({ verdict }) => verdict === 'unknown');
    const late = rows.filter(({ verdict }) => verdict !== 'sent' && verdict !== 'unknown');
    const shown = all ? rows.map((each) => [each]) : [...Map.groupBy(late, sameReason).values()];
    return {
      method: `As ${ctx.platform} tells: what it sends, to which service, and what stops it.`,
      as_of: today,
      ...toRows(
        shown.map((group) => rowOf(group, found)),
        [
          'athlete_id',
          'athlete',
          'verdict',
          'why',
          'sessions',
          'dates',
          'names',
          'session_ids',
          'devices',
          'last_upload',
        ],
      ),
      coverage: {
        athletes: people.length,
        read: found.size,
        sessions: rows.length,
        not_sent: late.length,
        unknown: untold.length,
      },
      ...closing(
        [
          ...skippedNotes(failed, 'athletes'),
          'How many days ahead a service fetches is its own matter: a session far ahead may come later.',
          ...(untold.length > 0
            ? [`${counted(untold.length, 'session')} may arrive or not: ${reasonsOf(untold)}.`]
            : []),
          ...(shown.length === 0 && untold.length === 0
            ? [rows.length === 0 ? 'Nothing is planned in these days.' : 'Every session is sent.']
            : []),
        ],
        [
          untold.length > 0 && !all
            ? ctx.call('get_roster_delivery', { ...(tag && { tag }), days, all: true })
            : undefined,
        ],
      ),
    };
  },
});

interface Row extends Delivery {
  readonly who: Who;
}

function reasonsOf(rows: readonly Row[]): string {
  return [...new Set(rows.map(({ why }) => why ?? 'the platform does not tell'))].slice(0, 3).join('; or ');
}

/** Sessions of one athlete that fail for one reason are one thing to put right. */
function sameReason({ who, verdict, why }: Row): string {
  return `${who.id} ${verdict} ${why}`;
}

function rowOf(group: readonly Row[], found: ReadonlyMap<string, DeviceDelivery>) {
  const [first] = group as readonly [Row, ...Row[]];
  const { who, verdict, why, devices } = first;
  return {
    athlete_id: who.id,
    athlete: who.name,
    verdict,
    why,
    sessions: group.length,
    dates: [...new Set(group.map(({ day }) => day))].join(' '),
    names: group
      .slice(0, 3)
      .map(({ name, sport }) => name ?? sport ?? 'session')
      .join('; '),
    session_ids: group.map(({ sessionId }) => sessionId).join(' '),
    devices: devices.length === 0 ? null : devices.join(', '),
    last_upload: found.get(who.id)?.lastUpload ?? null,
  };
}
