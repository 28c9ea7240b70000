import { randomBytes } from 'node:crypto';
import { Failure } from '../failure/failure.ts';

export interface ShelfOptions {
  /** Scheme of the addresses, `intervals-files`. */
  readonly scheme: string;
  readonly now: () => Date;
  readonly limits?: Partial<typeof shelfLimits>;
}

/** What is held in memory for a client to fetch, and for how long. */
export const shelfLimits = {
  oneFile: 16 * 1024 * 1024,
  allFiles: 64 * 1024 * 1024,
  milliseconds: 15 * 60_000,
} as const;

export interface ShelvedFile {
  readonly uri: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly expiresAt: Date;
}

/** Files that a client fetches by address instead of from a disk. The oldest go when room is needed. */
export interface Shelf {
  /** @throws Failure `bad_input` for a file that is too large to be held */
  readonly put: (name: string, mediaType: string, bytes: Uint8Array) => ShelvedFile;
  readonly find: (uri: string) => ShelvedFile | undefined;
}

/** An empty shelf. An address cannot be guessed: who has it was given it by this process. */
export function createShelf({ scheme, now, limits: own }: ShelfOptions): Shelf {
  const limits = { ...shelfLimits, ...own };
  const held = new Map<string, ShelvedFile>();
  const size = (): number => [...held.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  const dropExpired = (): void => {
    const moment = now().getTime();
    for (const [uri, { expiresAt }] of held) if (expiresAt.getTime() <= moment) held.delete(uri);
  };
  return {
    put(name, mediaType, bytes) {
      if (bytes.length > limits.oneFile) throw tooLarge(name, limits.oneFile);
      dropExpired();
      for (const uri of held.keys()) {
        if (size() + bytes.length <= limits.allFiles) break;
        held.delete(uri);
      }
      const uri = `${scheme}://${randomBytes(16).toString('hex')}/${encodeURIComponent(name)}`;
      const expiresAt = new Date(now().getTime() + limits.milliseconds);
      const file = { uri, name, mediaType, bytes, expiresAt };
      held.set(uri, file);
      return file;
    },
    find(uri) {
      dropExpired();
      return held.get(uri);
    },
  };
}

function tooLarge(name: string, most: number): Failure {
  return new Failure('bad_input', `${name} is larger than the ${most / 1024 / 1024} MB that are handed out`, {
    next: 'ask for less, or ask the user to run the server on their own machine, where files go to a folder',
  });
}
