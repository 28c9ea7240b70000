import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { aboutShape, closing } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { searchRecipes } from '../../recipes/search-recipes.ts';
import { STAYS_HERE } from '../../store/stays-here.ts';

export default defineSharedTool({
  name: 'search_recipes',
  title: 'Search recipes',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  needs: ['store'],
  paged: { limit: 20, max: 100 },
  userText: ['title'],
  description: 'RECIPES of your own collection by words, meal, type or favourite. In full: {get_recipe}.',
  input: z.object({
    query: z.optional(z.string()),
    meal: z.optional(z.string()),
    type: z.optional(z.string()),
    favourite: z.optional(z.boolean()),
  }),
  output: z.object({ ...aboutShape, ...rowsShape }),
  examples: [{}, { meal: 'breakfast', favourite: true }],
  handler: async (ctx, query) => {
    const [today, all] = await Promise.all([ctx.today(), ctx.ports.store.list('recipe')]);
    const found = searchRecipes(all, query);
    const meals = [...new Set(all.flatMap(({ meal }) => meal ?? []))].sort();
    return {
      method: STAYS_HERE,
      as_of: today,
      ...toRows(
        found.map(({ id, title, meal, type, favourite }) => ({ recipe_id: id, title, meal, type, favourite })),
        ['recipe_id', 'title', 'meal', 'type', 'favourite'],
      ),
      coverage: { recipes: all.length, found: found.length },
      ...closing(
        [
          ...(all.length === 0 ? ['No recipe is kept: import a folder with `coach import-recipes <folder>`.'] : []),
          ...(all.length > 0 && found.length === 0
            ? [`None matches. Meals there are: ${meals.join(', ') || 'none'}.`]
            : []),
        ],
        [found[0] && ctx.call('get_recipe', { recipe_id: found[0].id })],
      ),
    };
  },
});
