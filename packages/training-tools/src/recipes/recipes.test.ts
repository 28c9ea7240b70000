import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Recipe } from '../store/coach-store.ts';
import { MEMORY } from '../store/database.ts';
import { openCoachStore } from '../store/open-coach-store.ts';
import { importRecipes } from './import-recipes.ts';
import { parseJson, parseMarkdown } from './parse-recipe.ts';
import { searchRecipes } from './search-recipes.ts';

const store = () =>
  openCoachStore({
    place: MEMORY,
    key: async () => new Uint8Array(32),
    login: async () => 'x',
    log: { log: () => {} },
    now: () => new Date(0),
  });

describe('a recipe in Markdown', () => {
  it('is its front matter and what follows', () => {
    const text =
      '\uFEFF---\r\ntitle: "Rice cakes"\r\nmeal: during\r\nType: carbohydrate\r\nfavorite: yes\r\n---\r\n\r\n300 g rice\r\n';
    expect(parseMarkdown(text, 'x.md')).toEqual({
      recipe: { title: 'Rice cakes', meal: 'during', type: 'carbohydrate', favourite: true, text: '300 g rice' },
    });
  });

  it('is called after its heading, else after its file', () => {
    expect(parseMarkdown('# Oats\n\n80 g', 'a.md')).toMatchObject({
      recipe: { title: 'Oats', meal: null, favourite: false },
    });
    expect(parseMarkdown('80 g oats', 'over-night_oats.md')).toMatchObject({ recipe: { title: 'over night oats' } });
  });

  it('is none without a text', () => {
    expect(parseMarkdown('---\ntitle: Empty\n---\n', 'x.md')).toEqual({ problem: 'it has no text' });
    expect(parseMarkdown('x'.repeat(20_001), 'x.md')).toEqual({ problem: 'its text is longer than 20000 characters' });
  });
});

describe('recipes in JSON', () => {
  it('are one or a list, each by itself', () => {
    expect(parseJson('{"title":"A","text":"b","favourite":true}')).toMatchObject([
      { recipe: { title: 'A', favourite: true } },
    ]);
    expect(parseJson('[{"title":"A","text":"b"},{"text":"c"},4]')).toMatchObject([
      { recipe: { title: 'A' } },
      { problem: 'it has no title' },
      { problem: 'it is no object' },
    ]);
    expect(parseJson('nope')).toEqual([{ problem: 'it is not JSON' }]);
  });
});

describe('a search', () => {
  const recipe = (title: string, more: Partial<Recipe> = {}): Recipe => ({
    title,
    meal: null,
    type: null,
    favourite: false,
    text: '',
    ...more,
  });
  const all = [
    recipe('Crème brûlée', { meal: 'Dinner', text: 'eggs' }),
    recipe('Oats', { meal: 'breakfast', type: 'carbohydrate', favourite: true, text: 'oats and milk' }),
    recipe('Eggs', { meal: 'breakfast', type: 'protein' }),
  ];
  const titles = (query: Parameters<typeof searchRecipes>[1]) => searchRecipes(all, query).map(({ title }) => title);

  it('gives everything, favourites first', () => {
    expect(titles({})).toEqual(['Oats', 'Crème brûlée', 'Eggs']);
  });

  it('takes words of title and text without accents, and meal, type and favourite', () => {
    expect(titles({ query: 'creme' })).toEqual(['Crème brûlée']);
    expect(titles({ query: 'milk OATS' })).toEqual(['Oats']);
    expect(titles({ query: 'milk eggs' })).toEqual([]);
    expect(titles({ meal: 'dinner' })).toEqual(['Crème brûlée']);
    expect(titles({ meal: 'breakfast', type: 'protein' })).toEqual(['Eggs']);
    expect(titles({ favourite: false })).toEqual(['Crème brûlée', 'Eggs']);
  });
});

describe('importing a folder', () => {
  it('takes Markdown and JSON, says what it left out, and replaces at the next time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recipes-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'a.md'), '# Oats\nmilk');
    writeFileSync(join(folder, 'b.json'), '[{"title":"Rice","text":"water"},{"title":"None"}]');
    writeFileSync(join(folder, 'c.txt'), 'no recipe');
    mkdirSync(join(folder, 'd.md'));
    const kept = store();
    const skipped = ['b.json: it has no text', 'd.md: it cannot be read'];
    expect(await importRecipes(kept, folder)).toEqual({ added: 2, replaced: 0, skipped });
    writeFileSync(join(folder, 'a.md'), '# OATS\nwater');
    expect(await importRecipes(kept, folder)).toEqual({ added: 0, replaced: 2, skipped });
    expect((await kept.list('recipe')).map(({ title, text }) => [title, text.split('\n').at(-1)])).toEqual([
      ['OATS', 'water'],
      ['Rice', 'water'],
    ]);
  });

  it('says that a folder cannot be read', async () => {
    await expect(importRecipes(store(), '/nowhere/at/all')).rejects.toMatchObject({ kind: 'bad_input' });
  });
});
