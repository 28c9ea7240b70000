import { toolsFor } from '@core/mcp-kit';
import type { IntervalsPort } from './client/index.ts';

/** `defineTool` of this server: names start with `icu_`, handlers see the port. */
export const defineTool = toolsFor<IntervalsPort>()('icu');
