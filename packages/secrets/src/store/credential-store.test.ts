import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../test/support/failure.ts';
import { memoryKeychain, type TemporaryFolders, temporaryFolders } from '../../test/support/temporary-store.ts';
import { Secret } from '../secret.ts';
import { type CredentialStoreOptions, createCredentialStore } from './credential-store.ts';

let folders: TemporaryFolders;
let keychain: ReturnType<typeof memoryKeychain>;
beforeEach(async () => {
  folders = await temporaryFolders();
  keychain = memoryKeychain();
});
afterEach(() => folders.remove());

/** A new process, as far as the store is concerned: nothing is remembered from the one before. */
function newStore(env: Record<string, string> = {}, more: Partial<CredentialStoreOptions> = {}) {
  return createCredentialStore({
    app: 'app',
    env,
    directories: folders.directories,
    keychain,
    platform: 'linux',
    ...more,
  });
}

const secret = (value: string) => new Secret(value);
const reveal = async (name: string, env = {}) => (await newStore(env).lookup(name))?.secret.reveal();

describe('store', () => {
  it('writes to the keychain by default: a random key there, the sealed credential in the file', async () => {
    const cookie = 'c'.repeat(9_000);
    expect(await newStore().store('TP_COOKIE', secret(cookie))).toEqual({
      place: 'keychain',
      where: 'Test keychain (key of ~/.config/app/credentials.json)',
    });
    expect([...keychain.entries.values()].map((value) => Buffer.from(value, 'base64url').length)).toEqual([32]);
    expect(await readFile(folders.file, 'utf8')).not.toContain('cccc');
    expect(await reveal('TP_COOKIE')).toBe(cookie);
  });

  it('writes to the file when the keychain is not usable, and says why', async () => {
    keychain.lock();
    expect(await newStore().store('K', secret('value-1'))).toEqual({
      place: 'file',
      where: '~/.config/app/credentials.json (sealed with a key file)',
      reason: 'Test keychain is not usable: it is locked and was not unlocked.',
    });
    expect(await reveal('K')).toBe('value-1');
    expect(keychain.entries.size).toBe(0);
  });

  it('does not fall back when the keychain was asked for', async () => {
    keychain.lock();
    expect(await failure(newStore().store('K', secret('value-1'), { to: 'keychain' }))).toMatchObject({
      kind: 'keychain_unavailable',
    });
    expect(await newStore().lookup('K')).toBeUndefined();
  });

  it('keeps a credential in one place: storing it elsewhere moves it, and the key that opens nothing any more is removed', async () => {
    await newStore().store('K', secret('old-value'), { to: 'keychain' });
    await newStore().store('K', secret('new-value'), { to: 'file' });
    expect(await newStore().lookup('K')).toMatchObject({ source: { kind: 'file' } });
    expect(await reveal('K')).toBe('new-value');
    expect(keychain.entries.size).toBe(0);
    await newStore().store('K', secret('third-value'), { to: 'keychain' });
    expect(await newStore().lookup('K')).toMatchObject({ source: { kind: 'keychain' } });
    expect(await readdir(join(folders.directories.state, 'keys'))).toEqual([]);
  });

  it('keeps entries of both places side by side, with one key each', async () => {
    await newStore().store('A', secret('value-a'));
    await newStore().store('B', secret('value-b'));
    await newStore().store('C', secret('value-c'), { to: 'file' });
    await newStore().store('D', secret('value-d'), { to: 'file' });
    expect(keychain.entries.size).toBe(1);
    expect(await readdir(join(folders.directories.state, 'keys'))).toHaveLength(1);
    expect(await Promise.all(['A', 'B', 'C', 'D'].map((name) => reveal(name)))).toEqual([
      'value-a',
      'value-b',
      'value-c',
      'value-d',
    ]);
  });

  it('takes 0600 files and 0700 folders, and repairs a folder that is open to others', async () => {
    await newStore().store('K', secret('value-1'), { to: 'file' });
    const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    expect(await mode(folders.file)).toBe('600');
    expect(await mode(folders.directories.config)).toBe('700');
    expect(await mode(join(folders.directories.state, 'keys'))).toBe('700');
    const [key = ''] = await readdir(join(folders.directories.state, 'keys'));
    expect(await mode(join(folders.directories.state, 'keys', key))).toBe('600');
    expect(await readdir(folders.directories.config)).toEqual(['credentials.json']);
  });

  it('writes the envelope of the format, and every write takes a new salt and IV', async () => {
    const envelope = async () => JSON.parse(await readFile(folders.file, 'utf8')).profiles.K;
    await newStore().store('K', secret('value-1'));
    const first = await envelope();
    await newStore().store('K', secret('value-1'));
    const second = await envelope();
    expect(Object.keys(first)).toEqual(['v', 'kid', 'alg', 'kdf', 'salt', 'iv', 'tag', 'ct']);
    expect(first).toMatchObject({
      v: 1,
      kid: expect.stringMatching(/^keychain:[0-9a-f]{16}$/),
      alg: 'A256GCM',
      kdf: 'hkdf',
    });
    expect(second.iv).not.toBe(first.iv);
    expect(second.salt).not.toBe(first.salt);
    expect(second.ct).not.toBe(first.ct);
  });

  it('refuses names that could leave the folder', async () => {
    for (const name of ['../x', 'a/b', '', '__proto__', '1X']) {
      expect(await failure(newStore().store(name, secret('value-1')))).toMatchObject({ kind: 'invalid_value' });
    }
  });
});

