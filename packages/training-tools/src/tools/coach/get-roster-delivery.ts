import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { addDays } from '@core/metrics/day';
import { whole } from '../../answer/bounds.ts';
import { aboutShape, closing, skippedNotes } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
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
  userText: ['athlete', 'name', 'why'],
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
    const rows = people.flatMap((who) =>
      (found.get(who.id)?.items ?? []).map((each) => ({
        athlete_id: who.id,
        athlete: who.name,
        date: each.day,
        session_id: each.sessionId,
        sport: each.sport,
        name: each.name,
        verdict: each.verdict,
        devices: each.devices.length === 0 ? null : each.devices.join(', '),
        why: each.why,
        last_upload: found.get(who.id)?.lastUpload ?? null,
      })),
    );
    const late = rows.filter(({ verdict }) => verdict !== 'sent');
    const shown = all ? rows : late;
    return {
      method: 'As the platform tells: what it sends, to which service, and what that service refused.',
      as_of: today,
      ...toRows(shown, [
        'athlete_id',
        'athlete',
        'date',
        'session_id',
        'sport',
        'name',
        'verdict',
        'devices',
        'why',
        'last_upload',
      ]),
      coverage: { athletes: people.length, read: found.size, sessions: rows.length, not_sent: late.length },
      ...closing(
        [
          ...skippedNotes(failed, 'athletes'),
          'How many days ahead a service fetches is its own matter: a session far ahead may come later.',
          ...(shown.length === 0
            ? [rows.length === 0 ? 'Nothing is planned in these days.' : 'Every session is sent.']
            : []),
        ],
        [],
      ),
    };
  },
});
