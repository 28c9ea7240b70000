import { chmodSync, closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/** The place of a store that ends with its process: the demo's. */
export const MEMORY = ':memory:';

/** Milliseconds that one process waits for another's write. */
const BUSY_MS = 5000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS records (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    login TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (login, kind, key)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS check_value (login TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT;`;

/** Opens the database, making what is missing; only its owner may read it. @throws Error of SQLite or of the file system. */
export function openDatabase(place: string): DatabaseSync {
  if (place !== MEMORY) {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    closeSync(openSync(place, 'a', 0o600));
    chmodSync(place, 0o600);
  }
  const database = new (process.getBuiltinModule('node:sqlite').DatabaseSync)(place);
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON; ${SCHEMA}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** SQLite's codes for a damaged file and for something that is no database. */
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);

/** Whether the file itself is broken, and not the disk full or another process busy. */
export function isDamaged(error: unknown): boolean {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' && DAMAGED.has(errcode & 0xff);
}

/** The database and its side files. */
const SUFFIXES = ['', '-wal', '-shm'];

/** Removes a database. */
export function removeDatabase(place: string): void {
  for (const suffix of SUFFIXES) rmSync(place + suffix, { force: true });
}

/** Moves a damaged database out of the way, with its side files, and says where to: it may still be repaired. */
export function moveAside(place: string, at: Date): string {
  const aside = `${place}.damaged-${at.toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const suffix of SUFFIXES)
    try {
      renameSync(place + suffix, aside + suffix);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    }
  return aside;
}
