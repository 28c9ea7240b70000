import * as z from '@core/mcp-kit/schema';
import type { StoreStatus } from '../store/index.ts';

/** How full the local copy of rides is, as an answer says it. */
export const cacheShape = {
  place: z.enum(['file', 'memory']),
  files: z.number(),
  derived: z.number(),
  size_mb: z.number(),
  limit_mb: z.number(),
};

export function cacheState({ place, files, derived, bytes, limitBytes }: StoreStatus) {
  const megabytes = (count: number) => Math.round(count / 104_857.6) / 10;
  return {
    place: place === 'memory' ? ('memory' as const) : ('file' as const),
    files,
    derived,
    size_mb: megabytes(bytes),
    limit_mb: megabytes(limitBytes),
  };
}
