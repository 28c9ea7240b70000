import type { Prompt } from '@core/mcp-kit';
import { athlete } from './athlete.ts';
import { coach } from './coach.ts';
import { setup } from './setup.ts';

/** Every prompt of the server. */
export const prompts: readonly Prompt[] = [...athlete, ...coach, ...setup];
