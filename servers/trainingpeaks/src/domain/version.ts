import { createHash } from 'node:crypto';

/** A short hash of what was read: a preview is void when it changes. */
export function versionOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
