import { rowsShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';

/** A table inside an answer that holds more than one. */
export const table = z.object(rowsShape);
