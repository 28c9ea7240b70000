import { homedir } from 'node:os';
import { join } from 'node:path';
import { MEMORY } from './open-database.ts';

/** The database for a `cacheDir` setting. Without one it is where the older server for iGPSport kept its files. */
export function placeOf(cacheDir: string | undefined): string {
  if (cacheDir === MEMORY) return MEMORY;
  return join(cacheDir ?? join(homedir(), '.cache', 'igpsport-mcp'), 'rides.db');
}
