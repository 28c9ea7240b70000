import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Failure } from '../failure/failure.ts';
import { type FilesFolder, folderFailure } from './folder-failure.ts';

export interface ReadOptions {
  readonly parts: readonly string[];
  readonly field: string;
  readonly maxBytes: number;
}

/**
 * The bytes of a regular file whose real path lies below the folder.
 *
 * @throws Failure `not_found`, naming the folder; `bad_input` when the file is outside, special or too large
 */
export async function readBelow(folder: FilesFolder, { parts, field, maxBytes }: ReadOptions): Promise<Uint8Array> {
  const name = parts.join('/');
  const root = await realpath(folder.path).catch((error: unknown) => {
    throw missing(name, folder, error);
  });
  const real = await realpath(join(root, ...parts)).catch((error: unknown) => {
    throw missing(name, folder, error);
  });
  if (!isBelow(real, root)) throw outside(field, folder);
  const file = await openPlain(real, field, folder);
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw notPlain(field);
    await checkUnmoved(real, facts, field, folder);
    return await readCapped(file, facts.size, { name, maxBytes, field });
  } finally {
    await file.close();
  }
}

function isBelow(path: string, root: string): boolean {
  return path.startsWith(root.endsWith(sep) ? root : root + sep);
}

async function openPlain(real: string, field: string, folder: FilesFolder): Promise<FileHandle> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  try {
    // Not blocking: a pipe without a writer would hold the call until its deadline.
    return await open(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP' || code === 'EMLINK') throw outside(field, folder);
    if (code === 'ENXIO') throw notPlain(field);
    throw folderFailure('read a file', folder, error);
  }
}

/** Between the look at the path and the opening, a folder of it can have become a link to somewhere else. */
async function checkUnmoved(real: string, opened: Stats, field: string, folder: FilesFolder): Promise<void> {
  const now = await realpath(real).catch(() => undefined);
  const there = await lstat(real).catch(() => undefined);
  if (now !== real || there?.ino !== opened.ino || there.dev !== opened.dev) throw outside(field, folder);
}

async function readCapped(
  file: FileHandle,
  size: number,
  { name, maxBytes, field }: { name: string; maxBytes: number; field: string },
): Promise<Uint8Array> {
  const tooLarge = () =>
    new Failure('bad_input', `${name} in ${field} is larger than the ${megabytes(maxBytes)} MB that are read`, {
      next: 'ask the user for a smaller file',
    });
  if (size > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let total = 0;
  // The file may grow while it is read, so the size that was looked up is not trusted.
  for await (const chunk of file.createReadStream({ autoClose: false, start: 0 })) {
    total += (chunk as Buffer).length;
    if (total > maxBytes) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** `32`, or `0.5` below one. */
function megabytes(bytes: number): string {
  return String(Number((bytes / 1024 / 1024).toPrecision(2)));
}

function missing(name: string, folder: FilesFolder, cause: unknown): Failure {
  const { code } = cause as NodeJS.ErrnoException;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return folderFailure('read a file', folder, cause);
  return new Failure('not_found', `There is no file ${JSON.stringify(name)} in ${folder.shown}`, {
    next: `ask the user to put the file into ${folder.shown}, or to set another folder with ${folder.option}`,
  });
}

function outside(field: string, { shown }: FilesFolder): Failure {
  return new Failure('bad_input', `${field} leads out of ${shown} through a link`, {
    next: `ask the user to copy the file itself into ${shown}`,
  });
}

function notPlain(field: string): Failure {
  return new Failure('bad_input', `${field} is a folder or a device, not a file`, {
    next: `give ${field} the name of a file`,
  });
}
