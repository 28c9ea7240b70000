import * as z from '@core/mcp-kit/schema';
import { rows } from '../blocks.ts';

/** Nobody has captured an entry: whatever comes is kept, and what is a plain value is shown. */
export const wireNutrition = rows(z.looseObject({}));

export type WireNutrition = Readonly<Record<string, unknown>>;
