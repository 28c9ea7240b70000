import { posix, win32 } from 'node:path';
import type { CliHost } from '../host.ts';
import type { AnyProvider } from '../option-table.ts';
import type { Client, LaunchEntry } from './client.ts';

export interface LaunchOptions {
  /** Start the copy that runs now instead of the published package. */
  readonly local: boolean;
  /** Options of the server that the person gave and wants to keep. */
  readonly args: readonly string[];
}

/**
 * The entry that starts the server in a client. A client that is started from a desktop does not know the PATH of a shell,
 * so it gets the absolute path of the program and a PATH on which npx finds Node.
 */
export function launchEntry(
  client: Pick<Client, 'desktop'>,
  { packageName }: Pick<AnyProvider, 'packageName'>,
  { execPath, script, platform }: Pick<CliHost, 'execPath' | 'script' | 'platform'>,
  { local, args }: LaunchOptions,
): LaunchEntry {
  if (local) return { command: execPath, args: [script, ...args] };
  const npx = ['-y', packageName, ...args];
  if (platform === 'win32') return { command: 'cmd', args: ['/c', 'npx', ...npx] };
  if (!client.desktop) return { command: 'npx', args: npx };
  const folder = posix.dirname(execPath);
  return {
    command: posix.join(folder, 'npx'),
    args: npx,
    env: { PATH: [...new Set([folder, '/usr/local/bin', '/usr/bin', '/bin'])].join(':') },
  };
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
