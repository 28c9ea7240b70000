import type { Cell } from '@core/mcp-kit';

/** Not amounts of the same thing, or of either sign. */
const left = new Set(['ftp_w', 'decoupling_pct', 'platform_load']);

/** `rpe_1to10`, `feel_1to5_1_is_strong`: a step of a scale is no amount, and its zero no nothing. */
const scale = /_\d+to\d+(_|$)/;

/** A share has no unit: with one in its name it would be converted like an amount. */
const unit = /_(km_h|s_per_km|s_per_\d+m|per_min|km|kj|bpm|m|s|w)$/;

/** Percent by which the highest value of a column exceeds the lowest, where at least two rows have it above 0. */
export function spreadsOf(rows: readonly Readonly<Record<string, Cell>>[]): Record<string, number> {
  const columns = [...new Set(rows.flatMap(Object.keys))].filter((name) => !left.has(name) && !scale.test(name));
  return Object.fromEntries(
    columns.flatMap((name) => {
      const values = rows.map((row) => row[name]).filter((value) => typeof value === 'number');
      const low = Math.min(...values);
      return values.length < 2 || !(low > 0)
        ? []
        : [[name.replace(unit, ''), Math.round(1000 * (Math.max(...values) / low - 1)) / 10]];
    }),
  );
}
