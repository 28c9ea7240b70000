import type { Capability } from '@core/mcp-kit/catalogue';
import { better } from './better.ts';
import { existing } from './existing.ts';

/** Every row of the feature list of the existing server (its 85 tools), and of what a better one does. */
export const capabilities: readonly Capability[] = [...existing, ...better];
