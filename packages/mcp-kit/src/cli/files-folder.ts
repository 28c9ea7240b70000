import { posix, win32 } from 'node:path';
import type { FilesOptions } from '../files/files.ts';
import type { FilesFolder } from '../files/folder-failure.ts';
import { shownPath } from './clients/launch-entry.ts';
import type { CommandContext } from './command.ts';
import { defaultFilesFolder, variablePrefix } from './option-table.ts';
import { UsageError } from './usage-error.ts';

/** Who is served: a program on this machine, one over the network, or a person at a terminal until the command ends. */
export type Reach = 'stdio' | 'http' | 'terminal';

type Folders = Omit<FilesOptions, 'id' | 'now'>;
type FolderContext = Pick<CommandContext, 'config' | 'host' | 'provider'>;

/** Where files of this run go, and whether clients can fetch them. */
export function filesFor(context: FolderContext, reach: Reach): Folders {
  const option = optionFor(context);
  const canOffer = reach !== 'terminal';
  const folder = filesFolder(context);
  if (folder === undefined) return { readFrom: undefined, saveTo: undefined, canOffer, option };
  if (reach !== 'http') return { readFrom: folder, saveTo: folder, canOffer, option };
  // Who calls over the network gets files by address, and reads the folder only when somebody named it for that.
  const named = context.config.given.has('files-dir');
  return { readFrom: named ? folder : undefined, saveTo: undefined, canOffer, option };
}

/**
 * The folder as it is configured; nothing when it is switched off.
 *
 * @throws UsageError for a relative path: hosts start servers in folders that nobody knows
 */
export function filesFolder(context: FolderContext): FilesFolder | undefined {
  const { config, host } = context;
  const given = config.given.get('files-dir');
  const wanted = given === undefined ? defaultFilesFolder : String(given.value);
  if (wanted === 'none') return undefined;
  const { join, isAbsolute, normalize } = host.platform === 'win32' ? win32 : posix;
  const path = /^~[\\/]/.test(wanted) ? join(host.home, wanted.slice(2)) : normalize(wanted);
  if (isAbsolute(path)) return { path, shown: shownPath(path, host), option: optionFor(context) };
  throw new UsageError(
    `${given?.source ?? '--files-dir'} cannot be "${wanted}"`,
    'use a whole path such as /home/ann/rides or ~/rides, or none',
  );
}

function optionFor({ provider }: FolderContext): string {
  return `--files-dir or ${variablePrefix(provider)}FILES_DIR`;
}
