import { describe, expect, it } from 'vitest';
import { MEMORY } from '../../store/database.ts';
import { openCoachStore } from '../../store/open-coach-store.ts';
import { connectMemory } from '../../testing/index.ts';

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

describe('get_recipe', () => {
  it('gives one in full, and says what a very long one lacks', async () => {
    const { call } = await server();
    expect((await call('mem_get_recipe', { recipe_id: '1' })).structured.recipe).toMatchObject({
      title: 'Oats',
      text: 'Milk and oats',
    });
    const long = (await call('mem_get_recipe', { recipe_id: '2' })).structured;
    expect(long.notes).toContain('1000 more characters are left out here.');
  });

  it('does not take another for one that is not there', async () => {
    const { failure } = await (await server()).call('mem_get_recipe', { recipe_id: '7' });
    expect(failure?.toText()).toContain('mem_search_recipes');
  });
});
