import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrainingpeaksSandbox, type TrainingpeaksSandbox } from '../sandbox/index.ts';
import { type ServedTrainingpeaks, serveTrainingpeaks } from '../sandbox/serve.ts';

/** The program itself, in a home folder of its own, against the emulator over real HTTP. */
let sandbox: TrainingpeaksSandbox;
let served: ServedTrainingpeaks;
let home: string;

beforeAll(async () => {
  sandbox = createTrainingpeaksSandbox({ now: new Date(), running: true });
  served = await serveTrainingpeaks(sandbox);
  home = await mkdtemp(join(tmpdir(), 'tp-cli-'));
  const soon = Math.floor(Date.now() / 1000) + 86_400;
  await firefoxProfile('a.expired', 'V001-a-login-that-has-expired', soon - 10 * 86_400);
  await firefoxProfile('b.logged-out', 'V001-a-login-that-was-logged-out', soon);
  await firefoxProfile('c.signed-in', sandbox.cookie, soon);
});
afterAll(async () => {
  await served.close();
  await rm(home, { recursive: true, force: true });
});

async function firefoxProfile(name: string, value: string, expiry: number): Promise<void> {
  const folder = join(home, '.mozilla/firefox', name);
  await mkdir(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'cookies.sqlite'));
  database.exec('CREATE TABLE moz_cookies (name TEXT, value TEXT, host TEXT, expiry INTEGER, originAttributes TEXT)');
  const insert = database.prepare('INSERT INTO moz_cookies VALUES (?, ?, ?, ?, ?)');
  insert.run('Production_tpAuth', value, '.trainingpeaks.com', expiry, '');
  insert.run('session', 'bank-secret-0123456789', '.bank.example', expiry, '');
  database.close();
}

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(argv: readonly string[], input = '', env: Record<string, string> = {}): Promise<Run> {
  const main = join(import.meta.dirname, '../src/main.ts');
  const child = spawn(process.execPath, ['--conditions=@core/source', main, ...argv], {
    env: { PATH: process.env.PATH, HOME: home, TMPDIR: tmpdir(), TP_BASE_URL: served.url, NO_COLOR: '1', ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  child.stdin.on('error', () => {});
  // A server goes on until its input ends.
  if (input !== 'open') child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

const secrets = () => [sandbox.cookie.slice(0, 30), sandbox.cookie.slice(-30), 'bank-secret', 'V001-a-login'];
const showsNone = ({ out, err }: Run) => secrets().filter((secret) => `${out}${err}`.includes(secret));

describe('the login of the program', { timeout: 60_000 }, () => {
  it('is taken from the first browser profile whose login works, and is used from then on', async () => {
    const login = await run(['auth', 'login', '--from-browser', '--store', 'file']);
    expect(login.code).toBe(0);
    expect(login.err).toMatch(/profile a\.expired: the login there expired on \d{4}-/);
    expect(login.err).toContain('profile b.logged-out: TrainingPeaks does not accept what is there');
    expect(login.out).toContain('Firefox, profile c.signed-in: TrainingPeaks knows you as');
    const status = await run(['auth', 'status']);
    expect([status.code, status.out]).toEqual([0, expect.stringContaining('accepted by TrainingPeaks')]);
    expect((await run(['call', 'tp_auth_status'])).out).toMatch(/accepted +true/);
    expect([login, status].flatMap(showsNone)).toEqual([]);
    const stored = await readFile(join(home, '.config/trainingpeaks-mcp/credentials.json'), 'utf8');
    expect(secrets().filter((secret) => stored.includes(secret))).toEqual([]);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('trainingpeaks-login-'))).toEqual([]);
  });

  it('outlives an outage, and is named as ended only when it has', async () => {
    sandbox.emulator.state.quirks.outage = true;
    const down = await run(['auth', 'status']);
    expect([down.code, down.out]).toEqual([1, expect.stringContaining('has a problem of its own (status 500)')]);
    sandbox.emulator.state.quirks.outage = false;
    expect((await run(['auth', 'status'])).code).toBe(0);
    sandbox.emulator.state.cookie.state = 'revoked';
    const ended = await run(['auth', 'status']);
    expect(ended.out).toMatch(/login has ended[\s\S]*auth login/);
    sandbox.emulator.state.cookie.state = 'valid';
    expect((await run(['auth', 'status'])).code).toBe(0);
  });

  it('is taken by paste, with what people copy around it, and is proved before it is kept', async () => {
    const pasted = await run(['auth', 'login', '--store', 'file'], `Production_tpAuth=${sandbox.cookie}; other=1\n`);
    expect([pasted.code, pasted.out]).toEqual([0, expect.stringContaining('Login cookie stored in')]);
    const wrong = await run(['auth', 'login', '--store', 'file'], 'V001-not-the-right-one-at-all\n');
    expect([wrong.code, wrong.out]).toEqual([1, '']);
    expect((await run(['auth', 'status'])).code).toBe(0);
    expect([pasted, wrong].flatMap(showsNone)).toEqual([]);
  });

  it('shows in no crash, whatever the error holds', async () => {
    // As soon as the program listens for crashes; what happens earlier is before a line of it ran.
    const crash = `setInterval(() => {
      if (process.listenerCount('uncaughtException') > 0) throw new Error('boom ' + process.env.TP_AUTH_COOKIE);
    }, 20)`;
    const crashed = await run(['serve'], 'open', {
      TP_AUTH_COOKIE: sandbox.cookie,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(crash)}`,
    });
    expect(crashed.code).not.toBe(0);
    expect(crashed.err).toContain('boom [secret]');
    expect(showsNone(crashed)).toEqual([]);
  });

  it('is removed by logout', async () => {
    expect((await run(['auth', 'logout'])).out).toContain('removed');
    expect((await run(['auth', 'logout'])).out).toBe('No Login cookie was stored\n');
    expect((await run(['call', 'tp_get_profile'])).err).toContain('No login cookie is set');
  });
});
