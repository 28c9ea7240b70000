import type { AsyncEntry } from '@napi-rs/keyring';
import { systemCode } from '../secrets-error.ts';
import { type Keychain, keychainUnavailable } from './keychain.ts';

export interface SystemKeychainOptions {
  /** The name under which the entries stand in the keychain: the app. */
  service: string;
  platform: NodeJS.Platform;
  /** Milliseconds for one answer; it includes the time a person needs for an unlock prompt. Default 30,000. */
  timeoutMs?: number;
}

/** The part of the native package that is used. */
export interface KeyringPackage {
  AsyncEntry: typeof AsyncEntry;
}

const NAMES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'macOS Keychain',
  win32: 'Windows Credential Manager',
};
const WITHOUT = 'Unlock or install it, or store the credential in the encrypted file.';

/**
 * The keychain of this machine through `@napi-rs/keyring`, which is optional and loaded at the first use.
 * On Linux it is pinned to the Secret Service: left to itself the package falls back to the kernel keyring, which is empty after a reboot.
 * A call that was not answered in time still occupies one of the few worker threads, so nothing more is asked until it comes back; and
 * `process.exit()` waits for it, so a server that must end while a prompt is open ends by a signal. A Secret Service that hangs altogether halts
 * the process for the 2 s that the native package waits.
 */
export function systemKeychain(options: SystemKeychainOptions): Keychain {
  return keychainThrough(() => import('@napi-rs/keyring'), options);
}

/** As `systemKeychain`, through a package that is loaded by the given function. */
export function keychainThrough(load: () => Promise<KeyringPackage>, options: SystemKeychainOptions): Keychain {
  const { service, platform, timeoutMs = 30_000 } = options;
  const name = NAMES[platform] ?? 'Secret Service';
  const fail = (reason: string, next = WITHOUT) => keychainUnavailable(name, reason, next);
  let unanswered = false;

  async function ask<T>(account: string, question: (entry: AsyncEntry, signal: AbortSignal) => Promise<T>): Promise<T> {
    if (unanswered) throw fail('an earlier call is still waiting, probably for an unlock prompt');
    const keyring = await load().catch((error: unknown) => {
      throw fail(
        whyNotLoaded(error),
        'Install the package @napi-rs/keyring, or store the credential in the encrypted file.',
      );
    });
    const call = asked(keyring, service, account, question, timeoutMs);
    const answer = await Promise.race([
      call.then(
        (value) => ({ value }),
        (error: unknown) => ({ reason: reasonOf(error) }),
      ),
      tooLate(timeoutMs),
    ]);
    if ('late' in answer) {
      unanswered = true;
      const settled = () => {
        unanswered = false;
      };
      call.then(settled, settled);
      throw fail(`no answer within ${Math.ceil(timeoutMs / 1000)} s, probably an unlock prompt waits`);
    }
    if ('reason' in answer) throw fail(answer.reason);
    return answer.value;
  }

  return {
    name,
    read: async (account) => (await ask(account, (entry, signal) => entry.getPassword(signal))) ?? undefined,
    write: async (account, value) => {
      await ask(account, (entry, signal) => entry.setPassword(value, signal));
      const readBack = await ask(account, (entry, signal) => entry.getPassword(signal));
      if (readBack !== value) throw fail('it did not keep what was written');
    },
    remove: (account) => ask(account, (entry, signal) => entry.deletePassword(signal)),
  };
}

async function asked<T>(
  keyring: KeyringPackage,
  service: string,
  account: string,
  question: (entry: AsyncEntry, signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
): Promise<T> {
  const entry = new keyring.AsyncEntry(service, account, { linux: { store: 'secret-service' } });
  return question(entry, AbortSignal.timeout(timeoutMs));
}

function tooLate(timeoutMs: number): Promise<{ late: true }> {
  return new Promise((resolve) => setTimeout(() => resolve({ late: true }), timeoutMs).unref());
}

function whyNotLoaded(error: unknown): string {
  const missing = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'].includes(systemCode(error));
  return missing
    ? 'the optional package @napi-rs/keyring is not installed'
    : 'the package @napi-rs/keyring does not run on this machine';
}

/** The native package has no error codes; these are the texts of its version 2. Unknown ones are not repeated, they could quote data. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (/abort|timeout/i.test(text)) return 'it did not answer in time';
  if (/prompt was dismissed|locked/i.test(text)) return 'it is locked and was not unlocked';
  if (/no result found/i.test(text)) return 'it has no keyring yet; a desktop login creates one';
  if (/ServiceUnknown|not provided by any/i.test(text)) return 'no Secret Service (gnome-keyring, KWallet) is running';
  if (/DBus|D-Bus|dbus/i.test(text)) return 'there is no D-Bus session';
  if (/denied|not allowed|canceled|cancelled/i.test(text)) return 'access was denied';
  if (/ambiguous/i.test(text)) return 'it holds several entries of the same name';
  return 'it answered with an error';
}
