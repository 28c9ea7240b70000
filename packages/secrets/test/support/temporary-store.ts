import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Directories } from '../../src/directories.ts';
import { type Keychain, keychainUnavailable } from '../../src/keychain/keychain.ts';

/** Folders for one test, outside of the real home. */
export interface TemporaryFolders {
  directories: Directories;
  /** The credential file. */
  file: string;
  remove(): Promise<void>;
}

export async function temporaryFolders(): Promise<TemporaryFolders> {
  const home = await mkdtemp(join(tmpdir(), 'core-secrets-'));
  const directories = { home, config: join(home, '.config', 'app'), state: join(home, '.local', 'state', 'app') };
  return {
    directories,
    file: join(directories.config, 'credentials.json'),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

/** A keychain in memory that can be locked. The real one is driven in secret-service.test.ts. */
export function memoryKeychain(): Keychain & { entries: Map<string, string>; lock(): void; unlock(): void } {
  const entries = new Map<string, string>();
  let locked = false;
  const check = () => {
    if (locked) throw keychainUnavailable('Test keychain', 'it is locked and was not unlocked', 'Unlock it.');
  };
  return {
    name: 'Test keychain',
    entries,
    lock: () => {
      locked = true;
    },
    unlock: () => {
      locked = false;
    },
    async read(account) {
      check();
      return entries.get(account);
    },
    async write(account, value) {
      check();
      entries.set(account, value);
    },
    async remove(account) {
      check();
      return entries.delete(account);
    },
  };
}
