import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { counted } from '../../answer/counted.ts';
import { group } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { STAYS_HERE } from '../../store/stays-here.ts';

/** Characters of a text that are shown; the whole is in `coach export`. */
const SHOWN = 6000;

export default defineSharedTool({
  name: 'get_recipe',
  title: 'Recipe in full',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  needs: ['store'],
  userText: ['title', 'text'],
  description: 'One RECIPE in full.',
  input: z.object({ recipe_id: z.string() }),
  output: z.object({ recipe: group, notes: z.array(z.string()) }),
  examples: [{ recipe_id: '1' }],
  handler: async (ctx, { recipe_id }) => {
    const recipe = (await ctx.ports.store.list('recipe')).find(({ id }) => id === recipe_id);
    if (recipe === undefined) {
      throw new Failure('not_found', `There is no recipe ${JSON.stringify(recipe_id.slice(0, 20))}`, {
        next: ctx.call('search_recipes', {}) ?? 'search for one',
      });
    }
    const { id, title, meal, type, favourite, text } = recipe;
    const cut =
      text.length > SHOWN
        ? [`${counted(text.length - SHOWN, 'more character is', 'more characters are')} left out here.`]
        : [];
    return {
      recipe: { recipe_id: id, title, meal, type, favourite, text: text.slice(0, SHOWN) },
      notes: [STAYS_HERE, ...cut],
    };
  },
});
