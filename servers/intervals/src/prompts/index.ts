import type { Prompt } from '@core/mcp-kit';
import { analysis } from './analysis.ts';
import { planning } from './planning.ts';
import { setup } from './setup.ts';

/** Every prompt of the server. */
export const prompts: readonly Prompt[] = [...planning, ...analysis, ...setup];
