import { toolsFor } from '@core/mcp-kit';
import type { Port } from './port.ts';

/** `defineTool` of this server: names start with `igp_`, handlers see the port. */
export const defineTool = toolsFor<Port>()('igp');
