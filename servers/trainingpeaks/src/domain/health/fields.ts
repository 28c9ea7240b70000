/** A daily value whose id is known: our name (with unit, or scale and its direction) and the wire's. */
export interface HealthField {
  readonly name: string;
  /** What existing tools call it. */
  readonly alias?: string;
  readonly type: number;
  readonly label: string;
  readonly units: string;
  /** Closed range that the service takes. */
  readonly range: readonly [low: number, high: number];
  readonly whole?: boolean;
}

/** The eight values whose ids are known; others are learned from what an account holds. */
export const healthFields: readonly HealthField[] = [
  { name: 'weight_kg', alias: 'weight', type: 9, label: 'Weight', units: 'kg', range: [0, 1000] },
  { name: 'pulse_bpm', alias: 'pulse', type: 5, label: 'Pulse', units: 'bpm', range: [10, 200] },
  { name: 'hrv_ms', alias: 'hrv', type: 60, label: 'HRV', units: '', range: [0, 200] },
  { name: 'sleep_hours', alias: 'sleep', type: 6, label: 'Sleep', units: 'hours', range: [0, 72] },
  { name: 'spo2_pct', alias: 'spo2', type: 53, label: 'SPO2', units: '%', range: [0, 100] },
  { name: 'steps', type: 58, label: 'Steps', units: 'steps', range: [0, 1_000_000_000], whole: true },
  { name: 'rmr_kcal', alias: 'rmr', type: 15, label: 'RMR', units: 'kcal', range: [500, 5000] },
  {
    name: 'injury_1to10_10_is_healthy',
    alias: 'injury',
    type: 23,
    label: 'Injury',
    units: '',
    range: [1, 10],
    whole: true,
  },
];

/** Values that only an account's own label names: nobody tells their unit or scale. */
export function withoutUnit(columns: readonly string[]): string[] {
  const known = new Set(['date', ...healthFields.map(({ name }) => name)]);
  return columns.filter((name) => !known.has(name));
}

/** A label as we write names: `Time in Deep Sleep` is `time_in_deep_sleep`. */
export function labelName(label: string): string {
  return label
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}
