import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../test/support/failure.ts';
import { memoryKeychain, type TemporaryFolders, temporaryFolders } from '../../test/support/temporary-store.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { Secret } from '../secret.ts';
import { type CredentialStoreOptions, createCredentialStore } from '../store/credential-store.ts';

let folders: TemporaryFolders;
let secretFile: string;
beforeEach(async () => {
  folders = await temporaryFolders();
  secretFile = join(folders.directories.home, 'icu.key');
  await writeFile(secretFile, 'from-file\n');
});
afterEach(() => folders.remove());

const print = (text: string) =>
  JSON.stringify([process.execPath, '-e', `process.stdout.write(${JSON.stringify(text)})`]);

function storeWith(env: Record<string, string>, more: Partial<CredentialStoreOptions> = {}) {
  return createCredentialStore({
    app: 'app',
    env,
    directories: folders.directories,
    keychain: memoryKeychain(),
    platform: 'linux',
    ...more,
  });
}

describe('a lookup asks the sources in this order', () => {
  it('explicit, X, X_FILE, X_COMMAND, keychain, file: each wins when those before it are gone', async () => {
    const keychain = memoryKeychain();
    const stored = storeWith({}, { keychain });
    await stored.store('K', new Secret('from-keychain'));
    const ask = async (env: Record<string, string>, explicit?: string) => {
      const found = await storeWith(env, { keychain }).lookup('K', { explicit });
      return found && [found.secret.reveal(), found.source.kind];
    };
    expect(await ask({ K: 'from-env' }, 'given')).toEqual(['given', 'explicit']);
    expect(await ask({ K: 'from-env', K_COMMAND: print('from-command') })).toEqual(['from-env', 'env']);
    expect(await ask({ K_FILE: secretFile, K_COMMAND: print('from-command') })).toEqual(['from-file', 'env_file']);
    expect(await ask({ K_COMMAND: print('from-command') })).toEqual(['from-command', 'env_command']);
    expect(await ask({})).toEqual(['from-keychain', 'keychain']);
    await stored.store('K', new Secret('from-encrypted-file'), { to: 'file' });
    expect(await ask({})).toEqual(['from-encrypted-file', 'file']);
    await stored.erase('K');
    expect(await ask({})).toBeUndefined();
  });

  it('counts empty variables, empty explicit values and unfilled placeholders as not set', async () => {
    const env = { K: unfilled, K_FILE: ' ', K_COMMAND: '' };
    expect(await storeWith(env).lookup('K', { explicit: '' })).toBeUndefined();
  });

  it('refuses X together with X_FILE, and names both', async () => {
    expect(await failure(storeWith({ K: 'canary-1', K_FILE: secretFile }).lookup('K'))).toMatchObject({
      kind: 'conflicting_sources',
      message: 'Both K and K_FILE are set.',
      next: 'Unset K or K_FILE.',
    });
  });

  it('finds variables in any case on Windows', async () => {
    expect((await storeWith({ k: 'value-1' }, { platform: 'win32' }).lookup('K'))?.secret.reveal()).toBe('value-1');
  });

  it('says where the value came from without holding it', async () => {
    const found = await storeWith({ K_FILE: '~/icu.key' }).lookup('K');
    expect(found?.source).toEqual({ kind: 'env_file', where: '~/icu.key, named by K_FILE' });
    expect(JSON.stringify(found)).not.toContain('from-file');
  });

  it('registers what it found with the redactor before returning it', async () => {
    const redactor = createRedactor();
    await storeWith({ K: 'canary-value-9' }, { redactor }).lookup('K');
    expect(redactor.redactText('x canary-value-9')).toBe('x [secret]');
  });
});

describe('X_FILE', () => {
  it.each([
    ['canary-instead-of-a-path', 'not an absolute path'],
    ['/nowhere/canary-file', 'not a file that can be read (ENOENT)'],
    ['/', 'not a file that can be read'],
  ])('%s: an error that does not repeat what may be a misplaced key', async (value, why) => {
    const error = await failure(storeWith({ K_FILE: value }).lookup('K'));
    expect(error).toMatchObject({ kind: 'unreadable_source', message: expect.stringContaining(why) });
    expect(JSON.stringify(error) + String(error)).not.toContain('canary');
  });

  it('refuses an empty file', async () => {
    await writeFile(secretFile, '\n');
    expect(await failure(storeWith({ K_FILE: secretFile }).lookup('K'))).toMatchObject({
      message: expect.stringContaining('is empty'),
    });
  });
});

