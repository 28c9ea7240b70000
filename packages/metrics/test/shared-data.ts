import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.env.SHARED_DIR ?? join(import.meta.dirname, '../../../../shared');

/**
 * The parsed JSON file of the reference data that lies beside the checkout (or in `SHARED_DIR`); `null`, with a printed
 * reason, where it is absent: nothing but these comparisons needs it.
 */
export function sharedData<T>(name: string): T | null {
  const path = join(root, 'data', name);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as T;
  process.stderr.write(`skipped: ${path} is not there; set SHARED_DIR to compare with the reference data\n`);
  return null;
}
