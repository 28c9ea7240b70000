import { describe, expect, it } from 'vitest';
import { MEMORY } from '../../store/database.ts';
import { openCoachStore } from '../../store/open-coach-store.ts';
import { connectMemory, objects } from '../../testing/index.ts';

/** A server whose coach keeps two recipes. */
async function server() {
  const store = openCoachStore({
    place: MEMORY,
    key: async () => new Uint8Array(32),
    login: async () => 'm1',
    log: { log: () => {} },
    now: () => new Date(0),
  });
  await store.put('recipe', { title: 'Oats', meal: 'breakfast', type: null, favourite: false, text: 'Milk and oats' });
  await store.put('recipe', { title: 'Rice', meal: 'during', type: null, favourite: true, text: 'r'.repeat(7000) });
  return connectMemory({}, { store });
}

describe('search_recipes', () => {
  it('lists what matches, without the text', async () => {
    const { structured } = await (await server()).call('mem_search_recipes', { query: 'milk' });
    expect(objects(structured)).toEqual([{ recipe_id: '1', title: 'Oats', meal: 'breakfast', favourite: false }]);
    expect(structured).toMatchObject({ coverage: { recipes: 2, found: 1 }, next: 'mem_get_recipe {"recipe_id":"1"}' });
  });

  it('names the meals there are when nothing matches, and how to get recipes when there are none', async () => {
    const { text } = await (await server()).call('mem_search_recipes', { meal: 'dinner' });
    expect(text).toContain('Meals there are: breakfast, during.');
    expect((await connectMemory({}).call('mem_search_recipes')).text).toContain('coach import-recipes');
  });
});