describe('X_COMMAND', () => {
  it('gives the expiry that the command told', async () => {
    const output = '{"Version":1,"SecretKey":"abc123","Expiration":"2099-01-01T00:00:00Z"}';
    const found = await storeWith({ K_COMMAND: print(output) }).lookup('K');
    expect(found?.expiresAt).toEqual(new Date('2099-01-01T00:00:00Z'));
    expect(found?.source.where).toBe('command in K_COMMAND');
  });

  it('runs with the environment that was handed in, and with an empty input', async () => {
    const script =
      'process.stdin.on("end",()=>process.stdout.write(Object.keys(process.env).sort().join()));process.stdin.resume()';
    const found = await storeWith({ ONLY: '1', K_COMMAND: JSON.stringify([process.execPath, '-e', script]) }).lookup(
      'K',
    );
    expect(found?.secret.reveal().split(',')).toEqual(expect.arrayContaining(['K_COMMAND', 'ONLY']));
    expect(found?.secret.reveal()).not.toContain('VITEST');
  });

  it('that hangs is ended after its time, with the processes it started', async () => {
    const marker = join(folders.directories.home, 'child.pid');
    const command = JSON.stringify(['/bin/sh', '-c', `sleep 60 & echo $! > '${marker}'; wait`]);
    const begun = Date.now();
    const error = await failure(storeWith({ K_COMMAND: command }, { commandTimeoutMs: 400 }).lookup('K'));
    expect(error).toMatchObject({ kind: 'command_timeout', message: expect.stringContaining('0.4 s') });
    expect(Date.now() - begun).toBeLessThan(5_000);
    const child = Number(await readFile(marker, 'utf8'));
    await expect.poll(() => processState(child)).toMatch(/^(gone|zombie)$/);
  });

  it.each([
    ['fails', 'process.stdout.write("canary-x");process.stderr.write("canary-y");process.exit(3)', 'exit code 3'],
    ['prints nothing', 'console.log("")', 'printed nothing'],
    ['prints far too much', 'process.stdout.write("canary".repeat(50000))', 'printed more than 64 KiB'],
    ['is killed', 'process.kill(process.pid,"SIGTERM")', 'SIGTERM'],
  ])('that %s is an error that repeats none of its output', async (_what, script, why) => {
    const error = await failure(storeWith({ K_COMMAND: JSON.stringify([process.execPath, '-e', script]) }).lookup('K'));
    expect(error).toMatchObject({ kind: 'command_failed', message: expect.stringContaining(why) });
    expect(JSON.stringify(error) + String(error)).not.toContain('canary');
  });

  it('that does not exist is an error that does not repeat its name, which may be a misplaced key', async () => {
    const error = await failure(storeWith({ K_COMMAND: 'canary-instead-of-a-program' }).lookup('K'));
    expect(error).toMatchObject({ kind: 'command_failed', message: expect.stringContaining('ENOENT') });
    expect(JSON.stringify(error) + String(error)).not.toContain('canary');
  });
});

describe('X_COMMAND with an argument that cannot be passed on', () => {
  it('is an error that does not repeat it', async () => {
    const error = await failure(storeWith({ K_COMMAND: '["echo","canary\\u0000"]' }).lookup('K'));
    expect(error).toMatchObject({ kind: 'command_failed' });
    expect(JSON.stringify(error) + String(error)).not.toContain('canary');
  });
});

describe('a value that begins with op://', () => {
  async function withOp(script: string) {
    const bin = join(folders.directories.home, 'bin');
    await mkdir(bin);
    await writeFile(join(bin, 'op'), `#!/bin/sh\n${script}\n`);
    await chmod(join(bin, 'op'), 0o755);
    return { PATH: [bin, '/usr/bin', '/bin'].join(delimiter) };
  }

  it('is read through the op program', async () => {
    const env = await withOp('[ "$1 $2 $3" = "read --no-newline op://v/i/f" ] && printf resolved-9');
    const found = await storeWith({ ...env, K: 'op://v/i/f' }).lookup('K');
    expect(found?.secret.reveal()).toBe('resolved-9');
    expect(found?.source).toEqual({ kind: 'env', where: 'environment variable K, read by 1Password' });
  });

  it('is never used as a credential when op is missing or refuses', async () => {
    expect(await failure(storeWith({ PATH: '/nonexistent', K: 'op://v/i/f' }).lookup('K'))).toMatchObject({
      kind: 'command_failed',
      next: expect.stringContaining('op run --env-file'),
    });
    const env = await withOp('echo "not signed in" >&2; exit 1');
    expect(await failure(storeWith({ ...env, K: 'op://v/i/f' }).lookup('K'))).toMatchObject({
      message: expect.stringContaining('exit code 1'),
    });
  });
});

const unfilled = ['$', '{user_config.key}'].join('');

async function processState(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat !== undefined) return / Z /.test(stat) ? 'zombie' : 'running';
  try {
    process.kill(pid, 0);
    return 'running';
  } catch {
    return 'gone';
  }
}
