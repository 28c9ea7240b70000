import type { Cell } from '@core/mcp-kit';
import type { WireNutrition } from '../../client/nutrition/wire.ts';
import { labelName } from './fields.ts';

/** Keys that name somebody or something instead of saying what was eaten. */
const unsaid = /(^|_)(id|url|photo|email|person|athlete|token|key)(_|$)/;

/** The plain values of a nutrition entry under plain names; nobody has described its form, so all are kept. */
export function nutritionRow(entry: WireNutrition): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]): [string, Cell][] => {
      const name = labelName(key.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));
      if (unsaid.test(name) || (typeof value === 'object' && value !== null)) return [];
      const cell = value === undefined ? null : (value as Cell);
      return [[name, typeof cell === 'string' && /^\d{4}-\d\d-\d\dT00:00:00$/.test(cell) ? cell.slice(0, 10) : cell]];
    }),
  );
}
