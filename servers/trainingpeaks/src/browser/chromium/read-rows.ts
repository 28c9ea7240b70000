import type { DatabaseSync } from 'node:sqlite';
import { WANTED } from '../wanted.ts';

/** The wanted cookie as a Chromium keeps it. */
export interface SealedCookie {
  readonly host: string;
  /** In clear, when the browser does not encrypt. */
  readonly value: string;
  readonly sealed: Uint8Array;
  readonly expires: Date | undefined;
}

/** Chromium counts from 1601; the division keeps its microseconds inside a safe integer. */
const QUERY = `
  SELECT host_key AS host, value, encrypted_value AS sealed, has_expires AS hasEnd,
         expires_utc / 1000000 - 11644473600 AS ends
  FROM cookies WHERE name = ? AND host_key IN (?, ?)
  ORDER BY expires_utc DESC`;

/** Asks for the wanted cookie alone: no other row leaves the database. */
export function readSealedCookies(database: DatabaseSync): readonly SealedCookie[] {
  return database
    .prepare(QUERY)
    .all(WANTED.name, ...WANTED.hosts)
    .map((row) => ({
      host: String(row.host),
      value: typeof row.value === 'string' ? row.value : '',
      sealed: row.sealed instanceof Uint8Array ? row.sealed : new Uint8Array(),
      expires: row.hasEnd === 1 ? new Date(Number(row.ends) * 1000) : undefined,
    }));
}