describe('a file sealed with a passphrase', () => {
  const env = { APP_PASSPHRASE: 'correct horse' };

  it('opens with the passphrase, from its variable or typed, and with no other', async () => {
    keychain.lock();
    expect(await newStore(env).store('A', secret('value-a'))).toMatchObject({
      place: 'file',
      where: '~/.config/app/credentials.json (sealed with a passphrase)',
    });
    await newStore(env).store('B', secret('value-b'), { to: 'file' });
    expect(await reveal('A', env)).toBe('value-a');
    const typed = newStore({}, { passphrase: secret('correct horse') });
    expect((await typed.lookup('B'))?.secret.reveal()).toBe('value-b');
    expect(await failure(newStore({ APP_PASSPHRASE: 'wrong horse' }).lookup('A'))).toMatchObject({ kind: 'wrong_key' });
    expect(await failure(newStore().lookup('A'))).toMatchObject({
      kind: 'key_missing',
      next: 'Set APP_PASSPHRASE, APP_PASSPHRASE_FILE or APP_PASSPHRASE_COMMAND.',
    });
    const { profiles } = JSON.parse(await readFile(folders.file, 'utf8'));
    expect(profiles.A).toMatchObject({ kid: 'passphrase', kdf: 'scrypt' });
    expect(profiles.B.salt).toBe(profiles.A.salt);
    expect(profiles.B.iv).not.toBe(profiles.A.iv);
  });
});

describe('a keychain that holds the key', () => {
  it('locked: the credential is unavailable with the reason, not absent and not taken from elsewhere', async () => {
    await newStore().store('K', secret('value-1'));
    keychain.lock();
    expect(await failure(newStore().lookup('K'))).toMatchObject({
      kind: 'keychain_unavailable',
      message: 'Test keychain is not usable: it is locked and was not unlocked.',
      next: expect.any(String),
    });
    keychain.unlock();
    expect(await reveal('K')).toBe('value-1');
  });

  it('locked: a login can still be stored in the file, and replaces the one that cannot be opened', async () => {
    await newStore().store('K', secret('value-1'));
    await newStore().store('OTHER', secret('value-2'));
    keychain.lock();
    expect(await newStore().store('K', secret('value-3'))).toMatchObject({ place: 'file' });
    expect(await reveal('K')).toBe('value-3');
    keychain.unlock();
    expect(await reveal('OTHER')).toBe('value-2');
  });

  it('lost: the error says so, and a new login works while other entries stay in the file', async () => {
    await newStore().store('K', secret('value-1'));
    await newStore().store('OTHER', secret('value-2'));
    const kept = new Map(keychain.entries);
    keychain.entries.clear();
    expect(await failure(newStore().lookup('K'))).toMatchObject({
      kind: 'key_missing',
      message: expect.stringContaining('Test keychain'),
      next: expect.stringContaining('app auth login'),
    });
    await newStore().store('K', secret('value-3'));
    expect(await reveal('K')).toBe('value-3');
    for (const [account, value] of kept) keychain.entries.set(account, value);
    expect(await reveal('OTHER')).toBe('value-2');
  });

  it('used no more since another process stored the credential elsewhere: the new value is found', async () => {
    await newStore().store('K', secret('value-1'));
    const interrupted = {
      ...keychain,
      read: async (account: string) => {
        await newStore().store('K', secret('value-2'), { to: 'file' });
        return keychain.read(account);
      },
    };
    expect((await newStore({}, { keychain: interrupted }).lookup('K'))?.secret.reveal()).toBe('value-2');
  });

  it('lost while a process still remembers the key: what is stored then is sealed with a key that exists', async () => {
    const longRunning = newStore();
    await longRunning.store('K', secret('value-1'));
    await longRunning.lookup('K');
    keychain.entries.clear();
    await longRunning.store('OTHER', secret('value-2'));
    expect(await reveal('OTHER')).toBe('value-2');
  });

  it('altered: the key is recognised as a wrong one', async () => {
    await newStore().store('K', secret('value-1'));
    for (const account of keychain.entries.keys())
      keychain.entries.set(account, Buffer.alloc(32, 7).toString('base64url'));
    expect(await failure(newStore().lookup('K'))).toMatchObject({ kind: 'wrong_key' });
  });
});

