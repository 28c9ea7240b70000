import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { provider as igpsport } from '../servers/igpsport/src/provider.ts';
import { provider as intervals } from '../servers/intervals/src/provider.ts';
import { provider as trainingpeaks } from '../servers/trainingpeaks/src/provider.ts';

const root = resolve(import.meta.dirname, '..');
const pages = globSync('{*.md,docs/**/*.md,deploy/*.md,packages/*/*.md,servers/*/*.md,servers/*/docs/*.md}', {
  cwd: root,
});
const providers = [intervals, trainingpeaks, igpsport];
const toolNames = new Set(providers.flatMap(({ tools }) => tools.map(({ name }) => name)));
/** Fields of Intervals.icu begin with `icu_` too. */
const fieldsOfPlatform = ['icu_chat_id', 'icu_hrr'];

/** What a person wrote: generated tables are compared with the code elsewhere, and name tools of other servers. */
function written(page: string): string {
  return readFileSync(join(root, page), 'utf8').replaceAll(/<!-- ([\w-]+):start -->[\s\S]*?<!-- \1:end -->/g, '');
}

describe('a page of the documentation', () => {
  it.each(pages)('%s names only tools that exist', (page) => {
    const named = (written(page).match(/`(?:icu|tp|igp)_[a-z_]+/g) ?? []).map((name) => name.slice(1));
    expect(named.filter((name) => !toolNames.has(name) && !fieldsOfPlatform.includes(name))).toEqual([]);
  });

  it.each(pages)('%s links only to files that exist', (page) => {
    const links = [...written(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });
});
