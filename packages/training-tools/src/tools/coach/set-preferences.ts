import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { group } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { triageRules } from '../../roster/triage-rules.ts';
import { preferencesOf, setAlias, setBound, setTargets } from '../../store/preferences.ts';
import { shownPreferences } from '../../store/shown-preferences.ts';
import { STAYS_HERE } from '../../store/stays-here.ts';

export default defineSharedTool({
  name: 'set_preferences',
  title: 'Set what you prefer',
  toolset: 'coach',
  effect: 'update',
  onlyHere: true,
  needs: ['store'],
  userText: ['alias'],
  description:
    'PREFERENCES of the coach: targets of workouts, an alias for the athlete ("" removes it), your bound of a triage rule (none: its own again).',
  input: z.object({
    targets: z.optional(z.enum(['zone', 'percent'])),
    alias: z.optional(z.string().max(60)),
    rule: z.optional(z.string()),
    bound: z.optional(z.number()),
  }),
  output: z.object({ preferences: group, notes: z.array(z.string()) }),
  examples: [{ targets: 'percent' }],
  handler: async (ctx, { targets, alias, rule, bound }) => {
    const { store } = ctx.ports;
    const { id, name } = await ctx.athlete();
    const known = triageRules.find((each) => each.id === rule);
    if (rule !== undefined && known === undefined) throw unknownRule(rule);
    if (rule === undefined && bound !== undefined) throw unknownRule('');
    const before = await preferencesOf(store);
    const oldAlias = (await store.list('alias')).find(({ athleteId }) => athleteId === id)?.name ?? null;
    await ctx.confirm({
      summary: 'Set preferences, on this machine only',
      diff: [
        ...(targets === undefined ? [] : [{ field: 'targets', before: before.targets, after: targets }]),
        ...(alias === undefined ? [] : [{ field: `alias of ${name}`, before: oldAlias, after: alias || null }]),
        ...(known === undefined
          ? []
          : [{ field: known.id, before: before.bounds[known.id] ?? known.bound, after: bound ?? known.bound }]),
      ],
    });
    if (targets !== undefined) await setTargets(store, targets);
    if (alias !== undefined) await setAlias(store, id, alias.trim());
    if (known !== undefined) await setBound(store, known.id, bound ?? null);
    return { preferences: await shownPreferences(store), notes: [STAYS_HERE] };
  },
});

function unknownRule(rule: string): Failure {
  const rules = triageRules.map(({ id, bound }) => `${id} (${bound})`).join(', ');
  return new Failure('bad_input', `There is no triage rule ${JSON.stringify(rule.slice(0, 40))}`, {
    next: `use one of ${rules}, for example rule: "${triageRules[0]?.id}", bound: ${triageRules[0]?.bound}`,
  });
}
