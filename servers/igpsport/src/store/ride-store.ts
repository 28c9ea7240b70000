import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from '@core/mcp-kit';
import { guardDatabase } from './guard.ts';
import type { RideKey, RideStore, StoreStatus } from './index.ts';
import { MEMORY } from './open-database.ts';

export interface StoreOptions {
  /** Database file; default in memory. */
  readonly place?: string;
  /** Bytes of files and derivatives; the least recently used files go first. Default 512 MiB. */
  readonly limitBytes?: number;
  readonly log: Logger;
  readonly now: () => Date;
}

const LIMIT_BYTES = 512 * 1024 * 1024;
/** A full store is cleared down to this share, so that not every file that comes evicts one. */
const KEPT_SHARE = 0.9;
/** A use is noted at most this often: reading should not mean writing. */
const NOTED_MS = 3_600_000;

const WHERE = 'region = ? AND account = ? AND ride = ?';

/** The store in SQLite. Several processes may use one file. */
export function createRideStore({ place = MEMORY, limitBytes = LIMIT_BYTES, log, now }: StoreOptions): RideStore {
  const database = guardDatabase(place, log);
  const at = (): number => now().getTime();
  return {
    file: (key) => database.run((db) => readFile(db, key, at()), undefined),
    keepFile: (key, bytes) =>
      database.run((db) => {
        if (bytes.length > limitBytes * KEPT_SHARE) return;
        db.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)').run(
          ...cells(key),
          bytes.length,
          at(),
          bytes,
        );
        evict(db, limitBytes);
      }, undefined),
    derived: (key, version) =>
      database.run((db) => {
        const row = db.prepare(`SELECT text FROM derived WHERE ${WHERE} AND version = ?`).get(...cells(key), version);
        return row === undefined ? undefined : String(row.text);
      }, undefined),
    keepDerived: (key, version, text) =>
      database.run((db) => {
        db.prepare('INSERT OR REPLACE INTO derived VALUES (?, ?, ?, ?, ?, ?, ?)').run(
          ...cells(key),
          version,
          text.length,
          at(),
          text,
        );
        db.prepare(`DELETE FROM derived WHERE ${WHERE} AND version < ?`).run(...cells(key), version);
        evict(db, limitBytes);
      }, undefined),
    status: () =>
      database.run((db) => statusOf(db, place, limitBytes), {
        place: shown(place),
        files: 0,
        derived: 0,
        bytes: 0,
        limitBytes,
      }),
    clear: (account) => database.run((db) => clear(db, account), 0),
    close: database.close,
  };
}

function cells({ region, account, ride }: RideKey): [string, string, string] {
  return [region, account, ride];
}

function shown(place: string): string {
  return place === MEMORY ? 'memory' : place;
}

function readFile(db: DatabaseSync, key: RideKey, at: number): Uint8Array | undefined {
  const row = db.prepare(`SELECT bytes, used FROM files WHERE ${WHERE}`).get(...cells(key));
  if (row === undefined) return undefined;
  if (at - Number(row.used) > NOTED_MS) {
    db.prepare(`UPDATE files SET used = ? WHERE ${WHERE}`).run(at, ...cells(key));
  }
  return row.bytes as Uint8Array;
}

function totalsOf(db: DatabaseSync, table: 'files' | 'derived'): { rows: number; bytes: number } {
  const row = db.prepare(`SELECT count(*) AS rows, coalesce(sum(size), 0) AS bytes FROM ${table}`).get();
  return { rows: Number(row?.rows), bytes: Number(row?.bytes) };
}

function statusOf(db: DatabaseSync, place: string, limitBytes: number): StoreStatus {
  const files = totalsOf(db, 'files');
  const derived = totalsOf(db, 'derived');
  return {
    place: shown(place),
    files: files.rows,
    derived: derived.rows,
    bytes: files.bytes + derived.bytes,
    limitBytes,
  };
}

/** Files go before derivatives: these are small and spare the download as well. */
function evict(db: DatabaseSync, limitBytes: number): void {
  const total = totalsOf(db, 'files').bytes + totalsOf(db, 'derived').bytes;
  if (total <= limitBytes) return;
  let excess = total - limitBytes * KEPT_SHARE;
  for (const table of ['files', 'derived'] as const) {
    const oldest = db.prepare(`SELECT rowid AS id, size FROM ${table} ORDER BY used, rowid`).all();
    const drop = db.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
    for (const { id, size } of oldest) {
      if (excess <= 0) return;
      drop.run(Number(id));
      excess -= Number(size);
    }
  }
}

function clear(db: DatabaseSync, account: string | undefined): number {
  const [where, args] = account === undefined ? ['', []] : ['WHERE account = ?', [account]];
  const rides = db
    .prepare(
      `SELECT count(*) AS rides FROM (SELECT region, account, ride FROM files ${where}
       UNION SELECT region, account, ride FROM derived ${where})`,
    )
    .get(...args, ...args);
  for (const table of ['files', 'derived']) db.prepare(`DELETE FROM ${table} ${where}`).run(...args);
  return Number(rides?.rides);
}
