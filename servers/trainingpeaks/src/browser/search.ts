import { readFile } from 'node:fs/promises';
import type { Machine, SearchedPlace } from '@core/mcp-kit';
import { Secret } from '@core/secrets';
import { type Browser, browsers } from './browsers.ts';
import { readChromiumProfile } from './chromium/read-profile.ts';
import { readFirefoxProfile } from './firefox/read-profile.ts';
import { type Profile, profilesOf } from './profiles.ts';
import { type RunProgram, runProgram } from './run-program.ts';
import { readBinaryCookies } from './safari/binary-cookies.ts';
import { type StoredCookie, Unreadable } from './wanted.ts';

/** Looks through one browser, or with `auto` through all of them; what is found is not known to work yet. */
export async function* searchBrowsers(
  choice: string,
  machine: Machine,
  run: RunProgram = runProgram,
): AsyncGenerator<SearchedPlace> {
  for (const browser of browsers.filter(({ id }) => choice === 'auto' || id === choice)) {
    const profiles = await profilesOf(browser, machine);
    if (profiles.length === 0 && choice !== 'auto') {
      yield { where: browser.title, problem: 'it has no cookies for this user on this machine' };
    }
    for (const profile of profiles) yield* readProfile(browser, profile, machine, run);
  }
}

/** One profile. What cannot be read is a line for people; the search goes on. */
async function* readProfile(
  browser: Browser,
  profile: Profile,
  machine: Machine,
  run: RunProgram,
): AsyncGenerator<SearchedPlace> {
  const { where } = profile;
  try {
    for await (const { value, expires } of cookiesOf(browser, profile, machine, run)) {
      if (expires !== undefined && expires <= machine.now()) {
        yield { where, problem: `the login there expired on ${expires.toISOString().slice(0, 10)}` };
      } else if (value !== '') yield { where, secret: new Secret(value) };
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield { where, problem: error.message };
  }
}

async function* cookiesOf(
  browser: Browser,
  { file, root }: Profile,
  machine: Machine,
  run: RunProgram,
): AsyncGenerator<StoredCookie> {
  if (browser.kind === 'chromium') yield* readChromiumProfile(file, { browser, userData: root, machine, run });
  else if (browser.kind === 'firefox') yield* await readFirefoxProfile(file);
  else yield* readBinaryCookies(await safariCookies(file));
}

async function safariCookies(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Unreadable(
      'macOS does not let this program read the cookies of Safari; give your terminal Full Disk Access in System Settings, Privacy & Security',
      error,
    );
  }
}
