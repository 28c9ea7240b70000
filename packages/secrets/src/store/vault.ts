import { rm } from 'node:fs/promises';
import { displayPath } from '../directories.ts';
import {
  type CredentialDocument,
  damagedEntry,
  envelopeOf,
  type FileGuide,
  formatDocument,
  readCredentialFile,
} from '../file/credential-file.ts';
import { asEnvelope, type Envelope, open, seal } from '../file/envelope.ts';
import { type KeyStore, type Place, placeOf } from '../file/key-store.ts';
import { type StillMine, withLock } from '../file/lock.ts';
import { ioFailure, keepAside, writePrivateFile } from '../file/private-file.ts';
import type { SealingKey } from '../file/sealing-key.ts';
import type { FoundCredential, Source } from '../lookup/source.ts';
import { Secret } from '../secret.ts';
import { SecretsError } from '../secrets-error.ts';

export interface VaultOptions {
  app: string;
  /** The credential file. */
  path: string;
  keys: KeyStore;
  keychainName: string;
  guide: FileGuide;
}

/** What a write did. */
export interface Stored {
  place: Place;
  /** For people; never holds a value. */
  where: string;
  /** With `to: 'auto'`: why the keychain was not used. */
  reason?: string;
  /** The new name of a damaged file that stood in the way. */
  keptAside?: string;
}

/** What the file holds now must satisfy this, or nothing is written. */
type Precondition = (current: Secret | undefined) => boolean;

/** The credentials that this program stores: entries of one file, each sealed by a key of the keychain, of a key file, or by a passphrase. */
export interface Vault {
  read(name: string): Promise<FoundCredential | undefined>;
  write(name: string, secret: Secret, to: Place | 'auto'): Promise<Stored>;
  /** Writes only when the precondition holds under the lock; `undefined` when it does not. */
  writeIf(name: string, secret: Secret, to: Place | 'auto', precondition: Precondition): Promise<Stored | undefined>;
  /** Removes the entry, and its key when it was the last; says where it was, `undefined` when nowhere. Needs no key. */
  erase(name: string): Promise<Source | undefined>;
  /** Where the entry is, without opening it. */
  locate(name: string): Promise<Source | undefined>;
}

export function createVault(options: VaultOptions): Vault {
  const { path, keys, guide } = options;
  const lockPath = `${path}.lock`;
  const profile = (name: string) => `${options.app}/${name}`;

  function sourceOf(envelope: Envelope): Source {
    const shown = displayPath(path, guide.home);
    if (placeOf(envelope.kid) === 'keychain')
      return { kind: 'keychain', where: `${options.keychainName} (key of ${shown})` };
    return {
      kind: 'file',
      where: `${shown} (${envelope.kdf === 'scrypt' ? 'sealed with a passphrase' : 'sealed with a key file'})`,
    };
  }

  async function opened(document: CredentialDocument, name: string): Promise<FoundCredential | undefined> {
    const envelope = envelopeOf(document, name, path, guide);
    if (envelope === undefined) return undefined;
    const text = await open(envelope, await keys.find(envelope.kid), profile(name));
    if (text === undefined || text === '')
      throw envelope.kdf === 'scrypt' ? wrongPassphrase(guide) : damagedEntry(name, path, guide);
    return { secret: new Secret(text), source: sourceOf(envelope) };
  }

  async function save(document: CredentialDocument, before: CredentialDocument, stillMine: StillMine): Promise<void> {
    if (document.profiles.size > 0) await writePrivateFile(path, formatDocument(document), guide, stillMine);
    else await remove(path, guide, stillMine);
    const used = keyIds(document);
    for (const kid of keyIds(before)) if (!used.includes(kid)) await keys.discard(kid);
  }

  async function writeIf(
    name: string,
    secret: Secret,
    to: Place | 'auto',
    precondition?: Precondition,
  ): Promise<Stored | undefined> {
    return withLock(lockPath, guide, async (stillMine) => {
      const { document, damaged } = await readToReplace(path, guide);
      if (precondition !== undefined && !precondition((await opened(document, name))?.secret)) return undefined;
      const { key, reason } = await keyFor(to, keys, keyIds(document));
      const envelope = await seal(secret.reveal(), key, profile(name), sharedSalt(document, key));
      const keptAside = damaged ? await keepAside(path, guide, new Date()) : undefined;
      await save({ profiles: new Map(document.profiles).set(name, envelope) }, document, stillMine);
      const stored: Stored = { place: placeOf(key.kid), where: sourceOf(envelope).where };
      if (reason !== undefined) stored.reason = reason;
      if (keptAside !== undefined) stored.keptAside = displayPath(keptAside, guide.home);
      return stored;
    });
  }

  return {
    async read(name) {
      const document = await readCredentialFile(path, guide);
      try {
        return await opened(document, name);
      } catch (error) {
        // Another process may have replaced the entry, and removed its key, since the file was read.
        const now = await readCredentialFile(path, guide);
        if (JSON.stringify(now.profiles.get(name)) === JSON.stringify(document.profiles.get(name))) throw error;
        return opened(now, name);
      }
    },
    write: async (name, secret, to) => (await writeIf(name, secret, to)) as Stored,
    writeIf,
    async erase(name) {
      if ((await readCredentialFile(path, guide)).profiles.size === 0) return undefined;
      return withLock(lockPath, guide, async (stillMine) => {
        const document = await readCredentialFile(path, guide);
        const raw = document.profiles.get(name);
        if (raw === undefined) return undefined;
        const rest = new Map(document.profiles);
        rest.delete(name);
        await save({ profiles: rest }, document, stillMine);
        const envelope = asEnvelope(raw);
        return envelope === undefined ? { kind: 'file', where: displayPath(path, guide.home) } : sourceOf(envelope);
      });
    },
    async locate(name) {
      const envelope = envelopeOf(await readCredentialFile(path, guide), name, path, guide);
      return envelope === undefined ? undefined : sourceOf(envelope);
    },
  };
}

