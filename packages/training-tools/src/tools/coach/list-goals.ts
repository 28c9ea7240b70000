import { addDays, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { aboutShape, closing, group, skippedNotes } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { STAYS_HERE } from '../../store/stays-here.ts';

/** Days ahead in which races are told. */
const RACE_DAYS = 365;

export default defineSharedTool({
  name: 'list_goals',
  title: 'Goals',
  toolset: 'coach',
  effect: 'read',
  needs: ['store'],
  uses: ['calendar'],
  userText: ['title', 'name'],
  description: 'GOALS of an athlete that you keep here, and the races ahead on the calendar.',
  input: z.object({ state: z.optional(z.enum(['open', 'closed', 'all'])) }),
  output: z.object({ ...aboutShape, ...rowsShape, races: z.array(group) }),
  examples: [{}],
  handler: async (ctx, { state = 'open' }) => {
    const [{ id, name }, today, kept] = await Promise.all([ctx.athlete(), ctx.today(), ctx.ports.store.list('goal')]);
    const own = kept.filter(({ athleteId }) => athleteId === id);
    const shown = own.filter(({ closed }) => state === 'all' || (closed === null) === (state === 'open'));
    const ahead = await ctx.ports.calendar?.list(
      { id, name },
      { oldest: today, newest: addDays(today, RACE_DAYS) },
      { only: ['race'] },
    );
    const races = (ahead?.items ?? []).flatMap((entry) => (entry.kind === 'race' ? [entry] : []));
    return {
      method: STAYS_HERE,
      as_of: today,
      ...toRows(
        shown.map((goal) => ({
          goal_id: goal.id,
          title: goal.title,
          due: goal.due,
          opened: goal.opened,
          closed: goal.closed?.day ?? null,
          outcome: goal.closed?.outcome ?? null,
        })),
        ['goal_id', 'title', 'due', 'opened', 'closed', 'outcome'],
      ),
      races: races.map(({ id: event_id, day, name: race, priority }) => ({ event_id, day, name: race, priority })),
      coverage: { goals: own.length, shown: shown.length, races: ahead === undefined ? null : races.length },
      ...closing(
        [
          ...(ahead === undefined ? ['This platform has no calendar to read races from.'] : []),
          ...skippedNotes(ahead?.skipped ?? {}, 'calendar entries'),
          ...(shown.length === 0 ? [own.length === 0 ? 'No goal is kept.' : `None is ${state}; see state "all".`] : []),
        ],
        [own.length === 0 ? ctx.call('save_goal', { athlete: id, title: 'Ride 200 km' }) : undefined],
      ),
    };
  },
});
