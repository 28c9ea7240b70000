import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { displayPath } from '../directories.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { Secret } from '../secret.ts';
import { SecretsError } from '../secrets-error.ts';
import type { FileGuide } from './credential-file.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';
import { KEY_BYTES, keyId, newKeyBytes, parseKeyId, passphraseKey, randomKey, type SealingKey } from './sealing-key.ts';

/** The two places a credential can be written to. Both are entries of one file; they differ in where the key is that seals the entry. */
export type Place = 'keychain' | 'file';

export interface KeyStoreOptions {
  keychain: Keychain;
  /** The folder of key files; it is not the folder of the credentials, so that a backup or sync of those alone opens nothing. */
  keyFolder: string;
  passphrase: () => Promise<Secret | undefined>;
  passphraseVariable: string;
  guide: FileGuide;
}

/** Finds, makes and removes the keys that seal credentials. */
export interface KeyStore {
  /** The key of an existing envelope. @throws SecretsError `key_missing`, `wrong_key`, `keychain_unavailable`, and those of private files. */
  find(kid: string): Promise<SealingKey>;
  /** The key for a new envelope; one of `inUse` (the key ids of the file) is used again when it still exists. */
  forWriting(place: Place, inUse: readonly string[]): Promise<SealingKey>;
  /** Removes a key that seals nothing any more; a key that cannot be removed is harmless, it opens nothing. */
  discard(kid: string): Promise<void>;
}

/** An account that is never written: asking for it shows whether the keychain answers. */
export const probeAccount = 'master-key-probe';

/** Where an envelope of this key belongs in the lookup order. */
export function placeOf(kid: string): Place {
  return kid.startsWith('keychain:') ? 'keychain' : 'file';
}

/** Keys are random, and addressed by their id: two configurations that share a keychain or a state folder never touch each other's. */
export function createKeyStore(options: KeyStoreOptions): KeyStore {
  const { keychain, keyFolder, guide } = options;
  const account = (id: string) => `master-key-${id}`;
  const keyFile = (id: string) => join(keyFolder, `${id}.key`);
  const opened = new Map<string, SealingKey>();
  const passphrases = new Map<string, SealingKey>();

  async function fromPassphrase(): Promise<SealingKey | undefined> {
    const passphrase = await options.passphrase();
    if (passphrase === undefined) return undefined;
    const known = passphrases.get(passphrase.fingerprint());
    const key = known ?? passphraseKey(passphrase);
    passphrases.set(passphrase.fingerprint(), key);
    return key;
  }

  async function stored(home: 'keychain' | 'keyfile', id: string): Promise<SealingKey | undefined> {
    const text = home === 'keychain' ? await keychain.read(account(id)) : await readPrivateFile(keyFile(id), guide);
    if (text === undefined) return undefined;
    const key = Buffer.from(text.trim(), 'base64url');
    if (key.length !== KEY_BYTES || keyId(key) !== id) throw alteredKey(home, where(home, id), guide);
    return randomKey(home, key);
  }

  function where(home: 'keychain' | 'keyfile', id: string): string {
    return home === 'keychain' ? keychain.name : displayPath(keyFile(id), guide.home);
  }

  async function create(home: 'keychain' | 'keyfile'): Promise<SealingKey> {
    const key = newKeyBytes();
    const text = key.toString('base64url');
    if (home === 'keychain') await keychain.write(account(keyId(key)), text);
    else await writePrivateFile(keyFile(keyId(key)), `${text}\n`, guide, async () => {});
    return randomKey(home, key);
  }

  return {
    async find(kid) {
      const known = opened.get(kid);
      if (known !== undefined) return known;
      const parsed = parseKeyId(kid);
      if (parsed === undefined) throw unknownKey(guide);
      if (parsed.home === 'passphrase') return (await fromPassphrase()) ?? refuse(noPassphrase(options));
      const key = (await stored(parsed.home, parsed.id)) ?? refuse(missingKey(where(parsed.home, parsed.id), guide));
      opened.set(kid, key);
      return key;
    },
    async forWriting(place, inUse) {
      const home = place === 'keychain' ? 'keychain' : 'keyfile';
      const passphrase = home === 'keyfile' ? await fromPassphrase() : undefined;
      if (passphrase !== undefined) return passphrase;
      for (const kid of inUse) {
        const parsed = parseKeyId(kid);
        if (parsed?.home !== home) continue;
        // Asked anew, not from memory: sealing with a key that was removed in the meantime would lose the credential.
        const key = await stored(home, parsed.id).catch(unlessAltered);
        if (key !== undefined) return key;
      }
      return create(home);
    },
    async discard(kid) {
      opened.delete(kid);
      const parsed = parseKeyId(kid);
      if (parsed?.home === 'keychain') await keychain.remove(account(parsed.id)).catch(() => false);
      if (parsed?.home === 'keyfile') await rm(keyFile(parsed.id), { force: true }).catch(() => {});
    },
  };
}

function unlessAltered(error: unknown): undefined {
  if (error instanceof SecretsError && error.kind === 'wrong_key') return undefined;
  throw error;
}

function refuse(error: SecretsError): never {
  throw error;
}

function noPassphrase({ passphraseVariable }: KeyStoreOptions): SecretsError {
  return new SecretsError(
    'key_missing',
    'The credential file is sealed with a passphrase, and none was given.',
    `Set ${passphraseVariable}, ${passphraseVariable}_FILE or ${passphraseVariable}_COMMAND.`,
  );
}

function missingKey(where: string, guide: FileGuide): SecretsError {
  return new SecretsError(
    'key_missing',
    `The key that opens the stored credential is not in ${where} any more.`,
    `Restore it from a backup, or run: ${guide.loginCommand}`,
  );
}

function alteredKey(home: 'keychain' | 'keyfile', where: string, guide: FileGuide): SecretsError {
  const what = home === 'keychain' ? `The key in ${where}` : `The key file ${where}`;
  return new SecretsError(
    'wrong_key',
    `${what} is not the one that sealed the stored credential.`,
    `Restore it from a backup, or run: ${guide.loginCommand}`,
  );
}

function unknownKey(guide: FileGuide): SecretsError {
  return new SecretsError(
    'foreign_file',
    'The stored credential was sealed in a way that this program does not know.',
    `Upgrade this program, or run: ${guide.loginCommand}`,
  );
}