describe('update', () => {
  it('replaces the value where it stands', async () => {
    await newStore().store('T', secret('token-1'), { to: 'file' });
    const updated = await newStore().update('T', async (current) => secret(`${current?.reveal()}-rotated`));
    expect(updated.stored).toMatchObject({ place: 'file' });
    expect(await reveal('T')).toBe('token-1-rotated');
  });

  it('leaves the value when there is nothing new, and gives what is stored', async () => {
    await newStore().store('T', secret('token-1'));
    const before = await readFile(folders.file, 'utf8');
    expect((await newStore().update('T', async () => undefined)).secret?.reveal()).toBe('token-1');
    expect((await newStore().update('T', async () => secret('token-1'))).stored).toBeUndefined();
    expect(await readFile(folders.file, 'utf8')).toBe(before);
  });

  it('creates what was not there', async () => {
    await newStore().update('T', async (current) => (current === undefined ? secret('token-1') : undefined));
    expect(await reveal('T')).toBe('token-1');
  });

  it('does not overwrite a login that came in between: it asks again with the newer value', async () => {
    await newStore().store('T', secret('token-1'));
    const seen: (string | undefined)[] = [];
    const updated = await newStore().update('T', async (current) => {
      seen.push(current?.reveal());
      if (seen.length > 1) return undefined;
      await newStore().store('T', secret('new-login'));
      return secret('token-2');
    });
    expect(seen).toEqual(['token-1', 'new-login']);
    expect(updated.secret?.reveal()).toBe('new-login');
    expect(await reveal('T')).toBe('new-login');
  });

  it('gives up after three changes in between', async () => {
    let round = 0;
    const work = newStore().update('T', async () => {
      round += 1;
      await newStore().store('T', secret(`login-${round}`));
      return secret('token-2');
    });
    expect(await failure(work)).toMatchObject({ kind: 'conflict' });
    expect(await reveal('T')).toBe('login-3');
  });

  it('lets one at a time use a refresh token', async () => {
    await newStore().store('T', secret('token-1'));
    const used: string[] = [];
    const rotate = () =>
      newStore().update('T', async (current) => {
        if (current?.reveal() !== 'token-1') return undefined;
        used.push(current.reveal());
        return secret('token-2');
      });
    await Promise.all([rotate(), rotate(), rotate()]);
    expect(used).toEqual(['token-1']);
  });

  it('passes on what the function throws, and keeps the value', async () => {
    await newStore().store('T', secret('token-1'));
    expect(await failure(newStore().update('T', () => Promise.reject(new Error('upstream is down'))))).toMatchObject({
      message: 'upstream is down',
    });
    expect(await reveal('T')).toBe('token-1');
    expect(await readdir(folders.directories.config)).toEqual(['credentials.json']);
  });
});

