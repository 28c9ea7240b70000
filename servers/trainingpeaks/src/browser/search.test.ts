import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Machine, SearchedPlace } from '@core/mcp-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withDatabaseCopy } from './database-copy.ts';
import type { RunProgram } from './run-program.ts';
import { searchBrowsers } from './search.ts';

/** The stores of systems that this machine is not, written as their formats are known; real browsers are in test/. */

const LOGIN = 'V001-login-4f7a9c0e1b2d';
const HOST = '.trainingpeaks.com';
const NOW = new Date('2026-10-14T09:00:00Z');
const DAY_S = 86_400;
const NOW_S = NOW.getTime() / 1000;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tp-search-'));
  await mkdir(join(home, 'tmp'));
  vi.stubEnv('TMPDIR', join(home, 'tmp'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

const noProgram: RunProgram = async () => undefined;

async function search(platform: Machine['platform'], choice = 'auto', run = noProgram, env = {}) {
  const places: SearchedPlace[] = [];
  for await (const place of searchBrowsers(choice, { platform, home, env, now: () => NOW }, run)) places.push(place);
  expect(await readdir(join(home, 'tmp'))).toEqual([]);
  return places.map((place) => [place.where, 'secret' in place ? place.secret.reveal() : place.problem]);
}

/** A Chromium cookie database; times in seconds since 1970, 0 for a cookie of the session. */
async function chromiumStore(path: string, sealed: Uint8Array, ends = NOW_S + DAY_S, host = HOST): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  database.exec(`CREATE TABLE cookies (host_key TEXT, name TEXT, value TEXT, encrypted_value BLOB,
    expires_utc INTEGER, has_expires INTEGER)`);
  const insert = database.prepare(`INSERT INTO cookies VALUES (?, 'Production_tpAuth', '', ?, ?, ?)`);
  insert.run(host, sealed, ends === 0 ? 0n : BigInt(ends + 11_644_473_600) * 1_000_000n, ends === 0 ? 0 : 1);
  database.close();
}

const hashed = (value: string): Buffer =>
  Buffer.concat([createHash('sha256').update(HOST).digest(), Buffer.from(value)]);

function sealCbc(password: string, rounds: number, plain: Buffer, version = 'v10'): Buffer {
  const key = pbkdf2Sync(password, 'saltysalt', rounds, 16, 'sha1');
  const cipher = createCipheriv('aes-128-cbc', key, Buffer.alloc(16, ' '));
  return Buffer.concat([Buffer.from(version), cipher.update(plain), cipher.final()]);
}

function sealGcm(key: Buffer, plain: Buffer, version = 'v10'): Buffer {
  const nonce = Buffer.alloc(12, 7);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from(version), nonce, sealed, cipher.getAuthTag()]);
}

describe('Chrome on macOS', () => {
  const store = () => join(home, 'Library/Application Support/Google/Chrome/Profile 2/Cookies');
  const asked: (readonly string[])[] = [];
  const keychain: RunProgram = async (program, args) => {
    asked.push([program, ...args]);
    return 'keychain password\n';
  };

  it('is decrypted with the key that the Keychain gives, also in the form before version 24', async () => {
    for (const plain of [hashed(LOGIN), Buffer.from(LOGIN)]) {
      await rm(store(), { force: true });
      await chromiumStore(store(), sealCbc('keychain password', 1003, plain));
      expect(await search('darwin', 'auto', keychain)).toEqual([['Chrome, profile Profile 2', LOGIN]]);
    }
    expect(asked[0]).toEqual([
      '/usr/bin/security',
      'find-generic-password',
      '-w',
      '-a',
      'Chrome',
      '-s',
      'Chrome Safe Storage',
    ]);
  });

  it('says what to do when the Keychain refuses, and when its key is another', async () => {
    await chromiumStore(store(), sealCbc('keychain password', 1003, hashed(LOGIN)));
    expect(await search('darwin')).toEqual([[expect.any(String), expect.stringContaining('allow it when macOS asks')]]);
    const [other] = await search('darwin', 'auto', async () => 'another');
    expect(other?.[1]).toContain('could not be decrypted');
  });

  it('asks for no key when the cookie has ended, and takes one of the session', async () => {
    await chromiumStore(store(), sealCbc('keychain password', 1003, hashed(LOGIN)), NOW_S - DAY_S);
    const never: RunProgram = async () => {
      throw new Error('asked for a key');
    };
    expect(await search('darwin', 'auto', never)).toEqual([
      ['Chrome, profile Profile 2', 'the login there expired on 2026-10-13'],
    ]);
    await rm(store());
    await chromiumStore(store(), sealCbc('keychain password', 1003, hashed(LOGIN)), 0);
    expect(await search('darwin', 'auto', keychain)).toEqual([['Chrome, profile Profile 2', LOGIN]]);
  });
});

