import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PrivateNote } from './coach-store.ts';
import { MEMORY } from './database.ts';
import { openCoachStore } from './open-coach-store.ts';

const folders: string[] = [];
const logged: string[] = [];
const key = new Uint8Array(32).fill(7);
const knee: PrivateNote = { athleteId: 'i45', day: '2026-10-14', text: 'knee pain, watch volume' };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'coach-store-'));
  folders.push(made);
  return made;
}

function open(place: string, { login = 'intervals i1', sealedWith = key } = {}) {
  return openCoachStore({
    place,
    key: async () => sealedWith,
    login: async () => login,
    log: { log: (_level, message) => logged.push(message) },
    now: () => new Date('2026-10-14T08:00:00Z'),
  });
}

afterEach(() => {
  logged.length = 0;
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe("the coach's store", () => {
  it('gives back what another process kept, oldest first', async () => {
    const place = join(folder(), 'deep', 'coach.db');
    const [first, second] = [open(place), open(place)];
    const id = await first.put('note', knee);
    await second.put('note', { ...knee, text: 'better' });
    expect(await first.list('note')).toEqual([
      { id, ...knee },
      { id: expect.any(String), ...knee, text: 'better' },
    ]);
    await first.close();
    await second.close();
  });

  it.skipIf(process.platform === 'win32')(
    'can be read by its owner only, and says nothing to who has the file',
    async () => {
      const place = join(folder(), 'coach', 'coach.db');
      const store = open(place);
      await store.put('note', knee);
      const files = readdirSync(join(place, '..'));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const path = join(place, '..', file);
        expect(statSync(path).mode & 0o077).toBe(0);
        const bytes = readFileSync(path, 'latin1');
        for (const word of ['knee', 'i45', '2026-10-14', 'intervals i1']) expect(bytes).not.toContain(word);
      }
      await store.close();
    },
  );

  it('keeps the records of another login apart', async () => {
    const place = join(folder(), 'coach.db');
    const [mine, theirs] = [open(place), open(place, { login: 'intervals i2' })];
    const id = await mine.put('note', knee);
    expect(await theirs.list('note')).toEqual([]);
    expect(await theirs.remove('note', id)).toBe(false);
    expect(await theirs.erase()).toBe(0);
    expect(await mine.list('note')).toHaveLength(1);
    await mine.close();
    await theirs.close();
  });

  it('adds once for one key, replaces by id, and removes', async () => {
    const store = open(MEMORY);
    const id = await store.put('note', knee, { key: 'a' });
    expect(await store.put('note', { ...knee, text: 'again' }, { key: 'a' })).toBe(id);
    expect(await store.list('note')).toEqual([{ id, ...knee }]);
    await store.put('note', { ...knee, text: 'gone' }, { id });
    expect(await store.list('note')).toEqual([{ id, ...knee, text: 'gone' }]);
    expect(await store.remove('note', id)).toBe(true);
    expect(await store.remove('note', id)).toBe(false);
    await expect(store.put('note', knee, { id })).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('does not use an id again, so that an old answer never names a new record', async () => {
    const store = open(MEMORY);
    const id = await store.put('note', knee);
    await store.remove('note', id);
    expect(await store.put('note', knee)).not.toBe(id);
  });

  it('erases everything of the login, and the bytes with it', async () => {
    const place = join(folder(), 'coach.db');
    const store = open(place);
    await store.put('note', knee);
    await store.put('alias', { athleteId: 'i45', name: 'Sarah' });
    expect(await store.erase()).toBe(2);
    expect(await store.list('note')).toEqual([]);
    await store.close();
  });

  it('refuses another key and changes nothing', async () => {
    const place = join(folder(), 'coach.db');
    const store = open(place);
    await store.put('note', knee);
    await store.close();
    const stranger = open(place, { sealedWith: new Uint8Array(32).fill(8) });
    await expect(stranger.put('note', knee)).rejects.toMatchObject({ kind: 'blocked' });
    const again = open(place);
    expect(await again.list('note')).toHaveLength(1);
    await again.close();
  });

  it('can be removed with all logins in it, also without the key', async () => {
    const place = join(folder(), 'coach.db');
    const store = open(place);
    await store.put('note', knee);
    await store.close();
    await open(place, { sealedWith: new Uint8Array(32).fill(8) }).destroy();
    expect(readdirSync(join(place, '..'))).toEqual([]);
  });

  it('moves a damaged file aside with a message, so that it can still be repaired', async () => {
    const place = join(folder(), 'coach.db');
    writeFileSync(place, 'no database at all, but long enough to be looked at as one'.repeat(50));
    const store = open(place);
    await store.put('note', knee);
    expect(logged).toEqual([expect.stringContaining('was kept')]);
    expect(readdirSync(join(place, '..')).some((name) => name.includes('damaged'))).toBe(true);
    await store.close();
  });

  it('notices a record that was altered or moved', async () => {
    const place = join(folder(), 'coach.db');
    const store = open(place);
    await store.put('note', knee);
    await store.put('note', { ...knee, text: 'other' });
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
    const thief = new DatabaseSync(place);
    thief.exec('UPDATE records SET sealed = (SELECT sealed FROM records WHERE id = 1) WHERE id = 2');
    thief.close();
    await expect(store.list('note')).rejects.toMatchObject({ kind: 'blocked' });
    await store.close();
  });
});
