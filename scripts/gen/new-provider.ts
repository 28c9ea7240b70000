import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Emitter } from './emit.ts';

export interface NewProvider {
  /** Folder name and short name: `suunto`. */
  readonly id: string;
  /** Prefix of its tools: `sun`. */
  readonly prefix: string;
  /** The platform as people know it: `Suunto`. */
  readonly platform: string;
  /** Where `servers/` lies. */
  readonly root: string;
}

const template = join(import.meta.dirname, 'provider-template');

/**
 * A server that runs: client, domain, one tool, emulator, tests, and the empty places for what its platform needs.
 * Nothing outside the new folder changes.
 *
 * @throws Error when a name cannot be used or the folder exists.
 */
export function newProvider({ id, prefix, platform, root }: NewProvider, emitter: Emitter): string {
  if (!/^[a-z][a-z0-9]*$/.test(id)) throw new Error(`"${id}" is no provider name: lower-case letters, such as suunto`);
  if (!/^[a-z]{2,4}$/.test(prefix))
    throw new Error(`"${prefix}" is no prefix: two to four lower-case letters, such as sun`);
  const server = join(root, 'servers', id);
  if (existsSync(server)) throw new Error(`${server} exists`);
  for (const file of globSync('**/*', { cwd: template })) {
    const source = join(template, file);
    if (statSync(source).isDirectory()) continue;
    const content = readFileSync(source, 'utf8');
    const place = filled(file.replace(/\.template$/, ''), { id, prefix, platform });
    emitter.file(join(server, place), filled(content, { id, prefix, platform }));
  }
  return server;
}

function filled(text: string, { id, prefix, platform }: Pick<NewProvider, 'id' | 'prefix' | 'platform'>): string {
  return text
    .replaceAll('__ID__', id)
    .replaceAll('__ENV__', id.toUpperCase())
    .replaceAll('__PREFIX__', prefix)
    .replaceAll('__PLATFORM__', platform);
}