async function keyFor(
  to: Place | 'auto',
  keys: KeyStore,
  inUse: readonly string[],
): Promise<{ key: SealingKey; reason?: string }> {
  if (to !== 'auto') return { key: await keys.forWriting(to, inUse) };
  try {
    return { key: await keys.forWriting('keychain', inUse) };
  } catch (error) {
    if (!(error instanceof SecretsError) || error.kind !== 'keychain_unavailable') throw error;
    return { key: await keys.forWriting('file', inUse), reason: error.message };
  }
}

/** A damaged file has no entries that could be kept; it is moved out of the way only when the new one is ready. */
async function readToReplace(
  path: string,
  guide: FileGuide,
): Promise<{ document: CredentialDocument; damaged: boolean }> {
  try {
    return { document: await readCredentialFile(path, guide), damaged: false };
  } catch (error) {
    if (!(error instanceof SecretsError) || error.kind !== 'corrupt_file') throw error;
    return { document: { profiles: new Map() }, damaged: true };
  }
}

/** Those of damaged entries too: their keys are kept as long as they are. */
function keyIds(document: CredentialDocument): string[] {
  const ids = [...document.profiles.values()].map((raw) => (raw as { kid?: unknown } | null)?.kid);
  return [...new Set(ids.filter((kid) => typeof kid === 'string'))];
}

/** All entries under one passphrase share a salt, so that scrypt runs once per process. */
function sharedSalt(document: CredentialDocument, key: SealingKey): Buffer | undefined {
  if (key.kdf !== 'scrypt') return undefined;
  const other = [...document.profiles.values()].map(asEnvelope).find((envelope) => envelope?.kdf === 'scrypt');
  return other === undefined ? undefined : Buffer.from(other.salt, 'base64url');
}

async function remove(path: string, guide: FileGuide, stillMine: StillMine): Promise<void> {
  await stillMine();
  await rm(path, { force: true }).catch((error: unknown) => {
    throw ioFailure('remove', displayPath(path, guide.home), error);
  });
}

function wrongPassphrase(guide: FileGuide): SecretsError {
  return new SecretsError(
    'wrong_key',
    'The passphrase does not open the stored credential (or the entry was altered).',
    `Give the passphrase that it was stored with, or run: ${guide.loginCommand}`,
  );
}