describe('erase', () => {
  it('removes entry, key and, with the last entry, the file; and says where it was', async () => {
    await newStore().store('A', secret('value-a'));
    await newStore().store('B', secret('value-b'), { to: 'file' });
    expect((await newStore().erase('A')).removedFrom).toEqual([
      { kind: 'keychain', where: 'Test keychain (key of ~/.config/app/credentials.json)' },
    ]);
    expect(keychain.entries.size).toBe(0);
    expect((await newStore().erase('B')).removedFrom).toMatchObject([{ kind: 'file' }]);
    expect(await readdir(folders.directories.config)).toEqual([]);
    expect(await readdir(join(folders.directories.state, 'keys'))).toEqual([]);
    expect(await newStore().erase('B')).toEqual({ removedFrom: [], stillSetBy: [] });
  });

  it('works while the keychain is locked', async () => {
    await newStore().store('A', secret('value-a'));
    keychain.lock();
    expect((await newStore().erase('A')).removedFrom).toMatchObject([{ kind: 'keychain' }]);
    expect(await newStore().lookup('A')).toBeUndefined();
  });

  it('names the variables that still give the credential, even when they contradict each other', async () => {
    expect(await newStore({ A: 'x', A_FILE: '/y' }).erase('A')).toEqual({
      removedFrom: [],
      stillSetBy: [
        { kind: 'env', where: 'environment variable A' },
        { kind: 'env_file', where: 'environment variable A_FILE' },
      ],
    });
  });
});

describe('status', () => {
  const states = async (env: Record<string, string> = {}, runCommands = false) =>
    (await newStore(env).status('K', { runCommands })).map(({ kind, state }) => `${kind} ${state}`);

  it('lists every source in the order of the lookup', async () => {
    expect(await states()).toEqual([
      'env absent',
      'env_file absent',
      'env_command absent',
      'keychain absent',
      'file absent',
    ]);
    await newStore().store('K', secret('value-1'));
    expect(await states({ K: 'x-value' })).toEqual([
      'env present',
      'env_file absent',
      'env_command absent',
      'keychain present',
      'file absent',
    ]);
    await newStore().store('K', secret('value-1'), { to: 'file' });
    expect(await states()).toEqual([
      'env absent',
      'env_file absent',
      'env_command absent',
      'keychain absent',
      'file present',
    ]);
  });

  it('says why a source is unusable and what helps, without a value', async () => {
    await newStore().store('K', secret('canary-value-1'));
    keychain.lock();
    const env = { K: 'canary-value-2', K_FILE: '/canary-path', K_COMMAND: 'false canary-3' };
    const status = await newStore(env).status('K', { runCommands: true });
    expect(status.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'env unusable',
      'env_file unusable',
      'env_command unusable',
      'keychain unusable',
      'file absent',
    ]);
    for (const { state, reason, next } of status) if (state === 'unusable') expect(reason && next).toBeTruthy();
    expect(JSON.stringify(status)).not.toContain('canary');
  });

  it('says that an empty keychain is not usable, before anyone tries to store in it', async () => {
    keychain.lock();
    expect((await newStore().status('K'))[3]).toMatchObject({
      kind: 'keychain',
      state: 'unusable',
      reason: expect.stringContaining('locked'),
    });
  });

  it('runs a command only when asked to', async () => {
    const ran = join(folders.directories.home, 'ran');
    const env = {
      K_COMMAND: JSON.stringify([
        process.execPath,
        '-e',
        `require('fs').writeFileSync(${JSON.stringify(ran)},'');console.log('abc')`,
      ]),
    };
    expect((await newStore(env).status('K'))[2]).toMatchObject({
      state: 'present',
      reason: 'it is set; it was not run',
    });
    await expect(stat(ran)).rejects.toThrow();
    expect((await newStore(env).status('K', { runCommands: true }))[2]).toEqual({
      kind: 'env_command',
      where: 'command in K_COMMAND',
      state: 'present',
    });
    await stat(ran);
  });

  it('explains a placeholder that the host did not fill in', async () => {
    expect((await newStore({ K: ['$', '{user_config.key}'].join('') }).status('K'))[0]).toMatchObject({
      state: 'absent',
      reason: expect.stringContaining('placeholder'),
    });
  });

  it('puts a damaged file at its source', async () => {
    await newStore().store('K', secret('value-1'));
    await writeFile(folders.file, '{');
    expect((await newStore().status('K'))[4]).toMatchObject({
      kind: 'file',
      state: 'unusable',
      reason: expect.stringContaining('cut off'),
    });
  });
});
