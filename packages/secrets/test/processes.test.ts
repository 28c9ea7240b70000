import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../src/secret.ts';
import { createCredentialStore } from '../src/store/credential-store.ts';
import { memoryKeychain, type TemporaryFolders, temporaryFolders } from './support/temporary-store.ts';

let folders: TemporaryFolders;
beforeEach(async () => {
  folders = await temporaryFolders();
});
afterEach(() => folders.remove());

const writeEntries = new URL('./support/write-entries.ts', import.meta.url);
const crashBeforeRename = new URL('./support/crash-before-rename.ts', import.meta.url);
const crash = new URL('./support/crash.ts', import.meta.url);

const WRITES = 20;

function newStore() {
  return createCredentialStore({ app: 'app', env: {}, directories: folders.directories, keychain: memoryKeychain() });
}

/** Runs a script of the support folder as a process; gives its exit code or the signal that ended it, and what it printed. */
async function run(script: URL, ...args: string[]) {
  const { home, config, state } = folders.directories;
  const child = spawn(process.execPath, [fileURLToPath(script), home, config, state, ...args], {
    env: { PATH: process.env.PATH },
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  const [code, signal] = await once(child, 'close');
  return { ended: code ?? signal, printed };
}

const finished = { ended: 0, printed: '' };

describe('two processes that write at once', { timeout: 60_000 }, () => {
  it('lose none of their entries, even with the very first write', async () => {
    const writers = await Promise.all(['A', 'B'].map((prefix) => run(writeEntries, prefix, String(WRITES), 'store')));
    expect(writers).toEqual([finished, finished]);
    const store = newStore();
    for (const prefix of ['A', 'B']) {
      for (let index = 0; index < WRITES; index += 1) {
        expect((await store.lookup(`${prefix}_${index}`))?.secret.reveal()).toBe(`value-${prefix}-${index}`);
      }
    }
    expect(await readdir(folders.directories.config)).toEqual(['credentials.json']);
    expect(await readdir(join(folders.directories.state, 'keys'))).toHaveLength(1);
  });

  it('lose none of their updates of the same entry', async () => {
    await newStore().store('COUNTER', new Secret('count-0'), { to: 'file' });
    const writers = await Promise.all([1, 2].map(() => run(writeEntries, 'X', String(WRITES), 'update')));
    expect(writers).toEqual([finished, finished]);
    expect((await newStore().lookup('COUNTER'))?.secret.reveal()).toBe(`count-${2 * WRITES}`);
  });
});

describe.skipIf(process.platform === 'win32')(
  'a process that is killed between the temporary file and the rename',
  () => {
    it('leaves the old value, and neither its lock nor its temporary file disturbs the next write', async () => {
      await newStore().store('K', new Secret('value-1'), { to: 'file' });
      expect(await run(crashBeforeRename)).toEqual({ ended: 'SIGKILL', printed: '' });
      const left = await readdir(folders.directories.config);
      expect(left.some((name) => name.endsWith('.tmp'))).toBe(true);
      expect(left).toContain('credentials.json.lock');
      expect((await newStore().lookup('K'))?.secret.reveal()).toBe('value-1');
      const begun = Date.now();
      await newStore().store('K', new Secret('value-2'), { to: 'file' });
      expect(Date.now() - begun).toBeLessThan(5_000);
      expect((await newStore().lookup('K'))?.secret.reveal()).toBe('value-2');
      expect(await readdir(folders.directories.config)).toEqual(['credentials.json']);
    });
  },
);

describe('a process that crashes while it holds a secret', () => {
  it.each(['plain', 'redacted'])('does not show it (%s)', async (way) => {
    const { ended, printed } = await run(crash, 'canary-51d0c9', way);
    expect(ended).toBe(1);
    expect(printed).toContain('login with [secret] failed');
    expect(printed).not.toContain('canary');
  });
});
