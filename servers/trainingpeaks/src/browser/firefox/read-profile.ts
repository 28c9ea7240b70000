import type { DatabaseSync } from 'node:sqlite';
import { withDatabaseCopy } from '../database-copy.ts';
import { type StoredCookie, WANTED } from '../wanted.ts';

/** Without a container first, then the one that lasts longest. */
const QUERY = `
  SELECT value, expiry FROM moz_cookies WHERE name = ? AND host IN (?, ?)
  ORDER BY originAttributes = '' DESC, expiry DESC`;

/** Firefox counted seconds and counts milliseconds since about version 142. */
const MILLISECONDS_FROM = 100_000_000_000;

/** The wanted cookies of one Firefox profile; all containers, because each may be signed in. */
export async function readFirefoxProfile(database: string): Promise<readonly StoredCookie[]> {
  return withDatabaseCopy(database, readRows);
}

function readRows(database: DatabaseSync): readonly StoredCookie[] {
  return database
    .prepare(QUERY)
    .all(WANTED.name, ...WANTED.hosts)
    .map(({ value, expiry }) => {
      const ends = Number(expiry);
      return { value: String(value), expires: new Date(ends < MILLISECONDS_FROM ? ends * 1000 : ends) };
    });
}
