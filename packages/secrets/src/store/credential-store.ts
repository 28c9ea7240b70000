import { join } from 'node:path';
import type { Directories, Environment } from '../directories.ts';
import { createKeyStore, type Place } from '../file/key-store.ts';
import { withLock } from '../file/lock.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { systemKeychain } from '../keychain/system-keychain.ts';
import { fromEnvironment, type LookupContext } from '../lookup/environment-sources.ts';
import { resolveReference } from '../lookup/one-password.ts';
import type { FoundCredential, Source } from '../lookup/source.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { Secret } from '../secret.ts';
import { SecretsError } from '../secrets-error.ts';
import { type SourceStatus, statusOf, variablesInUse } from './source-status.ts';
import { createVault, type Stored } from './vault.ts';

export interface CredentialStoreOptions {
  /** The name of the app: its entry in the keychain, and the start of its variables (`intervals-mcp` → `INTERVALS_MCP_PASSPHRASE`). */
  app: string;
  /** The environment as a plain record. Credential commands run with it too. */
  env: Environment;
  directories: Directories;
  /** Default: `process.platform`. */
  platform?: NodeJS.Platform;
  /** Default: the keychain of this machine. */
  keychain?: Keychain;
  /** Every credential that passes through the store is registered here before anyone sees it. */
  redactor?: Pick<Redactor, 'register'>;
  /** A passphrase that was typed; it comes before the passphrase variables. */
  passphrase?: Secret;
  /** What error messages tell people to run. Default: `<app> auth login`. */
  loginCommand?: string;
  /** Milliseconds for a credential command. Default 10,000. */
  commandTimeoutMs?: number;
}

export interface Updated {
  /** What is stored now; `undefined` when nothing is. */
  secret: Secret | undefined;
  /** What was written, when something was. */
  stored?: Stored;
}

export interface Erased {
  /** Where it was stored and is not any more. */
  removedFrom: Source[];
  /** Variables that still give this credential; only the person who set them can unset them. */
  stillSetBy: Source[];
}

/** Finds and keeps credentials. A credential's name is the variable that overrides it, such as `ICU_API_KEY`. */
export interface CredentialStore {
  /**
   * The credential from the first source that has one: explicit value, `X`, `X_FILE`, `X_COMMAND`, keychain, encrypted file. `undefined` when none has.
   * A source that is set but does not work is an error, never passed over. @throws SecretsError of any kind but `locked` and `conflict`.
   */
  lookup(name: string, options?: { explicit?: Secret | string | undefined }): Promise<FoundCredential | undefined>;
  /** Writes to one place and says which. `auto` takes the keychain, else the file, and says why. Whatever was stored under the name is replaced. */
  store(name: string, secret: Secret, options?: { to?: Place | 'auto' }): Promise<Stored>;
  /**
   * Replaces a stored credential by what `next` makes of it (`undefined`: leave it). Across processes one update of a name runs at a time, so that a
   * refresh token is used once. When another write (a login) came in between, nothing of it is lost: `next` is asked again with the newer value.
   * @throws SecretsError `conflict` when that happens three times; `locked`; those of reading and writing; and whatever `next` throws.
   */
  update(name: string, next: (current: Secret | undefined) => Promise<Secret | undefined>): Promise<Updated>;
  /** Removes the credential from wherever it is stored. */
  erase(name: string): Promise<Erased>;
  /** Every source in order: present, absent or unusable, with the reason and never a value. Commands run only when asked for. */
  status(name: string, options?: { runCommands?: boolean }): Promise<SourceStatus[]>;
}

const UPDATE_ATTEMPTS = 3;
const UPDATE_LOCK = { wait: 60_000, stale: 30_000 };

/** The credential store of an app. Nothing is read or written until it is asked. */
export function createCredentialStore(options: CredentialStoreOptions): CredentialStore {
  const { app, env, directories, redactor } = options;
  const platform = options.platform ?? process.platform;
  const keychain = options.keychain ?? systemKeychain({ service: app, platform });
  const guide = { home: directories.home, platform, loginCommand: options.loginCommand ?? `${app} auth login` };
  const context: LookupContext = {
    env,
    platform,
    home: directories.home,
    commandTimeoutMs: options.commandTimeoutMs ?? 10_000,
  };
  const passphraseVariable = `${app.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}_PASSPHRASE`;

  const known = <T extends Secret | undefined>(secret: T): T => {
    if (secret !== undefined) redactor?.register(secret);
    return secret;
  };
  const passphrase = once(async () => {
    const found = options.passphrase ?? (await settled(await fromEnvironment(passphraseVariable, context)))?.secret;
    return known(found);
  });
  async function settled(found: FoundCredential | undefined): Promise<FoundCredential | undefined> {
    if (found === undefined) return undefined;
    known(found.secret);
    const resolved = await resolveReference(found, context);
    known(resolved.secret);
    return resolved;
  }

  const keys = createKeyStore({
    keychain,
    keyFolder: join(directories.state, 'keys'),
    passphrase,
    passphraseVariable,
    guide,
  });
  const path = join(directories.config, 'credentials.json');
  const vault = createVault({ app, path, keys, keychainName: keychain.name, guide });

  return {
    async lookup(name, { explicit } = {}) {
      checkName(name);
      if (explicit !== undefined && explicit !== '') {
        const secret = typeof explicit === 'string' ? new Secret(explicit) : explicit;
        return settled({ secret, source: { kind: 'explicit', where: 'given directly' } });
      }
      return settled((await fromEnvironment(name, context)) ?? (await vault.read(name)));
    },
    async store(name, secret, { to = 'auto' } = {}) {
      checkName(name);
      return vault.write(name, known(secret), to);
    },
    async update(name, next) {
      checkName(name);
      const lockPath = join(directories.config, `update-${name}.lock`);
      return withLock(
        lockPath,
        guide,
        async () => {
          for (let attempt = 0; attempt < UPDATE_ATTEMPTS; attempt += 1) {
            const current = await vault.read(name);
            const wanted = known(await next(known(current?.secret)));
            if (wanted === undefined || current?.secret.equals(wanted)) return { secret: current?.secret };
            const place = current === undefined ? 'auto' : (current.source.kind as Place);
            const stored = await vault.writeIf(name, wanted, place, (now) => same(now, current?.secret));
            if (stored !== undefined) return { secret: wanted, stored };
          }
          throw new SecretsError(
            'conflict',
            `${name} was changed by another process at every attempt to update it.`,
            'Try again.',
          );
        },
        UPDATE_LOCK,
      );
    },
    async erase(name) {
      checkName(name);
      const removed = await vault.erase(name);
      return { removedFrom: removed === undefined ? [] : [removed], stillSetBy: variablesInUse(name, context) };
    },
    async status(name, { runCommands = false } = {}) {
      checkName(name);
      return statusOf(name, { context, vault, keychain, runCommands, settled, filePath: path });
    },
  };
}

function same(a: Secret | undefined, b: Secret | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}

/** Remembers the first answer; a failure is not remembered. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}

function checkName(name: string): void {
  if (/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name)) return;
  throw new SecretsError(
    'invalid_value',
    'A credential name has letters, digits and _ only.',
    'Use a name such as ICU_API_KEY.',
  );
}
