import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TemporaryFolders, temporaryFolders } from './support/temporary-store.ts';

const reason = whyNot();
if (reason !== undefined) process.stderr.write(`secret-service.test.ts: skipped, ${reason}\n`);

let folders: TemporaryFolders;
beforeEach(async () => {
  folders = await temporaryFolders();
  await mkdir(join(folders.directories.home, 'run'), { mode: 0o700 });
});
afterEach(() => folders.remove());

type Session = 'unlocked' | 'locked' | 'without a keyring' | 'without D-Bus';

const START: Record<Session, string> = {
  unlocked:
    'printf %s "test password" | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "$@"; secret-tool search --all service core-secrets-test',
  locked: 'gnome-keyring-daemon --start --components=secrets >/dev/null && "$@"',
  'without a keyring': '"$@"',
  'without D-Bus': '"$@"',
};

/** Runs the steps in one process of a session of its own, with its own home; gives what each step printed, and what `secret-tool` found after them. */
async function session(kind: Session, ...steps: string[]) {
  const { home } = folders.directories;
  const script = fileURLToPath(new URL('./support/keychain-session.ts', import.meta.url));
  const shell = ['sh', '-c', START[kind], 'sh', process.execPath, script, home, ...steps];
  const [program = '', ...args] = kind === 'without D-Bus' ? shell : ['dbus-run-session', '--', ...shell];
  const env = { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), LANG: 'C' };
  const child = spawn(program, args, { env });
  let printed = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  await once(child, 'close');
  const lines = printed.split('\n').filter((line) => line.startsWith('{') || line === 'null');
  if (lines.length !== steps.length) throw new Error(`the session did not run all steps:\n${printed}\n${errors}`);
  const accounts = (printed + errors).match(/attribute\.username = master-key-[0-9a-f]{16}/g) ?? [];
  return { results: lines.map((line) => JSON.parse(line)), accounts };
}

describe.skipIf(reason !== undefined)('with a real Secret Service', { timeout: 60_000 }, () => {
  it('stores a credential of any size, finds it in the same and in a later session, and removes every trace', async () => {
    const first = await session('unlocked', 'status', 'store-large=9000', 'lookup', 'status');
    expect(first.results).toMatchObject([
      { kind: 'keychain', state: 'absent' },
      { place: 'keychain', where: 'Secret Service (key of ~/config/credentials.json)' },
      { value: 'x'.repeat(9000), kind: 'keychain' },
      { kind: 'keychain', state: 'present' },
    ]);
    expect(first.accounts).toHaveLength(1);

    const later = await session('unlocked', 'lookup', 'store=value-2', 'lookup');
    expect(later.results).toMatchObject([{ kind: 'keychain' }, { place: 'keychain' }, { value: 'value-2' }]);
    expect(later.accounts).toEqual(first.accounts);

    const last = await session('unlocked', 'erase', 'lookup');
    expect(last.results).toEqual([
      { removedFrom: [{ kind: 'keychain', where: expect.any(String) }], stillSetBy: [] },
      null,
    ]);
    expect(last.accounts).toEqual([]);
  });

  it('locked: what it holds is unavailable with the reason, and a new login goes to the file and says why', async () => {
    await session('unlocked', 'store=value-1');
    const { results } = await session('locked', 'lookup', 'store=value-2', 'lookup');
    expect(results).toMatchObject([
      { failed: 'keychain_unavailable', message: 'Secret Service is not usable: it is locked and was not unlocked.' },
      { place: 'file', reason: expect.stringContaining('it is locked') },
      { value: 'value-2', kind: 'file' },
    ]);
  });

  it('running without a keyring: storing goes to the file and says why', async () => {
    const { results } = await session('without a keyring', 'store=value-1', 'lookup');
    expect(results).toMatchObject([
      { place: 'file', reason: 'Secret Service is not usable: it has no keyring yet; a desktop login creates one.' },
      { value: 'value-1', kind: 'file' },
    ]);
  });

  it('absent (no D-Bus): the same answer at the first and at every later call, and nothing in the kernel keyring', async () => {
    await session('unlocked', 'store=value-1');
    const { results } = await session('without D-Bus', 'status', 'lookup', 'lookup', 'store=value-2');
    const unusable = 'Secret Service is not usable: there is no D-Bus session.';
    expect(results).toMatchObject([
      { state: 'unusable', reason: unusable },
      { failed: 'keychain_unavailable', message: unusable },
      { failed: 'keychain_unavailable', message: unusable },
      { place: 'file', reason: unusable },
    ]);
    expect(await readFile('/proc/keys', 'utf8')).not.toContain('core-secrets-test');
  });
});

function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  const folders = (process.env.PATH ?? '').split(delimiter);
  const needed = {
    'dbus-run-session': 'dbus-daemon',
    'gnome-keyring-daemon': 'gnome-keyring',
    'secret-tool': 'libsecret-tools',
  };
  const missing = Object.entries(needed).filter(
    ([program]) => !folders.some((folder) => existsSync(join(folder, program))),
  );
  if (missing.length > 0) return `install the Debian packages: ${missing.map(([, name]) => name).join(' ')}`;
  try {
    createRequire(import.meta.url)('@napi-rs/keyring');
    return undefined;
  } catch {
    return 'the optional package @napi-rs/keyring is not installed';
  }
}
