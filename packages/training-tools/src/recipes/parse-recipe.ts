import type { Recipe } from '../store/coach-store.ts';

/** A recipe of a file, or why it is none. */
export type ParsedRecipe = { readonly recipe: Recipe } | { readonly problem: string };

/** Longest text of a recipe, characters: more than a page is a book. */
const TEXT_LIMIT = 20_000;

/**
 * Markdown with an optional front matter of `key: value` lines between two `---`: `title`, `meal`, `type`, `favourite`.
 * Without a title there the first heading is it, else the name of the file.
 */
export function parseMarkdown(text: string, fileName: string): ParsedRecipe {
  const clean = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const [, head = '', body = clean] = /^---\n([\s\S]*?)\n---[ \t]*(?:\n([\s\S]*))?$/.exec(clean) ?? [];
  const fields = new Map(
    head.split('\n').flatMap((line): [string, string][] => {
      const [, key, value] = /^([A-Za-z_]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key.toLowerCase(), unquoted(value)]];
    }),
  );
  const heading = /^#\s+(.+?)\s*$/m.exec(body)?.[1];
  return checked({
    title: fields.get('title') ?? heading ?? fileName.replace(/\.[^.]+$/, '').replaceAll(/[-_]+/g, ' '),
    meal: fields.get('meal'),
    type: fields.get('type'),
    favourite: fields.get('favourite') ?? fields.get('favorite'),
    text: body.trim(),
  });
}

/** Recipes of a JSON file: one object or a list of them, with the keys of the front matter and `text`. */
export function parseJson(text: string): readonly ParsedRecipe[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [{ problem: 'it is not JSON' }];
  }
  return (Array.isArray(parsed) ? parsed : [parsed]).map((each: unknown) =>
    typeof each === 'object' && each !== null
      ? checked(each as Readonly<Record<string, unknown>>)
      : { problem: 'it is no object' },
  );
}

function checked(given: Readonly<Record<string, unknown>>): ParsedRecipe {
  const title = textOf(given.title);
  const text = textOf(given.text);
  if (title === null) return { problem: 'it has no title' };
  if (text === null) return { problem: 'it has no text' };
  if (text.length > TEXT_LIMIT) return { problem: `its text is longer than ${TEXT_LIMIT} characters` };
  const favourite = given.favourite ?? given.favorite;
  return {
    recipe: {
      title,
      meal: textOf(given.meal),
      type: textOf(given.type),
      favourite: favourite === true || /^(true|yes|1)$/i.test(String(favourite ?? '')),
      text,
    },
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}
