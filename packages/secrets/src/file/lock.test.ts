import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../test/support/failure.ts';
import { type TemporaryFolders, temporaryFolders } from '../../test/support/temporary-store.ts';
import { removeStale, withLock } from './lock.ts';

let folders: TemporaryFolders;
let path: string;
beforeEach(async () => {
  folders = await temporaryFolders();
  path = join(folders.directories.config, 'x.lock');
  await mkdir(dirname(path), { recursive: true });
});
afterEach(() => folders.remove());

const SHORT = { wait: 150, stale: 60_000 };
const locked = (work: () => Promise<unknown> = async () => 'done', times = SHORT) =>
  withLock(path, { home: folders.directories.home, platform: 'linux' }, work, times);
const leave = (holder: unknown) => writeFile(path, typeof holder === 'string' ? holder : JSON.stringify(holder));
const DEAD_PID = 2 ** 22 + 1;

describe('withLock', () => {
  it('runs one at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await delay(5);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => locked(work, { wait: 10_000, stale: 60_000 })));
    expect(most).toBe(1);
    expect(await readdir(dirname(path))).toEqual([]);
  });

  it('is released when the work throws', async () => {
    expect(await failure(locked(() => Promise.reject(new Error('no'))))).toMatchObject({ message: 'no' });
    expect(await locked()).toBe('done');
  });

  it('gives up after its wait while the holder lives, and says how to go on', async () => {
    await leave({ pid: process.pid, host: hostname(), token: 'x' });
    expect(await failure(locked())).toMatchObject({
      kind: 'locked',
      next: expect.stringContaining('rm ~/.config/app/x.lock'),
    });
    expect(JSON.parse(await readFile(path, 'utf8')).token).toBe('x');
  });

  it('takes over from a process that is dead', async () => {
    await leave({ pid: DEAD_PID, host: hostname(), token: 'x' });
    expect(await locked()).toBe('done');
  });

  it('does not judge a pid of another host, and takes over only when that lock is old', async () => {
    await leave({ pid: DEAD_PID, host: 'another-container', token: 'x' });
    expect(await failure(locked())).toMatchObject({ kind: 'locked' });
    await utimes(path, new Date(Date.now() - 61_000), new Date(Date.now() - 61_000));
    expect(await locked()).toBe('done');
  });

  it('waits for a lock that is being written at this moment, and takes it over when it stays that way', async () => {
    await leave('');
    expect(await failure(locked())).toMatchObject({ kind: 'locked' });
    await utimes(path, new Date(0), new Date(0));
    expect(await locked()).toBe('done');
  });

  it('lets one of many take over from a dead process at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await delay(2);
      inside -= 1;
    };
    for (let round = 0; round < 10; round += 1) {
      await leave({ pid: DEAD_PID, host: hostname(), token: 'x' });
      await Promise.all(Array.from({ length: 10 }, () => locked(work, { wait: 10_000, stale: 60_000 })));
    }
    expect(most).toBe(1);
  });

  it('looks again before it removes a dead lock: a faster process may have replaced it', async () => {
    const held = JSON.stringify({ pid: process.pid, host: hostname(), token: 'of the faster one' });
    await leave(held);
    await removeStale(path, { home: '', platform: 'linux' }, 60_000);
    expect(await readFile(path, 'utf8')).toBe(held);
  });

  it('is not stopped by a process that died while removing a dead lock', async () => {
    await leave({ pid: DEAD_PID, host: hostname(), token: 'x' });
    await writeFile(`${path}.break`, '');
    await utimes(`${path}.break`, new Date(0), new Date(0));
    expect(await locked()).toBe('done');
  });

  it('tells a holder that was halted too long before it overwrites anything', async () => {
    const work = withLock(path, { home: '', platform: 'linux' }, async (stillMine) => {
      await stillMine();
      await leave({ pid: process.pid, host: hostname(), token: 'someone else' });
      await stillMine();
    });
    expect(await failure(work)).toMatchObject({ kind: 'locked', message: expect.stringContaining('took over') });
    expect(await readFile(path, 'utf8')).toContain('someone else');
  });

  it('is refreshed while the work lasts', async () => {
    const work = locked(() => delay(1_200), { wait: 50, stale: 500 });
    await delay(1_000);
    expect(await failure(locked(async () => 'stolen', { wait: 20, stale: 500 }))).toMatchObject({ kind: 'locked' });
    await work;
  });
});
