import { day, Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { group } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import type { Goal, Kept } from '../../store/coach-store.ts';
import { STAYS_HERE } from '../../store/stays-here.ts';

export default defineSharedTool({
  name: 'save_goal',
  title: 'Add, change or close a goal',
  toolset: 'coach',
  effect: 'update',
  onlyHere: true,
  needs: ['store'],
  userText: ['title'],
  description: 'Adds a goal, or with goal_id changes or closes one. Kept on this machine only.',
  input: z.object({
    goal_id: z.optional(z.string()),
    title: z.optional(z.string().min(1).max(200)),
    due: z.optional(day),
    outcome: z.optional(z.enum(['achieved', 'dropped'])),
  }),
  output: z.object({ goal: group, notes: z.array(z.string()) }),
  examples: [{ title: 'Finish a marathon', due: '2027-04-11' }],
  handler: async (ctx, { goal_id, title, due, outcome }) => {
    const [{ id: athleteId, name }, today, kept] = await Promise.all([
      ctx.athlete(),
      ctx.today(),
      ctx.ports.store.list('goal'),
    ]);
    const own = kept.filter((goal) => goal.athleteId === athleteId);
    const before = goal_id === undefined ? sameOpen(own, title) : withId(own, goal_id);
    if (before === undefined && title === undefined) {
      throw new Failure('bad_input', 'A new goal needs a title', { next: 'give title, or goal_id of one to change' });
    }
    const goal: Goal = {
      athleteId,
      title: title ?? before?.title ?? '',
      due: due ?? before?.due ?? null,
      opened: before?.opened ?? today,
      closed: outcome === undefined ? (before?.closed ?? null) : { day: before?.closed?.day ?? today, outcome },
    };
    await ctx.confirm({
      summary: `${before === undefined ? 'Add' : 'Change'} the goal "${goal.title}" of ${name}, on this machine only`,
      diff: differences(before, goal),
      version: JSON.stringify(before ?? null),
    });
    const where = before === undefined ? { key: `${athleteId} ${goal.title} ${goal.due} ${today}` } : { id: before.id };
    const id = await ctx.ports.store.put('goal', goal, where);
    return { goal: shown({ id, ...goal }), notes: [STAYS_HERE] };
  },
});

/** An open goal of the same title is the same goal: a repeated call does not double it. */
function sameOpen(own: readonly Kept<'goal'>[], title: string | undefined): Kept<'goal'> | undefined {
  return own.find((goal) => goal.closed === null && goal.title === title);
}

function withId(own: readonly Kept<'goal'>[], id: string): Kept<'goal'> {
  const found = own.find((goal) => goal.id === id);
  if (found !== undefined) return found;
  throw new Failure('not_found', `This athlete has no goal ${JSON.stringify(id.slice(0, 20))}`, {
    next: 'take a goal_id from the list of goals of this athlete',
  });
}

function shown({ id, title, due, opened, closed }: Kept<'goal'>) {
  return { goal_id: id, title, due, opened, closed: closed?.day ?? null, outcome: closed?.outcome ?? null };
}

function differences(before: Kept<'goal'> | undefined, after: Goal) {
  const old = before === undefined ? undefined : shown(before);
  const now = shown({ id: '', ...after });
  return (['title', 'due', 'outcome'] as const).flatMap((field) =>
    (old?.[field] ?? null) === now[field] ? [] : [{ field, before: old?.[field] ?? null, after: now[field] }],
  );
}