describe('Edge on Windows', () => {
  const userData = () => join(home, 'Local', 'Microsoft', 'Edge', 'User Data');
  const store = () => join(userData(), 'Default', 'Network', 'Cookies');
  const env = () => ({ LOCALAPPDATA: join(home, 'Local'), SystemRoot: 'D:\\Windows' });
  const key = Buffer.alloc(32, 3);
  const dpapi: RunProgram = async (program, _args, input) => {
    expect(program).toBe('D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    return Buffer.from(input ?? '', 'base64').toString() === 'sealed for me' ? key.toString('base64') : undefined;
  };
  const localState = (text: string) =>
    writeFile(join(userData(), 'Local State'), JSON.stringify({ os_crypt: { encrypted_key: btoa(text) } }));

  it('is decrypted with the key that Windows unseals for this user', async () => {
    await chromiumStore(store(), sealGcm(key, hashed(LOGIN)));
    await localState('DPAPIsealed for me');
    expect(await search('win32', 'edge', dpapi, env())).toEqual([['Edge, profile Default', LOGIN]]);
    await localState('DPAPIsealed for somebody else');
    expect(await search('win32', 'edge', dpapi, env())).toEqual([
      ['Edge, profile Default', expect.stringContaining('Windows did not give the key')],
    ]);
    await localState('something new');
    expect((await search('win32', 'edge', dpapi, env()))[0]?.[1]).toContain('a form that is not known');
  });

  it('explains app-bound encryption and points to the paste, without trying to break it', async () => {
    await chromiumStore(store(), sealGcm(key, hashed(LOGIN), 'v20'));
    const [place] = await search('win32', 'auto', noProgram, env());
    expect(place?.[1]).toMatch(/no other program can read them \(app-bound encryption\); paste the cookie instead/);
  });
});

describe('Firefox', () => {
  async function firefoxStore(path: string, rows: readonly (readonly [host: string, value: string, expiry: number])[]) {
    await mkdir(dirname(path), { recursive: true });
    const database = new DatabaseSync(path);
    database.exec(
      'PRAGMA journal_mode = WAL; CREATE TABLE moz_cookies (name TEXT, value TEXT, host TEXT, expiry INTEGER, originAttributes TEXT)',
    );
    for (const [host, value, expiry] of rows)
      database.prepare(`INSERT INTO moz_cookies VALUES ('Production_tpAuth', ?, ?, ?, '')`).run(value, host, expiry);
    return database;
  }

  it('is read while it runs: what is only in its journal counts, seconds and milliseconds are told apart', async () => {
    const running = await firefoxStore(join(home, '.mozilla/firefox/a.default/cookies.sqlite'), [
      [HOST, 'in-milliseconds-1234', (NOW_S + 2 * DAY_S) * 1000],
      [HOST, 'in-seconds-12345678', NOW_S + DAY_S],
      ['www.trainingpeaks.com', 'another-host-123456', NOW_S + DAY_S],
    ]);
    expect(await search('linux')).toEqual([
      ['Firefox, profile a.default', 'in-milliseconds-1234'],
      ['Firefox, profile a.default', 'in-seconds-12345678'],
    ]);
    running.close();
  });

  it('goes on with the next profile after an expired login and after a damaged file', async () => {
    const root = join(home, '.mozilla/firefox');
    (await firefoxStore(join(root, 'a.old/cookies.sqlite'), [[HOST, LOGIN, NOW_S - DAY_S]])).close();
    await mkdir(join(root, 'b.broken'));
    await writeFile(join(root, 'b.broken/cookies.sqlite'), 'not a database');
    const elsewhere = join(home, 'data/firefox-work');
    (await firefoxStore(join(elsewhere, 'cookies.sqlite'), [[HOST, LOGIN, NOW_S + DAY_S]])).close();
    await writeFile(join(root, 'profiles.ini'), `[Profile0]\nName=work\nIsRelative=0\nPath=${elsewhere}\n`);
    expect(await search('linux')).toEqual([
      ['Firefox, profile a.old', 'the login there expired on 2026-10-13'],
      ['Firefox, profile b.broken', 'the cookies there have a form that is not known'],
      ['Firefox, profile firefox-work', LOGIN],
    ]);
  });
});

describe('Safari', () => {
  const file = () => join(home, 'Library/Containers/com.apple.Safari/Data/Library/Cookies/Cookies.binarycookies');

  function binaryCookie(host: string, name: string, value: string, ends: number): Buffer {
    const texts = [host, name, '/', value].map((text) => Buffer.from(`${text}\0`));
    const head = Buffer.alloc(56);
    let offset = 56;
    texts.forEach((text, index) => {
      head.writeUInt32LE(offset, 16 + index * 4);
      offset += text.length;
    });
    head.writeUInt32LE(offset, 0);
    head.writeDoubleLE(ends - 978_307_200, 40);
    return Buffer.concat([head, ...texts]);
  }

  async function safariStore(...cookies: Buffer[]): Promise<void> {
    const table = Buffer.alloc(12 + cookies.length * 4);
    table.writeUInt32BE(0x100, 0);
    table.writeUInt32LE(cookies.length, 4);
    let offset = table.length;
    cookies.forEach((cookie, index) => {
      table.writeUInt32LE(offset, 8 + index * 4);
      offset += cookie.length;
    });
    const page = Buffer.concat([table, ...cookies]);
    const head = Buffer.alloc(12);
    head.write('cook');
    head.writeUInt32BE(1, 4);
    head.writeUInt32BE(page.length, 8);
    await mkdir(dirname(file()), { recursive: true });
    await writeFile(file(), Buffer.concat([head, page]));
  }

  it('gives the one cookie out of its file, and says when it has ended', async () => {
    await safariStore(
      binaryCookie('.bank.example', 'session', 'bank-secret', NOW_S + DAY_S),
      binaryCookie('.trainingpeaks.com', 'Production_tpAuth', LOGIN, NOW_S + DAY_S),
      binaryCookie('.trainingpeaks.com', 'Production_tpAuth', 'ended', NOW_S - DAY_S),
      binaryCookie('evil.example', 'Production_tpAuth', 'other-host', NOW_S + DAY_S),
    );
    expect(await search('darwin', 'safari')).toEqual([
      ['Safari', LOGIN],
      ['Safari', 'the login there expired on 2026-10-13'],
    ]);
  });

  it('says when the file is cut off or is something else, and looks nowhere on other systems', async () => {
    await safariStore(binaryCookie('.trainingpeaks.com', 'Production_tpAuth', LOGIN, NOW_S + DAY_S).subarray(0, 30));
    expect(await search('darwin', 'safari')).toEqual([['Safari', 'the cookie file is damaged']]);
    await writeFile(file(), 'bake');
    expect((await search('darwin', 'safari'))[0]?.[1]).toContain('a form that is not known');
    expect(await search('linux', 'safari')).toEqual([['Safari', 'it has no cookies for this user on this machine']]);
  });
});

describe('the copy of a database', () => {
  it('lies in a folder that nobody else can open, cannot be written, and is gone afterwards, also after a failure', async () => {
    const path = join(home, 'Cookies');
    await chromiumStore(path, Buffer.from('x'));
    const modes = await withDatabaseCopy(path, (database) => {
      expect(() => database.exec('DELETE FROM cookies')).toThrow(/readonly/);
      const folder = join(home, 'tmp', readdirSync(join(home, 'tmp'))[0] ?? 'none');
      return [folder, join(folder, 'cookies')].map((each) => statSync(each).mode & 0o777);
    });
    expect(modes).toEqual([0o700, 0o600]);
    await expect(
      withDatabaseCopy(path, () => {
        throw new Error('while it was read');
      }),
    ).rejects.toThrow('a form that is not known');
    expect(readdirSync(join(home, 'tmp'))).toEqual([]);
  });
});
