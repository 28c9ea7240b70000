import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../failure/failure.ts';
import type { CallFiles, FileLink, SavedFile } from './call-files.ts';
import { partsOfName, safeName } from './file-name.ts';
import type { FilesFolder } from './folder-failure.ts';
import { readBelow } from './read-below.ts';
import { saveBelow } from './save-below.ts';
import { createShelf } from './shelf.ts';

/** Which way the files of a tool go: read from the user's folder, or handed to the user. */
export type FileUse = 'in' | 'out';

export interface FilesOptions {
  /** The provider's id, which names the scheme of addresses. */
  readonly id: string;
  /** Where files are read from; without it none are. */
  readonly readFrom: FilesFolder | undefined;
  /** Where files are written to; without it they are offered as resources. */
  readonly saveTo: FilesFolder | undefined;
  /** Whether a client can fetch resources of this process: not from a command that ends. */
  readonly canOffer: boolean;
  /** How to set the folder, for refusals. */
  readonly option: string;
  readonly now: () => Date;
}

/** A file that a client reads by its address. */
export interface FetchedFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The files of one server process. */
export interface Files {
  /** Templates under which {@link Files.fetch} finds files. */
  readonly templates: readonly string[];
  /** @throws Failure `not_found` for an address that was not given out, or no longer holds */
  readonly fetch: (uri: string) => Promise<FetchedFile>;
  /** Files for one call; `links` collects what it hands out. */
  readonly forCall: (use: FileUse | undefined, links: FileLink[]) => CallFiles;
}

const largestRead = 32 * 1024 * 1024;

/** The files of a server process: a folder of the user, or a shelf in memory. */
export function createFiles(options: FilesOptions): Files {
  const { id, readFrom, saveTo, now } = options;
  const scheme = `${id}-files`;
  const shelf = createShelf({ scheme, now });
  /** Files in the folder that this process wrote: the only ones that it reads by address. */
  const written = new Map<string, { readonly path: string; readonly mediaType: string }>();

  const toFolder = async (folder: FilesFolder, name: string, bytes: Uint8Array, mediaType: string) => {
    const path = await saveBelow(folder, name, bytes);
    const { href } = pathToFileURL(path);
    written.set(href, { path, mediaType });
    const file = basename(path);
    return { link: { uri: href, name: file }, facts: { file, saved_to: path } };
  };
  const toShelf = (name: string, bytes: Uint8Array, mediaType: string) => {
    if (!options.canOffer) throw noFolder('save', options);
    const { uri, expiresAt } = shelf.put(name, mediaType, bytes);
    return { link: { uri, name }, facts: { file: name, resource: uri, expires_at: expiresAt.toISOString() } };
  };

  return {
    templates: [...(saveTo === undefined ? [] : ['file:///{+path}']), `${scheme}://{id}/{name}`],
    async fetch(uri) {
      const shelved = shelf.find(uri);
      if (shelved !== undefined) return shelved;
      const { path, mediaType } = written.get(uri) ?? {};
      if (path === undefined || mediaType === undefined) throw notOffered();
      const bytes = await readFile(path).catch(() => {
        throw notOffered();
      });
      return { mediaType, bytes };
    },
    forCall: (use, links) => ({
      async read(name, { field = 'file', maxBytes = largestRead } = {}) {
        if (use !== 'in') throw new Error("A tool that reads files declares files: 'in'");
        const parts = partsOfName(name, field);
        if (readFrom === undefined) throw noFolder('read', options);
        return readBelow(readFrom, { parts, field, maxBytes });
      },
      async save(wanted, bytes, { mediaType, field }): Promise<SavedFile> {
        if (use !== 'out') throw new Error("A tool that hands out files declares files: 'out'");
        if (field !== undefined) checkPlain(wanted, field);
        const name = safeName(wanted);
        const { link, facts } =
          saveTo === undefined ? toShelf(name, bytes, mediaType) : await toFolder(saveTo, name, bytes, mediaType);
        links.push({ ...link, mediaType, bytes: bytes.length });
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return { bytes: bytes.length, media_type: mediaType, sha256, ...facts };
      },
    }),
  };
}

/** A name to save under has no folders: they would have to be made. */
function checkPlain(name: string, field: string): void {
  if (partsOfName(name, field).length === 1) return;
  throw new Failure('bad_input', `${field} names a folder`, {
    next: `give ${field} as a plain name, such as "ride.fit"`,
  });
}

function noFolder(doing: 'read' | 'save', { option }: FilesOptions): Failure {
  return new Failure('blocked', `This server has no folder to ${doing} files ${doing === 'read' ? 'from' : 'in'}`, {
    next: `ask the user to set one with ${option}`,
  });
}

function notOffered(): Failure {
  return new Failure('not_found', 'This file was not handed out by this server, or is no longer held', {
    next: 'call the tool that makes the file again',
  });
}
