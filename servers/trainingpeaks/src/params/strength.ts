import * as z from '@core/mcp-kit/schema';

/** Blocks by example: the handler holds them against the grammar and answers with the form that works. */
export const blocks = z
  .array(z.unknown())
  .describe('["warmup: Plank 2x45s","Squat 5,5,3 @60,65,70kg; note","superset: Pull Up 3x8 + Lunge 3x10/side RPE 7"]');
export const instructions = z.optional(z.string().max(10_000));
