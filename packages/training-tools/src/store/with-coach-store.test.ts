import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Athlete, type Connection, Failure, type LocalData } from '@core/mcp-kit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { withCoachStore } from './with-coach-store.ts';

const scope = { signal: new AbortController().signal, mayWrite: () => false };

/** A connection of whoever `who` says, and how often the platform was asked who that is. */
function connected(local: LocalData | undefined, who = { id: 'i1' }) {
  const logged: string[] = [];
  const asked = { self: 0 };
  const athlete = (id: string): Athlete => ({
    id,
    name: `Name ${id}`,
    timeZone: 'UTC',
    units: 'metric',
    isSelf: id === who.id,
  });
  const connection: Connection<{ readonly own: string }> = {
    port: () => ({ own: 'client' }),
    athletes: () => ({
      self: async () => {
        asked.self += 1;
        return athlete(who.id);
      },
      list: async () => [athlete('i1'), athlete('i2')],
    }),
    check: async () => ({ athleteId: 'i1', athleteName: 'x', facts: [] }),
  };
  const log = { log: (_level: string, message: string) => logged.push(message) };
  const wrapped = withCoachStore(connection, { log, now: () => new Date(0), ...(local !== undefined && { local }) });
  return { ...wrapped, coach: wrapped.port(scope).coach, logged, asked };
}

function machine(key = async () => new Uint8Array(32).fill(3)) {
  const folder = mkdtempSync(join(tmpdir(), 'with-coach-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const keys: string[] = [];
  const counted = (name: string) => {
    keys.push(name);
    return key();
  };
  return { folder, keys, local: { folder, key: counted } };
}

describe('a connection with a store', () => {
  it('makes no file, no key and no request before something is kept', async () => {
    const { local, folder, keys } = machine();
    const { coach, athletes, asked } = connected(local);
    expect(await coach.list('note')).toEqual([]);
    expect(await coach.erase()).toBe(0);
    await athletes(scope).list();
    expect([keys, readdirSync(folder), asked.self]).toEqual([[], [], 0]);
    await coach.put('style', { targets: 'zone' });
    expect(keys).toEqual(['COACH_KEY']);
    expect(readdirSync(folder)).toContain('coach.db');
  });

  it('keeps the client of the server as it is', () => {
    expect(connected(undefined).port(scope).own).toBe('client');
  });

  it('shows nothing of one login to another of the same process', async () => {
    const { local } = machine();
    const who = { id: 'i1' };
    const { coach } = connected(local, who);
    await coach.put('style', { targets: 'zone' });
    who.id = 'i2';
    expect(await coach.list('style')).toEqual([]);
    who.id = 'i1';
    expect(await coach.list('style')).toHaveLength(1);
  });

  it('lets athletes answer to what the coach calls them', async () => {
    const { coach, athletes } = connected(machine().local);
    await coach.put('alias', { athleteId: 'i2', name: 'Sarah' });
    const listed = await athletes(scope).list();
    expect(listed.map(({ aliases }) => aliases)).toEqual([undefined, ['Sarah']]);
  });

  it('lists athletes also when the store cannot be opened, and says so in the log', async () => {
    const there = machine();
    await connected(there.local).coach.put('style', { targets: 'zone' });
    const key = async () => Promise.reject(new Failure('auth', 'locked', { next: 'unlock' }));
    const { athletes, logged } = connected({ folder: there.folder, key });
    expect(await athletes(scope).list()).toHaveLength(2);
    expect(logged).toEqual([expect.stringContaining('aliases could not be read')]);
  });

  it('has recipes to try where nothing may stay', async () => {
    const { coach } = connected(undefined);
    expect((await coach.list('recipe')).length).toBeGreaterThan(1);
  });
});
