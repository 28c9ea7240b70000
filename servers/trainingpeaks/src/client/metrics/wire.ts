import { wire } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { day, integer, list, rows, text } from '../blocks.ts';

/** A number, or `[least, most, mean]` of a day for stress and body battery; null when nothing was recorded. */
const value = z
  .optional(z.union([wire.number, wire.numbers]))
  .transform((read): number | readonly (number | null)[] | null => read ?? null);

/** One value. `type` and `label` travel together, which is how ids that nobody published are learned. */
export const wireMetric = z.object({ type: integer, label: text, value, time: text, uploadClient: text });

export type WireMetric = z.output<typeof wireMetric>;

export const wireMetricDay = z.object({ timeStamp: day, details: list(wireMetric) });

export const wireMetricDays = rows(wireMetricDay);

export type WireMetricDay = z.output<typeof wireMetricDay>;

/** A value as it is written; `formatedUnits` is spelled as the service spells it. */
export interface MetricBody {
  readonly type: number;
  readonly label: string;
  readonly value: number;
  /** `YYYY-MM-DDTHH:MM:SS`, local. */
  readonly time: string;
  readonly units: string;
  readonly min: number;
  readonly max: number;
}
