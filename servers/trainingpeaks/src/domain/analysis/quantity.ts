/** A unit of the analysis service in ours: the ending of a name, and what turns its number into ours. */
interface Unit {
  readonly suffix: string;
  readonly factor: number;
  readonly offset?: number;
}

const METRES_PER_MILE = 1609.344;

/** By the service's spelling in lower case. An account in miles is answered in miles: everything becomes metric here. */
const units: Readonly<Record<string, Unit>> = {
  w: { suffix: '_w', factor: 1 },
  'w/kg': { suffix: '_w_per_kg', factor: 1 },
  bpm: { suffix: '_bpm', factor: 1 },
  rpm: { suffix: '_rpm', factor: 1 },
  spm: { suffix: '_spm', factor: 1 },
  'km/h': { suffix: '_km_h', factor: 1 },
  kph: { suffix: '_km_h', factor: 1 },
  mph: { suffix: '_km_h', factor: METRES_PER_MILE / 1000 },
  'm/s': { suffix: '_km_h', factor: 3.6 },
  m: { suffix: '_m', factor: 1 },
  ft: { suffix: '_m', factor: 0.3048 },
  km: { suffix: '_km', factor: 1 },
  mi: { suffix: '_km', factor: METRES_PER_MILE / 1000 },
  c: { suffix: '_c', factor: 1 },
  '°c': { suffix: '_c', factor: 1 },
  f: { suffix: '_c', factor: 1 / 1.8, offset: -32 },
  '°f': { suffix: '_c', factor: 1 / 1.8, offset: -32 },
  '%': { suffix: '_pct', factor: 1 },
  kj: { suffix: '_kj', factor: 1 },
  kcal: { suffix: '_kcal', factor: 1 },
  'h:m:s': { suffix: '_s', factor: 1 },
  s: { suffix: '_s', factor: 1 },
  'm/h': { suffix: '_m_per_h', factor: 1 },
  nm: { suffix: '_nm', factor: 1 },
};

const shorter: readonly (readonly [RegExp, string])[] = [
  [/heart_rate/, 'hr'],
  [/^total_/, ''],
  [/maximum_/, 'max_'],
  [/minimum_/, 'min_'],
  [/normalized_power/, 'np'],
  [/calories/, 'burned'],
  [/trainingstressscore|training_stress_score/, 'tss'],
];

/** `AverageHeartRate` as we write names: `average_hr`. */
export function plainName(key: string): string {
  const snake = key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return shorter.reduce((name, [long, short]) => name.replace(long, short), snake);
}

/** A quantity of the analysis service: our name with its unit, and how its numbers become ours. */
export interface Quantity {
  readonly name: string;
  readonly convert: (value: number) => number;
}

/** The quantity of a key with the unit the service states; a unit we do not know stays readable in the name. */
export function quantityOf(key: string, unit: string | null): Quantity {
  const name = plainName(key);
  const known = units[(unit ?? '').trim().toLowerCase()];
  if (known !== undefined) {
    const { suffix, factor, offset = 0 } = known;
    return { name: name + suffix, convert: (value) => (value + offset) * factor };
  }
  const word = plainName(unit ?? '');
  // Ratios and scores: two decimals are all that they bear.
  return { name: word === '' ? name : `${name}_${word}`, convert: (value) => Math.round(value * 100) / 100 };
}
