import { access, readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Machine } from '@core/mcp-kit';
import type { Browser } from './browsers.ts';

/** One place where a browser keeps cookies. */
export interface Profile {
  /** `Chrome, profile Default`. */
  readonly where: string;
  /** The cookie file. */
  readonly file: string;
  /** The folder above the profiles. */
  readonly root: string;
}

/** The cookie files of a browser that exist for this user. */
export async function profilesOf(browser: Browser, machine: Machine): Promise<readonly Profile[]> {
  const found: Profile[] = [];
  for (const root of browser.folders(machine)) found.push(...(await filesBelow[browser.kind](browser, root)));
  return found;
}

const filesBelow = { chromium: chromiumFiles, firefox: firefoxFiles, safari: safariFile };

/** Newer versions keep cookies under `Network`. */
async function chromiumFiles({ title }: Browser, root: string): Promise<readonly Profile[]> {
  const profiles: Profile[] = [];
  for (const name of await foldersIn(root)) {
    const file = await firstThatExists([join(root, name, 'Network', 'Cookies'), join(root, name, 'Cookies')]);
    if (file !== undefined) profiles.push({ where: `${title}, profile ${name}`, file, root });
  }
  return profiles;
}

async function firefoxFiles({ title }: Browser, root: string): Promise<readonly Profile[]> {
  const named = (await foldersIn(root)).map((name) => join(root, name));
  const below = (await foldersIn(join(root, 'Profiles'))).map((name) => join(root, 'Profiles', name));
  const folders = [...new Set([...named, ...below, ...(await elsewhere(root))])];
  const profiles: Profile[] = [];
  for (const folder of folders) {
    const file = await firstThatExists([join(folder, 'cookies.sqlite')]);
    const name = folder.split(/[\\/]/).at(-1) ?? '';
    if (file !== undefined) profiles.push({ where: `${title}, profile ${name}`, file, root });
  }
  return profiles;
}

/** Profiles that `profiles.ini` names outside its own folder. */
async function elsewhere(root: string): Promise<readonly string[]> {
  const ini = await readFile(join(root, 'profiles.ini'), 'utf8').catch(() => '');
  return [...ini.matchAll(/^Path=(.+)$/gm)].map(([, path = '']) => path.trim()).filter(isAbsolute);
}

async function safariFile({ title }: Browser, root: string): Promise<readonly Profile[]> {
  const file = join(root, 'Cookies.binarycookies');
  // Without Full Disk Access the file cannot even be seen; reading it says so.
  const hidden = await access(file).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
  return hidden ? [] : [{ where: title, file, root }];
}

/** `Default` first, then by name. */
async function foldersIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.sort(
    (a, b) => Number(b === 'Default') - Number(a === 'Default') || a.localeCompare(b, 'en', { numeric: true }),
  );
}

async function firstThatExists(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists) return path;
  }
  return undefined;
}
