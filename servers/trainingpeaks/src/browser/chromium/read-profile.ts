import { withDatabaseCopy } from '../database-copy.ts';
import type { StoredCookie } from '../wanted.ts';
import { unseal, type Vault } from './keys.ts';
import { readSealedCookies } from './read-rows.ts';

/** The wanted cookies of one profile, the one that lasts longest first; each is opened only when it is asked for. */
export async function* readChromiumProfile(database: string, vault: Vault): AsyncGenerator<StoredCookie> {
  for (const { host, value, sealed, expires } of await withDatabaseCopy(database, readSealedCookies)) {
    // The key of an expired cookie is not worth a prompt.
    const ended = expires !== undefined && expires <= vault.machine.now();
    yield { value: value !== '' || ended ? value : await unseal(sealed, host, vault), expires };
  }
}
