import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from '@core/mcp-kit';
import type { ChromiumBrowser } from '../browsers.ts';
import type { RunProgram } from '../run-program.ts';
import { Unreadable } from '../wanted.ts';
import { keyOfPassword, unsealCbc, unsealGcm, versionOf } from './unseal.ts';

export interface Vault {
  readonly browser: ChromiumBrowser;
  /** The folder above the profiles. */
  readonly userData: string;
  readonly machine: Machine;
  readonly run: RunProgram;
}

/**
 * The value of a sealed cookie.
 *
 * @throws Unreadable with the reason, and with what a person can do
 */
export async function unseal(sealed: Uint8Array, host: string, vault: Vault): Promise<string> {
  switch (vault.machine.platform) {
    case 'darwin':
      return unsealMac(sealed, host, vault);
    case 'win32':
      return unsealWindows(sealed, host, vault);
    default:
      return unsealLinux(sealed, host, vault);
  }
}

const WRONG_KEY = 'the cookie there could not be decrypted with the key that this session gives';

async function unsealLinux(sealed: Uint8Array, host: string, vault: Vault): Promise<string> {
  const version = versionOf(sealed);
  if (version === 'v10') return unsealCbc(sealed, keyOfPassword('peanuts', 1), host) ?? refuse(WRONG_KEY);
  if (version !== 'v11') throw new Unreadable(`${vault.browser.title} encrypts it in a way that is not known here`);
  let asked = false;
  for await (const password of linuxPasswords(vault)) {
    asked = true;
    const value = unsealCbc(sealed, keyOfPassword(password, 1), host);
    if (value !== undefined) return value;
  }
  // A keyring that failed while the browser started leaves cookies under an empty password.
  const value = unsealCbc(sealed, keyOfPassword('', 1), host);
  if (value !== undefined) return value;
  throw new Unreadable(
    asked
      ? WRONG_KEY
      : 'the key is in the keyring of the desktop, which did not give it; unlock it, and install secret-tool (libsecret-tools) if it is missing',
  );
}

/** GNOME's keyring, then KDE's, each asked only when the one before did not help. */
async function* linuxPasswords({ browser, run }: Vault): AsyncGenerator<string> {
  const { applications, safe } = browser.keyring;
  for (const application of applications) {
    const found = await run('secret-tool', ['lookup', 'application', application]);
    if (found !== undefined && found !== '') yield found.replace(/\n$/, '');
  }
  const query = ['--read-password', `${safe} Safe Storage`, '--folder', `${safe} Keys`, 'kdewallet'];
  const found = await run('kwallet-query', query);
  if (found !== undefined && found.trim() !== '') yield found.trim();
}

async function unsealMac(sealed: Uint8Array, host: string, { browser, run }: Vault): Promise<string> {
  const { safe } = browser.keyring;
  const args = ['find-generic-password', '-w', '-a', safe, '-s', `${safe} Safe Storage`];
  const password = (await run('/usr/bin/security', args))?.trim();
  if (password === undefined || password === '') {
    throw new Unreadable(`the Keychain did not give the key “${safe} Safe Storage”; allow it when macOS asks`);
  }
  return unsealCbc(sealed, keyOfPassword(password, 1003), host) ?? refuse(WRONG_KEY);
}

async function unsealWindows(sealed: Uint8Array, host: string, vault: Vault): Promise<string> {
  const version = versionOf(sealed);
  if (version === 'v20') {
    throw new Unreadable(
      `${vault.browser.title} seals its cookies on Windows so that no other program can read them (app-bound encryption); paste the cookie instead, or sign in with Firefox`,
    );
  }
  if (version !== 'v10') throw new Unreadable(`${vault.browser.title} encrypts it in a way that is not known here`);
  const key = await windowsKey(vault);
  return unsealGcm(sealed, key, host) ?? refuse(WRONG_KEY);
}

/** What Windows sealed for this user, asked of Windows itself; the bytes go through standard input, not the command line. */
const UNPROTECT =
  'Add-Type -AssemblyName System.Security; $sealed = [Convert]::FromBase64String([Console]::In.ReadToEnd().Trim()); ' +
  "[Convert]::ToBase64String([Security.Cryptography.ProtectedData]::Unprotect($sealed, $null, 'CurrentUser'))";

async function windowsKey({ userData, machine, run, browser }: Vault): Promise<Buffer> {
  const protectedKey = await localStateKey(userData);
  const root = machine.env.SystemRoot ?? 'C:\\Windows';
  const powershell = `${root}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;
  const answer = await run(powershell, ['-NoProfile', '-NonInteractive', '-Command', UNPROTECT], protectedKey);
  const key = Buffer.from(answer?.trim() ?? '', 'base64');
  if (key.length === 32) return key;
  throw new Unreadable(
    `Windows did not give the key of ${browser.title}; run this as the same user, or paste the cookie`,
  );
}

/** The key in `Local State`, without the five letters that say how it is sealed. */
async function localStateKey(userData: string): Promise<string> {
  try {
    const state = JSON.parse(await readFile(join(userData, 'Local State'), 'utf8')) as {
      os_crypt?: { encrypted_key?: string };
    };
    const key = Buffer.from(state.os_crypt?.encrypted_key ?? '', 'base64');
    if (key.subarray(0, 5).toString('latin1') === 'DPAPI') return key.subarray(5).toString('base64');
  } catch (error) {
    throw new Unreadable('the key beside the profiles could not be read', error);
  }
  throw new Unreadable('the key beside the profiles has a form that is not known');
}

function refuse(reason: string): never {
  throw new Unreadable(reason);
}
