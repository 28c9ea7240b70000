import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { Failure, type Logger } from '@core/mcp-kit';
import type { CoachKind, CoachRecords, CoachStore, Kept } from './coach-store.ts';
import { isDamaged, MEMORY, moveAside, openDatabase, removeDatabase } from './database.ts';
import { createSealer, type Sealer } from './sealer.ts';

export interface CoachStoreOptions {
  /** The database file, or `:memory:`. */
  readonly place: string;
  /** The key that records are sealed under, 32 bytes; asked for once. */
  readonly key: () => Promise<Uint8Array>;
  /** Whose records these are: the provider and the coach's id there. Another login sees none of them. */
  readonly login: () => Promise<string>;
  readonly log: Logger;
  readonly now: () => Date;
}

/** A store that is opened when it is first used. */
export function openCoachStore(options: CoachStoreOptions): CoachStore & { readonly close: () => Promise<void> } {
  let opened: Promise<Room> | undefined;
  const room = (): Promise<Room> => {
    opened ??= open(options).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const close = async (): Promise<void> => {
    const closing = opened;
    opened = undefined;
    (await closing?.catch(() => undefined))?.close();
  };
  return {
    list: async (kind) => (await room()).list(kind),
    put: async (kind, record, where = {}) => (await room()).put(kind, record, where),
    remove: async (kind, id) => (await room()).remove(kind, id),
    erase: async () => (await room()).erase(),
    destroy: async () => {
      await close();
      if (options.place !== MEMORY) removeDatabase(options.place);
    },
    close,
  };
}

async function open(options: CoachStoreOptions): Promise<Room> {
  const [key, login] = await Promise.all([options.key(), options.login()]);
  const sealer = createSealer(key);
  const database = openOrMoveAside(options);
  const room = new Room(database, sealer, sealer.nameOf(login));
  try {
    room.checkKey();
  } catch (error) {
    database.close();
    throw error;
  }
  return room;
}

function openOrMoveAside({ place, log, now }: CoachStoreOptions): DatabaseSync {
  try {
    return openDatabase(place);
  } catch (error) {
    if (place === MEMORY || !isDamaged(error)) throw unusable(error);
    const aside = moveAside(place, now());
    log.log('warn', "The coach's store was damaged and starts empty; the old file was kept", { file: aside });
    return openDatabase(place);
  }
}

function unusable(cause: unknown): Failure {
  return new Failure('blocked', "The coach's store on this machine cannot be opened", {
    next: 'look at the folder it is in: is the disk full, is it yours to write?',
    cause,
  });
}

const CHECK = 'check';

/** The records of one login in an open database. */
class Room {
  readonly #database: DatabaseSync;
  readonly #sealer: Sealer;
  readonly #login: string;

  constructor(database: DatabaseSync, sealer: Sealer, login: string) {
    this.#database = database;
    this.#sealer = sealer;
    this.#login = login;
  }

  /** Refuses to go on under another key: records sealed before would look lost, and new ones would be lost to the old key. */
  checkKey(): void {
    const rows = this.#database.prepare('SELECT sealed FROM check_value').all() as { sealed: Uint8Array }[];
    if (rows.length > 0 && rows.every(({ sealed }) => this.#sealer.open(sealed, CHECK) === undefined))
      throw new Failure('blocked', "The coach's store was sealed with another key; nothing was changed", {
        next: 'log in where the store was made, or erase it with `coach erase`',
      });
    this.#database
      .prepare('INSERT OR IGNORE INTO check_value (login, sealed) VALUES (?, ?)')
      .run(this.#login, this.#sealer.seal(CHECK, CHECK));
  }

  list<K extends CoachKind>(kind: K): readonly Kept<K>[] {
    const rows = this.#database
      .prepare('SELECT id, key, sealed FROM records WHERE login = ? AND kind = ? ORDER BY id')
      .all(this.#login, kind) as { id: number; key: string; sealed: Uint8Array }[];
    return rows.map(({ id, key, sealed }) => {
      const text = this.#sealer.open(sealed, this.#place(kind, key));
      if (text === undefined)
        throw new Failure(
          'blocked',
          `A ${kind} in the coach's store was altered and does not open; nothing was changed`,
          {
            next: 'restore the file from a backup, or erase the store with `coach erase`',
          },
        );
      return { id: String(id), ...(JSON.parse(text) as CoachRecords[K]) };
    });
  }

  put<K extends CoachKind>(kind: K, record: CoachRecords[K], where: { id?: string; key?: string }): string {
    return where.id === undefined ? this.#add(kind, record, where.key) : this.#replace(kind, record, where.id);
  }

  #add<K extends CoachKind>(kind: K, record: CoachRecords[K], repeatKey: string | undefined): string {
    const key = this.#sealer.nameOf(repeatKey ?? randomUUID());
    this.#database
      .prepare('INSERT OR IGNORE INTO records (login, kind, key, sealed) VALUES (?, ?, ?, ?)')
      .run(this.#login, kind, key, this.#seal(kind, key, record));
    const row = this.#database
      .prepare('SELECT id FROM records WHERE login = ? AND kind = ? AND key = ?')
      .get(this.#login, kind, key) as { id: number };
    return String(row.id);
  }

  #replace<K extends CoachKind>(kind: K, record: CoachRecords[K], id: string): string {
    const row = this.#database
      .prepare('SELECT key FROM records WHERE login = ? AND kind = ? AND id = ?')
      .get(this.#login, kind, id) as { key: string } | undefined;
    if (row === undefined)
      throw new Failure('not_found', `The coach's store has no ${kind} ${id}`, {
        next: 'list what it has and take an id from there',
      });
    this.#database
      .prepare('UPDATE records SET sealed = ? WHERE login = ? AND kind = ? AND id = ?')
      .run(this.#seal(kind, row.key, record), this.#login, kind, id);
    return id;
  }

  remove(kind: CoachKind, id: string): boolean {
    const { changes } = this.#database
      .prepare('DELETE FROM records WHERE login = ? AND kind = ? AND id = ?')
      .run(this.#login, kind, id);
    return changes > 0;
  }

  erase(): number {
    const { changes } = this.#database.prepare('DELETE FROM records WHERE login = ?').run(this.#login);
    this.#database.prepare('DELETE FROM check_value WHERE login = ?').run(this.#login);
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return Number(changes);
  }

  close(): void {
    this.#database.close();
  }

  #seal(kind: CoachKind, key: string, record: object): Uint8Array {
    return this.#sealer.seal(JSON.stringify(record), this.#place(kind, key));
  }

  #place(kind: string, key: string): string {
    return `${this.#login} ${kind} ${key}`;
  }
}
