import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from '@core/mcp-kit';
import { MEMORY, openDatabase, removeDatabase } from './open-database.ts';

/** A database that is opened when first needed, and that heals. */
export interface Guard {
  /** What `use` gives, or `otherwise` when the database cannot do it; never throws for the database's sake. */
  readonly run: <T>(use: (database: DatabaseSync) => T, otherwise: T) => T;
  readonly close: () => void;
}

/** SQLite's codes for a damaged file and for something that is no database. */
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);

/** Opens `place` lazily; a damaged database is replaced by an empty one, with a message. */
export function guardDatabase(place: string, log: Logger): Guard {
  let open: DatabaseSync | undefined;
  const close = (): void => {
    open?.close();
    open = undefined;
  };
  const attempt = <T>(use: (database: DatabaseSync) => T): T => {
    open ??= openDatabase(place);
    return use(open);
  };
  const rebuild = (): void => {
    close();
    removeDatabase(place);
    log.log('warn', 'The local copy of rides was damaged and starts anew; nothing at iGPSport is lost');
  };
  return {
    close,
    run: (use, otherwise) => {
      try {
        return attempt(use);
      } catch (error) {
        try {
          if (place === MEMORY || !DAMAGED.has(codeOf(error) & 0xff)) throw error;
          rebuild();
          return attempt(use);
        } catch (second) {
          log.log('warn', 'The local copy of rides is not usable now; rides are fetched instead', {
            code: codeOf(second),
          });
          return otherwise;
        }
      }
    },
  };
}

/** The result code of SQLite, -1 for another error (a folder that may not be made). */
function codeOf(error: unknown): number {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode : -1;
}
