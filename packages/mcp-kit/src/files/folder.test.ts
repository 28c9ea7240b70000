import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { partsOfName } from './file-name.ts';
import type { FilesFolder } from './folder-failure.ts';
import { readBelow } from './read-below.ts';
import { saveBelow } from './save-below.ts';

/** What happens on the disk just before a file is opened, or instead of a link. */
const meanwhile = vi.hoisted(() => ({
  open: undefined as undefined | (() => Promise<void>),
  link: undefined as undefined | (() => Promise<void>),
}));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      await meanwhile.open?.();
      return real.open(...args);
    },
    link: async (...args: Parameters<typeof real.link>) => (meanwhile.link ?? (() => real.link(...args)))(),
  };
});

beforeEach(() => {
  meanwhile.open = undefined;
  meanwhile.link = undefined;
});

async function world() {
  const base = await mkdtemp(join(tmpdir(), 'files-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const path = join(base, 'rides');
  const folder: FilesFolder = { path, shown: '~/rides', option: '--files-dir' };
  return { base, path, folder };
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const read = async (folder: FilesFolder, name: string, maxBytes = 1_000) =>
  textOf(await readBelow(folder, { parts: partsOfName(name, 'file'), field: 'file', maxBytes }));

describe('reading', () => {
  async function withRide() {
    const rig = await world();
    await mkdir(join(rig.path, '2026'), { recursive: true });
    await writeFile(join(rig.path, 'ride.fit'), 'ride');
    await writeFile(join(rig.path, '2026', 'swim.fit'), 'swim');
    await writeFile(join(rig.base, 'secret'), 'secret');
    return rig;
  }

  it('gives the bytes of a file in the folder or below it, whichever slash is used', async () => {
    const { folder } = await withRide();
    expect(await read(folder, 'ride.fit')).toBe('ride');
    expect(await read(folder, '2026/swim.fit')).toBe('swim');
    expect(await read(folder, '2026\\swim.fit')).toBe('swim');
  });

  it('follows a link that stays inside and refuses one that leads out', async () => {
    const { folder, path, base } = await withRide();
    await symlink(join(path, 'ride.fit'), join(path, 'inside.fit'));
    await symlink(join(base, 'secret'), join(path, 'outside.fit'));
    await symlink(base, join(path, 'door'));
    expect(await read(folder, 'inside.fit')).toBe('ride');
    for (const name of ['outside.fit', 'door/secret']) {
      await expect(read(folder, name)).rejects.toMatchObject({
        kind: 'bad_input',
        message: 'file leads out of ~/rides through a link',
      });
    }
  });

  it('is not confused by a folder whose name begins alike', async () => {
    const { folder, path, base } = await withRide();
    await mkdir(join(base, 'rides-private'));
    await writeFile(join(base, 'rides-private', 'a'), 'secret');
    await symlink(join(base, 'rides-private'), join(path, 'near'));
    await expect(read(folder, 'near/a')).rejects.toMatchObject({ kind: 'bad_input' });
  });

  it('works when the folder itself is a link', async () => {
    const { base, path } = await withRide();
    await symlink(path, join(base, 'short'));
    const folder = { path: join(base, 'short'), shown: '~/short', option: '--files-dir' };
    expect(await read(folder, 'ride.fit')).toBe('ride');
  });

  it('refuses a file that is swapped for a link between the look and the opening', async () => {
    const { folder, path, base } = await withRide();
    meanwhile.open = async () => {
      await rm(join(path, 'ride.fit'));
      await symlink(join(base, 'secret'), join(path, 'ride.fit'));
    };
    await expect(read(folder, 'ride.fit')).rejects.toMatchObject({ kind: 'bad_input' });
  });

  it('refuses a file whose folder is swapped for a link between the look and the opening', async () => {
    const { folder, path, base } = await withRide();
    await mkdir(join(base, 'elsewhere'));
    await writeFile(join(base, 'elsewhere', 'swim.fit'), 'secret');
    meanwhile.open = async () => {
      await rename(join(path, '2026'), join(path, 'moved'));
      await symlink(join(base, 'elsewhere'), join(path, '2026'));
    };
    await expect(read(folder, '2026/swim.fit')).rejects.toMatchObject({ kind: 'bad_input' });
  });

  it('reads up to the cap and not one byte more', async () => {
    const { folder } = await withRide();
    expect(await read(folder, 'ride.fit', 4)).toBe('ride');
    await expect(read(folder, 'ride.fit', 3)).rejects.toMatchObject({
      kind: 'bad_input',
      message: expect.stringContaining('is larger than'),
    });
  });

  it.skipIf(process.platform === 'win32')('waits for no pipe and reads no folder', async () => {
    const { folder, path } = await withRide();
    execFileSync('mkfifo', [join(path, 'pipe')]);
    for (const name of ['pipe', '2026']) {
      await expect(read(folder, name)).rejects.toMatchObject({ kind: 'bad_input' });
    }
  });

  it('says which folder it looked in and how to set another, also when the folder is not there', async () => {
    const { folder } = await withRide();
    await expect(read(folder, 'run.fit')).rejects.toMatchObject({
      kind: 'not_found',
      message: 'There is no file "run.fit" in ~/rides',
      next: expect.stringContaining('--files-dir'),
    });
    await rm(folder.path, { recursive: true });
    await expect(read(folder, 'ride.fit')).rejects.toMatchObject({ kind: 'not_found' });
  });
});

describe('saving', () => {
  const bytes = new TextEncoder().encode('new');

  it.skipIf(process.platform === 'win32')('makes the folder for its owner alone, and the file too', async () => {
    const { folder, path } = await world();
    const saved = await saveBelow(folder, 'ride.fit', bytes);
    expect(await readFile(saved, 'utf8')).toBe('new');
    expect((await stat(saved)).mode & 0o777).toBe(0o600);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it('never replaces a file, and leaves nothing else behind', async () => {
    const { folder, path } = await world();
    await saveBelow(folder, 'ride.fit', new TextEncoder().encode('old'));
    await saveBelow(folder, 'ride.fit', bytes);
    await saveBelow(folder, 'ride.fit', bytes);
    expect((await readdir(path)).sort()).toEqual(['ride-2.fit', 'ride-3.fit', 'ride.fit']);
    expect(await readFile(join(path, 'ride.fit'), 'utf8')).toBe('old');
  });

  it('gives twenty writers at once twenty files', async () => {
    const { folder, path } = await world();
    await Promise.all(Array.from({ length: 20 }, () => saveBelow(folder, 'ride.fit', bytes)));
    expect(await readdir(path)).toHaveLength(20);
  });

  it('does not write through a link that has the name', async () => {
    const { folder, path, base } = await world();
    await mkdir(path);
    await symlink(join(base, 'target'), join(path, 'ride.fit'));
    expect(await saveBelow(folder, 'ride.fit', bytes)).toMatch(/ride-2\.fit$/);
    await expect(stat(join(base, 'target'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('works on a disk without hard links, and replaces nothing there either', async () => {
    const { folder, path } = await world();
    meanwhile.link = () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' }));
    await saveBelow(folder, 'ride.fit', bytes);
    await saveBelow(folder, 'ride.fit', bytes);
    expect((await readdir(path)).sort()).toEqual(['ride-2.fit', 'ride.fit']);
  });

  it('says what is in the way, with the option that sets another folder', async () => {
    const { folder, path } = await world();
    await writeFile(path, 'a file');
    await expect(saveBelow(folder, 'ride.fit', bytes)).rejects.toMatchObject({
      kind: 'blocked',
      message: 'The server could not save a file in ~/rides: a file has its name',
      next: expect.stringContaining('--files-dir'),
    });
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says when it may not write', async () => {
    const { folder, path } = await world();
    await mkdir(path);
    await chmod(path, 0o500);
    await expect(saveBelow(folder, 'ride.fit', bytes)).rejects.toMatchObject({ kind: 'blocked' });
  });

  it('cleans up after a full disk and says so', async () => {
    const { folder, path } = await world();
    meanwhile.link = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    await expect(saveBelow(folder, 'ride.fit', bytes)).rejects.toMatchObject({
      message: expect.stringContaining('the disk is full'),
    });
    expect(await readdir(path)).toEqual([]);
  });
});
