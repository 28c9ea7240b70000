/**
 * How quantities look to a reader. The domain computes in metric units under names that end in the unit; {@link present}
 * rounds, and renames and converts for an account that uses miles, feet and pounds. One table, so that a unit never
 * depends on which tool was asked.
 */
interface Unit {
  readonly digits: number;
  /** The same quantity in an imperial account. */
  readonly imperial?: {
    readonly suffix: string;
    readonly factor: number;
    readonly offset?: number;
    readonly digits: number;
  };
}

const KM_PER_MILE = 1.609344;

/** Longest suffix first: `pace_s_per_km` is a pace, not a distance. */
const units: readonly (readonly [suffix: string, unit: Unit])[] = [
  ['_s_per_100m', { digits: 1, imperial: { suffix: '_s_per_100yd', factor: 0.9144, digits: 1 } }],
  ['_s_per_500m', { digits: 1 }],
  ['_s_per_km', { digits: 0, imperial: { suffix: '_s_per_mi', factor: KM_PER_MILE, digits: 0 } }],
  ['_w_per_kg', { digits: 2 }],
  ['_km_h', { digits: 1, imperial: { suffix: '_mph', factor: 1 / KM_PER_MILE, digits: 1 } }],
  ['_kcal', { digits: 0 }],
  ['_bpm', { digits: 0 }],
  ['_rpm', { digits: 0 }],
  ['_spm', { digits: 0 }],
  ['_pct', { digits: 1 }],
  ['_deg', { digits: 5 }],
  ['_kj', { digits: 1 }],
  ['_km', { digits: 2, imperial: { suffix: '_mi', factor: 1 / KM_PER_MILE, digits: 2 } }],
  ['_kg', { digits: 1, imperial: { suffix: '_lb', factor: 1 / 0.45359237, digits: 1 } }],
  ['_cm', { digits: 1, imperial: { suffix: '_in', factor: 1 / 2.54, digits: 1 } }],
  ['_ms', { digits: 1 }],
  ['_w', { digits: 0 }],
  ['_c', { digits: 1, imperial: { suffix: '_f', factor: 1.8, offset: 32, digits: 1 } }],
  ['_m', { digits: 0, imperial: { suffix: '_ft', factor: 1 / 0.3048, digits: 0 } }],
  ['_s', { digits: 0 }],
];

/** Numbers whose names carry no unit: load points a day, and ratios. */
const points: Readonly<Record<string, number>> = {
  load: 1,
  ctl: 1,
  atl: 1,
  form: 1,
  ramp: 1,
  own_ctl: 1,
  own_atl: 1,
  own_form: 1,
  projected_ctl: 1,
  projected_atl: 1,
  projected_form: 1,
  variability_index: 2,
  efficiency_factor: 2,
  monotony: 2,
  largest_difference: 2,
  polarization_index: 2,
  r2: 3,
  trimp: 0,
  strain_score: 0,
};

export type UnitSystem = 'metric' | 'imperial';

/**
 * A copy of an answer in the account's units: numbers rounded to what their unit can bear, and with `imperial` every
 * metric name and number replaced by its twin. Tables (`columns` and `rows`) are converted by column.
 */
export function present<T>(answer: T, system: UnitSystem): T {
  return walk(answer, system) as T;
}

/** The name under which {@link present} shows a quantity. */
export function presentedName(name: string, system: UnitSystem): string {
  const match = unitOf(name);
  if (system === 'metric' || match?.unit.imperial === undefined) return name;
  return name.slice(0, -match.suffix.length) + match.unit.imperial.suffix;
}

function walk(node: unknown, system: UnitSystem): unknown {
  if (Array.isArray(node)) return node.map((item) => walk(item, system));
  if (typeof node !== 'object' || node === null) return node;
  if (isTable(node))
    return { ...(walkMembers({ ...node, columns: [], rows: [] }, system) as object), ...walkTable(node, system) };
  return walkMembers(node as Record<string, unknown>, system);
}

function walkMembers(node: Readonly<Record<string, unknown>>, system: UnitSystem): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) {
    out[presentedName(name, system)] = walkValue(name, value, system);
  }
  return out;
}

function walkValue(name: string, value: unknown, system: UnitSystem): unknown {
  if (typeof value === 'number') return show(name, value, system);
  if (Array.isArray(value) && value.every((item) => typeof item === 'number' || item === null)) {
    return value.map((item) => (item === null ? null : show(name, item, system)));
  }
  return walk(value, system);
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

function isTable(node: object): node is Table {
  return 'columns' in node && 'rows' in node && Array.isArray(node.columns) && Array.isArray(node.rows);
}

function walkTable({ columns, rows }: Table, system: UnitSystem): Table {
  return {
    columns: columns.map((column) => presentedName(column, system)),
    rows: rows.map((row) => row.map((cell, i) => (typeof cell === 'number' ? show(columns[i]!, cell, system) : cell))),
  };
}

function show(name: string, number: number, system: UnitSystem): number {
  const unit = unitOf(name)?.unit;
  const imperial = system === 'imperial' ? unit?.imperial : undefined;
  if (imperial !== undefined) return rounded(number * imperial.factor + (imperial.offset ?? 0), imperial.digits);
  const digits = unit?.digits ?? points[name];
  return digits === undefined ? number : rounded(number, digits);
}

function unitOf(name: string): { readonly suffix: string; readonly unit: Unit } | undefined {
  const found = units.find(([suffix]) => name.endsWith(suffix) || name === suffix.slice(1));
  return found && { suffix: found[0], unit: found[1] };
}

function rounded(number: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(number * scale) / scale;
}
