import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine, SearchedPlace } from '@core/mcp-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunProgram } from '../src/browser/run-program.ts';
import { searchBrowsers } from '../src/browser/search.ts';
import { makeChromiumProfile } from './browsers/chromium-profile.ts';
import { programs, startDesktopSession } from './browsers/desktop-session.ts';
import { makeFirefoxProfile } from './browsers/firefox-profile.ts';

/** Real browsers on real profiles, made by these tests. */

const missing = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
};

function skipWithout(...programs: string[]): boolean {
  const absent = programs.filter(missing);
  if (absent.length > 0)
    process.stderr.write(`browser-login.test.ts: skipped, ${absent.join(' and ')} not installed\n`);
  return absent.length > 0;
}

const LOGIN = 'V001-login-4f7a9c0e1b2d_abcdefABCDEF';
const OTHERS = ['other-name-91827364', 'other-domain-55443322', 'bank-session-10293847', 'subdomain-only-66778899'];
const later = Math.floor(Date.now() / 1000) + 20 * 86_400;
const earlier = Math.floor(Date.now() / 1000) + 2;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tp-browsers-'));
  await mkdir(join(home, 'tmp'));
  vi.stubEnv('TMPDIR', join(home, 'tmp'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

async function search(choice: string, options: { run?: RunProgram; now?: Date } = {}): Promise<SearchedPlace[]> {
  const machine: Machine = { platform: 'linux', home, env: {}, now: () => options.now ?? new Date() };
  const places: SearchedPlace[] = [];
  for await (const place of searchBrowsers(choice, machine, options.run)) places.push(place);
  expect(await readdir(join(home, 'tmp')), 'copies that were left behind').toEqual([]);
  return places;
}

const shown = (places: readonly SearchedPlace[]) =>
  places.map((place) => ('secret' in place ? [place.where, place.secret.reveal()] : [place.where, place.problem]));

const planted = [
  { name: 'Production_tpAuth', value: LOGIN, domain: '.trainingpeaks.com', expires: later },
  { name: 'Production_tpOther', value: OTHERS[0]!, domain: '.trainingpeaks.com', expires: later },
  { name: 'Production_tpAuth', value: OTHERS[1]!, domain: '.trainingpeaks.com.evil.example', expires: later },
  { name: 'session', value: OTHERS[2]!, domain: '.bank.example', expires: later },
  { name: 'Production_tpAuth', value: OTHERS[3]!, domain: 'blog.trainingpeaks.com', expires: later },
];

describe.skipIf(skipWithout('chromium'))('the login from a real Chromium', { timeout: 90_000 }, () => {
  const userData = () => join(home, '.config/chromium');

  it('is read from its profile, and no other cookie is', async () => {
    await makeChromiumProfile({ program: 'chromium', userData: userData(), passwordStore: 'basic' }, planted);
    const places = await search('auto');
    expect(shown(places)).toEqual([['Chromium, profile Default', LOGIN]]);
    expect(shown(await search('chromium'))).toEqual(shown(places));
    expect(JSON.stringify(places)).not.toContain(LOGIN);
  });

  it('is passed over once it has ended, with the day', async () => {
    const ends = planted.map((cookie) => ({ ...cookie, expires: earlier + 60 }));
    await makeChromiumProfile({ program: 'chromium', userData: userData(), passwordStore: 'basic' }, ends);
    const places = await search('auto', { now: new Date(later * 1000) });
    expect(shown(places)).toEqual([
      ['Chromium, profile Default', expect.stringMatching(/^the login there expired on \d{4}-\d\d-\d\d$/)],
    ]);
  });

  it.skipIf(skipWithout(programs.bus, programs.keyring, 'secret-tool'))(
    'is decrypted with the key of the desktop keyring, and explained when the keyring does not give it',
    async () => {
      const desktop = await startDesktopSession(home);
      try {
        const run = { program: 'chromium', userData: userData(), passwordStore: 'gnome-libsecret' as const };
        await makeChromiumProfile({ ...run, env: desktop.env }, planted);
        expect(shown(await search('auto', { run: desktop.run }))).toEqual([['Chromium, profile Default', LOGIN]]);
        const [locked] = shown(await search('auto', { run: async () => undefined }));
        expect(locked).toEqual(['Chromium, profile Default', expect.stringContaining('keyring of the desktop')]);
      } finally {
        desktop.end();
      }
    },
  );
});

describe.skipIf(skipWithout('firefox-esr'))('the login from a real Firefox', { timeout: 90_000 }, () => {
  it('is read from its profile, and no other cookie is', async () => {
    const profile = join(home, '.mozilla/firefox/ab12cd34.default-esr');
    await makeFirefoxProfile(
      { program: 'firefox-esr', profile, home },
      {
        'app.trainingpeaks.com': [
          `Production_tpAuth=${LOGIN}; Domain=.trainingpeaks.com; Path=/; HttpOnly; Max-Age=1700000`,
          `Production_tpOther=${OTHERS[0]}; Domain=.trainingpeaks.com; Path=/; Max-Age=1700000`,
        ],
        'blog.trainingpeaks.com': [`Production_tpAuth=${OTHERS[3]}; Path=/; Max-Age=1700000`],
        'www.trainingpeaks.com.evil.example': [`Production_tpAuth=${OTHERS[1]}; Path=/; Max-Age=1700000`],
        'www.bank.example': [`session=${OTHERS[2]}; Path=/; Max-Age=1700000`],
      },
    );
    expect(shown(await search('auto'))).toEqual([['Firefox, profile ab12cd34.default-esr', LOGIN]]);
    expect(shown(await search('firefox', { now: new Date(later * 2000) }))).toEqual([
      ['Firefox, profile ab12cd34.default-esr', expect.stringMatching(/^the login there expired on /)],
    ]);
  });
});

describe('a search', () => {
  it('says of a browser that was asked for that it has nothing here, and is silent about the rest', async () => {
    expect(shown(await search('brave'))).toEqual([['Brave', 'it has no cookies for this user on this machine']]);
    expect(await search('auto')).toEqual([]);
  });
});
