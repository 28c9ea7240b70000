import { createHash } from 'node:crypto';

/** Marks entries that this server made; the rest is a hash of what was asked for. */
const PREFIX = 'mcp-';

/**
 * The `external_id` of a new entry. The same request gives the same id, so that a repeated call finds the entry that the
 * first one made instead of doubling it.
 */
export function externalId(...parts: readonly (string | undefined)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${PREFIX}${digest.slice(0, 24)}`;
}
