import { UsageError } from '../usage-error.ts';
import type { LaunchEntry } from './client.ts';

type Table = Record<string, unknown>;

/** A JSON file with one more server in it. */
export interface MergedText {
  readonly text: string;
  /** Whether a server of this name was there before. */
  readonly replaced: boolean;
}

/**
 * Adds a server to the text of a client's JSON file. Everything else stays as it is; of a server with the same name, the
 * variables and members that we do not set stay too.
 *
 * @throws UsageError when the text is not plain JSON (comments, a typing mistake): it is then not touched.
 */
export function mergeIntoJson(
  text: string,
  at: readonly string[],
  name: string,
  entry: LaunchEntry & Readonly<Record<string, unknown>>,
): MergedText {
  const root = parse(text);
  let table = root;
  for (const key of at) {
    const inner = table[key] ?? {};
    if (!isTable(inner))
      throw new UsageError(
        `"${key}" in that file is not an object`,
        'correct it, or paste the printed part in by hand',
      );
    table[key] = inner;
    table = inner;
  }
  const before = table[name];
  const kept = isTable(before) ? before : {};
  const env = { ...(isTable(kept.env) ? kept.env : {}), ...entry.env };
  table[name] = { ...kept, ...entry, ...(Object.keys(env).length > 0 && { env }) };
  return { text: `${JSON.stringify(root, null, indentOf(text))}\n`, replaced: before !== undefined };
}

function parse(text: string): Table {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isTable(value)) return value;
  } catch {
    // Falls through: told like JSON that is no object.
  }
  throw new UsageError(
    'That file holds comments or is not JSON, so it is left alone',
    'run the command without --write and paste the printed part in by hand',
  );
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The indentation that the file uses, so that a diff shows only what was added. */
function indentOf(text: string): string {
  return /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
}
