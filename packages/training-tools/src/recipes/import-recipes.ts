import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Failure } from '@core/mcp-kit';
import type { CoachStore } from '../store/coach-store.ts';
import { type ParsedRecipe, parseJson, parseMarkdown } from './parse-recipe.ts';

export interface Imported {
  readonly added: number;
  /** Recipes of the same title that were there before. */
  readonly replaced: number;
  /** `breakfast.json: it has no title`. */
  readonly skipped: readonly string[];
}

/**
 * Reads every `.md` and `.json` file of a folder into the store. A recipe of the same title is replaced, so that the same
 * folder can be read again.
 *
 * @throws Failure `bad_input` when the folder cannot be read.
 */
export async function importRecipes(store: CoachStore, folder: string): Promise<Imported> {
  const there = new Map((await store.list('recipe')).map(({ id, title }) => [title.toLowerCase(), id]));
  const skipped: string[] = [];
  let added = 0;
  let replaced = 0;
  for (const name of await filesOf(folder)) {
    for (const parsed of await recipesOf(join(folder, name), name)) {
      if ('problem' in parsed) {
        skipped.push(`${name}: ${parsed.problem}`);
        continue;
      }
      const key = parsed.recipe.title.toLowerCase();
      const id = there.get(key);
      there.set(key, await store.put('recipe', parsed.recipe, id === undefined ? { key } : { id }));
      if (id === undefined) added += 1;
      else replaced += 1;
    }
  }
  return { added, replaced, skipped };
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => ['.md', '.json'].includes(extname(name).toLowerCase())).sort();
  } catch (cause) {
    throw new Failure('bad_input', `The folder ${folder} cannot be read`, {
      next: 'name a folder with .md or .json files, for example: coach import-recipes ~/recipes',
      cause,
    });
  }
}

async function recipesOf(path: string, name: string): Promise<readonly ParsedRecipe[]> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return [{ problem: 'it cannot be read' }];
  return extname(name).toLowerCase() === '.json' ? parseJson(text) : [parseMarkdown(text, name)];
}
