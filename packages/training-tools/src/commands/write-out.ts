import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '@core/mcp-kit';
import type { TrainingWork } from './training-commands.ts';

/**
 * Prints a text, or writes it to a file that only its owner may read.
 *
 * @throws Failure `bad_input` when the file cannot be written.
 */
export async function writeOut(
  { cwd, print, tell }: TrainingWork,
  file: string | undefined,
  text: string,
): Promise<void> {
  if (file === undefined) return print(text);
  const path = resolve(cwd, file);
  try {
    await writeFile(path, `${text}\n`, { mode: 0o600 });
  } catch (cause) {
    throw new Failure('bad_input', `${path} cannot be written`, { next: 'name a file in a folder that exists', cause });
  }
  tell(`Written to ${path}`);
}
