import { access, constants } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import type { CliHost } from '../host.ts';
import type { AnyProvider } from '../option-table.ts';
import type { Client, LaunchEntry } from './client.ts';

export interface LaunchOptions {
  /** Start the copy that runs now instead of the published package. */
  readonly local: boolean;
  /** Options of the server that the person gave and wants to keep. */
  readonly args: readonly string[];
  /** Absolute path of npx; `undefined` when it was not found. */
  readonly npx: string | undefined;
}

/**
 * The entry that starts the server in a client. A client that is started from a desktop does not know the PATH of a shell,
 * so it gets the absolute path of npx, and a PATH on which npx finds the Node beside it.
 */
export function launchEntry(
  client: Pick<Client, 'desktop'>,
  { packageName }: Pick<AnyProvider, 'packageName'>,
  { execPath, script, platform }: Pick<CliHost, 'execPath' | 'script' | 'platform'>,
  { local, args, npx }: LaunchOptions,
): LaunchEntry {
  if (local) return { command: execPath, args: [script, ...args] };
  const published = ['-y', packageName, ...args];
  if (platform === 'win32') return { command: 'cmd', args: ['/c', 'npx', ...published] };
  if (!client.desktop || npx === undefined) return { command: 'npx', args: published };
  const folders = new Set([posix.dirname(npx), '/usr/local/bin', '/usr/bin', '/bin']);
  return { command: npx, args: published, env: { PATH: [...folders].join(':') } };
}

/** Where npx is: beside the Node that runs this, else on the PATH; copies inside a project's packages do not count. */
export async function findNpx({
  execPath,
  env,
  platform,
}: Pick<CliHost, 'execPath' | 'env' | 'platform'>): Promise<string | undefined> {
  if (platform === 'win32') return undefined;
  const folders = [posix.dirname(execPath), ...(env.PATH ?? '').split(':')];
  for (const folder of folders) {
    if (!posix.isAbsolute(folder) || folder.includes('/node_modules/')) continue;
    const candidate = posix.join(folder, 'npx');
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return candidate;
  }
  return undefined;
}

/** The name under which a server appears in clients: `intervals`. */
export function serverName({ id }: Pick<AnyProvider, 'id'>): string {
  return id;
}

/** A path with the home folder as `~`. */
export function shownPath(path: string, { home, platform }: Pick<CliHost, 'home' | 'platform'>): string {
  const { sep } = platform === 'win32' ? win32 : posix;
  return home !== '' && path.startsWith(`${home}${sep}`) ? `~${path.slice(home.length)}` : path;
}
