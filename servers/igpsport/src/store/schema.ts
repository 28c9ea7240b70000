/** Raised when tables change; a database of another number is rebuilt. */
export const SCHEMA_VERSION = 1;

/** `size` lies before the bytes, so that adding sizes up reads no file. */
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS files (
    region TEXT NOT NULL, account TEXT NOT NULL, ride TEXT NOT NULL,
    size INTEGER NOT NULL, used INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (region, account, ride)
  );
  CREATE INDEX IF NOT EXISTS files_used ON files (used, size);
  CREATE TABLE IF NOT EXISTS derived (
    region TEXT NOT NULL, account TEXT NOT NULL, ride TEXT NOT NULL, version INTEGER NOT NULL,
    size INTEGER NOT NULL, used INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (region, account, ride, version)
  );
  CREATE INDEX IF NOT EXISTS derived_used ON derived (used, size);
`;
