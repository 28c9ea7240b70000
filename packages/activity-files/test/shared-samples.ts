import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Folder of the recordings that stay outside the project: `SHARED_DIR`, else `shared` next to the checkout. */
export const sharedFolder = process.env.SHARED_DIR ?? join(repository, '../shared');

const samples = join(sharedFolder, 'data/activity-samples');

/** Whether the recordings are there; says so once when they are not. */
export function hasSamples(what: string): boolean {
  if (existsSync(samples)) return true;
  process.stdout.write(`skipped: ${what}: no recordings at ${samples} (set SHARED_DIR)\n`);
  return false;
}

/** A recording by folder and by its name, or the part of it after the repository prefix. */
export function sample(folder: 'dev' | 'synthetic', name: string): Uint8Array {
  const file = readdirSync(join(samples, folder)).find((entry) => entry === name || entry.endsWith(`__${name}`));
  if (file === undefined) throw new Error(`no sample ${name} in ${folder}`);
  return readFileSync(join(samples, folder, file));
}

/** File names of a folder. */
export function sampleNames(folder: 'dev' | 'synthetic', ...extensions: readonly string[]): string[] {
  return readdirSync(join(samples, folder)).filter((name) => extensions.some((extension) => name.endsWith(extension)));
}

/** Path of a recording, for programs that read it themselves. */
export function samplePath(folder: 'dev' | 'synthetic', name: string): string {
  return join(samples, folder, name);
}

// biome-ignore lint/suspicious/noExplicitAny: expectations come from JSON written elsewhere.
export function sharedJson(name: string): any {
  return JSON.parse(readFileSync(join(sharedFolder, 'data', name), 'utf8'));
}
