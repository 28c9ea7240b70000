import { chmod, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../test/support/failure.ts';
import { memoryKeychain, type TemporaryFolders, temporaryFolders } from '../../test/support/temporary-store.ts';
import { Secret } from '../secret.ts';
import { createCredentialStore } from '../store/credential-store.ts';

let folders: TemporaryFolders;
const keychain = memoryKeychain();
beforeEach(async () => {
  folders = await temporaryFolders();
  await newStore().store('K', new Secret('canary-value-1'), { to: 'file' });
  await newStore().store('OTHER', new Secret('canary-value-2'));
});
afterEach(() => folders.remove());

function newStore(platform: NodeJS.Platform = 'linux') {
  return createCredentialStore({ app: 'app', env: {}, directories: folders.directories, keychain, platform });
}

const damages: [string, (text: string) => string][] = [
  ['empty', () => ''],
  ['cut off', (text) => text.slice(0, -40)],
  ['not JSON', () => '\u0000\u0001garbage'],
  ['without its entries', () => '{"format":"core-secrets","v":1,"profiles":[]}'],
];

describe.each(damages)('a credential file that is %s', (_name, damage) => {
  beforeEach(async () => writeFile(folders.file, damage(await readFile(folders.file, 'utf8'))));

  it('is a corrupt_file error for every reader, names the command that helps, and is not touched by reading', async () => {
    const before = await readFile(folders.file);
    const readers = [
      () => newStore().lookup('K'),
      () => newStore().erase('K'),
      () => newStore().update('K', async () => undefined),
    ];
    for (const read of readers) {
      expect(await failure(read())).toMatchObject({
        kind: 'corrupt_file',
        next: expect.stringContaining('app auth login'),
      });
    }
    expect((await readFile(folders.file)).equals(before)).toBe(true);
  });

  it('is kept aside, whole, by an explicit write, which says so', async () => {
    const before = await readFile(folders.file);
    keychain.lock();
    expect(await failure(newStore().store('K', new Secret('new-value'), { to: 'keychain' }))).toMatchObject({
      kind: 'keychain_unavailable',
    });
    expect((await readFile(folders.file)).equals(before)).toBe(true);
    keychain.unlock();
    const stored = await newStore().store('K', new Secret('new-value'), { to: 'file' });
    expect(stored.keptAside).toMatch(/^~\/\.config\/app\/credentials\.json\.corrupt-\d{8}T\d{6}Z-/);
    const aside = (await readdir(folders.directories.config)).find((name) => name.includes('.corrupt-')) ?? '';
    expect((await readFile(join(folders.directories.config, aside))).equals(before)).toBe(true);
    expect((await newStore().lookup('K'))?.secret.reveal()).toBe('new-value');
  });
});

describe('a damaged entry', () => {
  async function change(field: string, value: unknown) {
    const document = JSON.parse(await readFile(folders.file, 'utf8'));
    document.profiles.K[field] = value;
    await writeFile(folders.file, JSON.stringify(document));
  }

  it.each([
    ['ct', 'AAAAAAAAAAAA'],
    ['tag', 'AAAAAAAAAAAAAAAAAAAAAA'],
    ['iv', 'AAAA'],
    ['salt', 5],
    ['v', 2],
  ])('with another %s is corrupt; other entries still open, and a write repairs it', async (field, value) => {
    await change(field, value);
    expect(await failure(newStore().lookup('K'))).toMatchObject({
      kind: 'corrupt_file',
      message: expect.stringContaining('entry K'),
    });
    expect((await newStore().lookup('OTHER'))?.secret.reveal()).toBe('canary-value-2');
    await newStore().store('K', new Secret('new-value'), { to: 'file' });
    expect((await newStore().lookup('K'))?.secret.reveal()).toBe('new-value');
  });

  it('is an entry that was moved to another name', async () => {
    const document = JSON.parse(await readFile(folders.file, 'utf8'));
    document.profiles.OTHER = document.profiles.K;
    await writeFile(folders.file, JSON.stringify(document));
    expect(await failure(newStore().lookup('OTHER'))).toMatchObject({ kind: 'corrupt_file' });
  });

  it('survives, as it is, a write of another entry', async () => {
    await change('ct', 5);
    await newStore().store('NEW', new Secret('new-value'));
    expect(JSON.parse(await readFile(folders.file, 'utf8')).profiles.K.ct).toBe(5);
  });
});

describe('a foreign file is refused by readers and writers, and left as it is', () => {
  const attempts: (() => Promise<unknown>)[] = [
    () => newStore().lookup('K'),
    () => newStore().store('K', new Secret('new-value')),
    () => newStore().erase('K'),
  ];

  it.each([
    ['of another program', '{"cookie":"canary"}', 'not written by this program'],
    ['of a later version', '{"format":"core-secrets","v":2,"profiles":{}}', 'format version 2'],
    ['that is JSON but no object', '[1]', 'not written by this program'],
  ])('%s', async (_name, content, why) => {
    await writeFile(folders.file, content);
    for (const attempt of attempts) {
      const error = await failure(attempt());
      expect(error).toMatchObject({
        kind: 'foreign_file',
        message: expect.stringContaining(why),
        next: expect.stringContaining('mv ~/.config/app'),
      });
      expect(String(error)).not.toContain('canary');
    }
    expect(await readFile(folders.file, 'utf8')).toBe(content);
  });

  it('a symbolic link', async () => {
    const target = join(folders.directories.home, 'elsewhere.json');
    await rename(folders.file, target);
    await symlink(target, folders.file);
    for (const attempt of attempts)
      expect(await failure(attempt())).toMatchObject({
        kind: 'foreign_file',
        message: expect.stringContaining('symbolic link'),
      });
  });

  it('a folder', async () => {
    await rename(folders.file, `${folders.file}.away`);
    await mkdir(folders.file);
    for (const attempt of attempts)
      expect(await failure(attempt())).toMatchObject({
        kind: 'foreign_file',
        message: expect.stringContaining('regular file'),
      });
  });
});

describe.skipIf(process.platform === 'win32')('a file that others can read', () => {
  it('is refused for reading and writing, with the command that repairs it', async () => {
    await chmod(folders.file, 0o644);
    const error = await failure(newStore().lookup('K'));
    expect(error).toMatchObject({
      kind: 'insecure_permissions',
      message: '~/.config/app/credentials.json can be read by other accounts of this machine (mode 0644).',
      next: expect.stringContaining('chmod 600 ~/.config/app/credentials.json'),
    });
    expect(await failure(newStore().store('K', new Secret('new-value')))).toMatchObject({
      kind: 'insecure_permissions',
    });
    await chmod(folders.file, 0o600);
    expect((await newStore().lookup('K'))?.secret.reveal()).toBe('canary-value-1');
  });

  it('is refused when it is the key file', async () => {
    const keys = join(folders.directories.state, 'keys');
    const [key = ''] = await readdir(keys);
    await chmod(join(keys, key), 0o640);
    expect(await failure(newStore().lookup('K'))).toMatchObject({
      kind: 'insecure_permissions',
      next: expect.stringContaining('chmod 600'),
    });
  });

  it('is not judged by POSIX modes on Windows', async () => {
    await chmod(folders.file, 0o666);
    await chmod(
      join(folders.directories.state, 'keys', (await readdir(join(folders.directories.state, 'keys')))[0] ?? ''),
      0o666,
    );
    expect((await newStore('win32').lookup('K'))?.secret.reveal()).toBe('canary-value-1');
  });
});

describe('a key file', () => {
  it('that is gone or altered is a typed error, and a new login works', async () => {
    const keys = join(folders.directories.state, 'keys');
    const [key = ''] = await readdir(keys);
    await writeFile(join(keys, key), Buffer.alloc(32).toString('base64url'));
    expect(await failure(newStore().lookup('K'))).toMatchObject({ kind: 'wrong_key' });
    await rename(join(keys, key), join(keys, 'away'));
    expect(await failure(newStore().lookup('K'))).toMatchObject({
      kind: 'key_missing',
      next: expect.stringContaining('app auth login'),
    });
    await newStore().store('K', new Secret('new-value'), { to: 'file' });
    expect((await newStore().lookup('K'))?.secret.reveal()).toBe('new-value');
  });
});
