import { toolsFor } from '@core/mcp-kit';
import type { TrainingPeaksPort } from './client/index.ts';

/** `defineTool` of this server: names start with `tp_`, handlers see the port. */
export const defineTool = toolsFor<TrainingPeaksPort>()('tp');
