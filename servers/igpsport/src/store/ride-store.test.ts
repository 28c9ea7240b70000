import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createRideStore, type StoreOptions } from './ride-store.ts';

const folders: string[] = [];
const logged: string[] = [];
const key = (ride: string, account = 'cn:1') => ({ region: 'cn' as const, account, ride });

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'igp-store-'));
  folders.push(made);
  return made;
}

function open(options: Partial<StoreOptions> = {}) {
  let at = Date.parse('2026-11-21T00:00:00Z');
  return createRideStore({
    log: { log: (_level, message) => logged.push(message) },
    now: () => {
      at += 7_200_000;
      return new Date(at);
    },
    ...options,
  });
}

afterEach(() => {
  logged.length = 0;
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe('the store of rides', () => {
  it('gives back what another process kept, for that account and region only', () => {
    const place = join(folder(), 'deep', 'rides.db');
    const [first, second] = [open({ place }), open({ place })];
    first.keepFile(key('7'), Uint8Array.of(1, 2, 3));
    second.keepFile(key('8'), Uint8Array.of(4));
    expect(second.file(key('7'))).toEqual(Uint8Array.of(1, 2, 3));
    expect(first.file(key('8'))).toEqual(Uint8Array.of(4));
    expect(second.file(key('7', 'cn:2'))).toBeUndefined();
    expect(second.file({ ...key('7'), region: 'intl' })).toBeUndefined();
    first.close();
    second.close();
    expect(open({ place }).status()).toMatchObject({ place, files: 2, bytes: 4 });
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner only', () => {
    const place = join(folder(), 'cache', 'rides.db');
    const store = open({ place });
    store.keepFile(key('7'), Uint8Array.of(1));
    for (const suffix of ['', '-wal', '-shm']) expect(statSync(place + suffix).mode & 0o077).toBe(0);
    store.close();
  });

  it('keeps derivatives of one decoder version, and drops those of older ones', () => {
    const store = open();
    store.keepDerived(key('7'), 1, 'old');
    expect(store.derived(key('7'), 2)).toBeUndefined();
    store.keepDerived(key('7'), 2, 'new');
    expect(store.derived(key('7'), 1)).toBeUndefined();
    expect(store.derived(key('7'), 2)).toBe('new');
  });

  it('stays below its limit: the files that were not used for longest go first', () => {
    const store = open({ limitBytes: 1000 });
    for (const ride of ['1', '2', '3']) store.keepFile(key(ride), new Uint8Array(300));
    expect(store.file(key('1'))).toHaveLength(300);
    store.keepFile(key('4'), new Uint8Array(300));
    expect(['1', '2', '3', '4'].filter((ride) => store.file(key(ride)) !== undefined)).toEqual(['1', '3', '4']);
    store.keepFile(key('5'), new Uint8Array(5000));
    expect(store.status()).toMatchObject({ files: 3, bytes: 900 });
  });

  it('clears one account and says how many rides that were', () => {
    const store = open();
    store.keepFile(key('1'), new Uint8Array(3));
    store.keepDerived(key('1'), 1, 'x');
    store.keepDerived(key('2'), 1, 'x');
    store.keepFile(key('1', 'cn:2'), new Uint8Array(3));
    expect(store.clear('cn:1')).toBe(2);
    expect(store.status()).toMatchObject({ files: 1, derived: 0 });
    expect(store.clear()).toBe(1);
  });

  it('starts anew with a message when the database is damaged', () => {
    const place = join(folder(), 'rides.db');
    writeFileSync(place, 'no database at all, but long enough to be looked at as one'.repeat(50));
    const store = open({ place });
    expect(store.file(key('7'))).toBeUndefined();
    expect(logged).toEqual([expect.stringContaining('nothing at iGPSport is lost')]);
    store.keepFile(key('7'), Uint8Array.of(9));
    expect(store.file(key('7'))).toEqual(Uint8Array.of(9));
    store.close();
  });

  it('goes on without a copy where no folder can be made, and says so', () => {
    const blocked = join(folder(), 'file');
    writeFileSync(blocked, '');
    const store = open({ place: join(blocked, 'rides.db') });
    store.keepFile(key('7'), Uint8Array.of(9));
    expect(store.file(key('7'))).toBeUndefined();
    expect(logged[0]).toContain('not usable');
  });
});
