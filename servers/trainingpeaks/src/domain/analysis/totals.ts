import type { WireAnalysisSummary } from '../../client/analysis/wire.ts';
import { quantityOf } from './quantity.ts';

/** Totals of a recording under names that hold their units; `0` is data, what is null was not recorded and is left out. */
export function analysisTotals({ data }: WireAnalysisSummary): Record<string, number> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, { value, unit }]) => {
      const quantity = quantityOf(key, unit);
      return value === null ? [] : [[quantity.name, quantity.convert(value)] as const];
    }),
  );
}
