import { toolsFor } from '@core/mcp-kit';
import type { IgpsportPort } from './client/index.ts';

/** `defineTool` of this server: names start with `igp_`, handlers see the port. */
export const defineTool = toolsFor<IgpsportPort>()('igp');
