import { chmodSync, closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** The place of a database that ends with its process. */
export const MEMORY = ':memory:';

/** Milliseconds that one process waits for another's write. */
const BUSY_MS = 5000;

/** Opens the database, making what is missing. Only its owner may read it: rides say where somebody lives. */
export function openDatabase(place: string): DatabaseSync {
  if (place !== MEMORY) {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    closeSync(openSync(place, 'a', 0o600));
    chmodSync(place, 0o600);
  }
  const database = new (sqlite().DatabaseSync)(place);
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    prepare(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function prepare(database: DatabaseSync): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  // Takes effect only before the first table.
  if (version === 0) database.exec('PRAGMA auto_vacuum = FULL');
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  if (version !== SCHEMA_VERSION) {
    database.exec(
      `BEGIN IMMEDIATE; DROP TABLE IF EXISTS files; DROP TABLE IF EXISTS derived; ${SCHEMA}
       PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`,
    );
  }
}

/** Removes a database with its side files. */
export function removeDatabase(place: string): void {
  if (place === MEMORY) return;
  for (const suffix of ['', '-wal', '-shm']) rmSync(place + suffix, { force: true });
}

/** Asked for here and not imported: a bundler would strip `node:`, and a start without rides need not load it. */
function sqlite(): typeof import('node:sqlite') {
  return process.getBuiltinModule('node:sqlite');
}
