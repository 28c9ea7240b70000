import type { ProviderCommand } from '@core/mcp-kit';
import type { Port } from '../port.ts';

/** `cache status|clear` on the command line: what the two tools of the same name do for a model. */
export const cacheCommand: ProviderCommand<Port> = {
  name: 'cache',
  operands: '[status|clear]',
  summary: 'Show how large the local copy of rides is, or drop it',
  asks: true,
  load: async () => (await import('./run-cache.ts')).runCache,
};
