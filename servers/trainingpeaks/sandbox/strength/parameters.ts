import type { Row } from '../shape/body.ts';

type Spec = readonly [parameter: string, title: string, unit: string, abbreviation: string, category: string];

const EXERCISE: readonly Spec[] = [
  ['WeightLb', 'Weight', 'Pounds', 'lb', 'Weight'],
  ['WeightKg', 'Weight', 'Kilograms', 'kg', 'Weight'],
  ['WeightPerSideLb', 'Weight/side', 'Pounds', 'lb', 'WeightPerSide'],
  ['WeightPerSideKg', 'Weight/side', 'Kilograms', 'kg', 'WeightPerSide'],
  ['Reps', 'Reps', 'Reps', '', 'Reps'],
  ['RepsPerSide', 'Reps/side', 'Reps', '', 'RepsPerSide'],
  ['Duration', 'Duration', 'Seconds', 's', 'Duration'],
  ['DistanceMeters', 'Distance', 'Meters', 'm', 'Distance'],
  ['DistanceKm', 'Distance', 'Kilometers', 'km', 'Distance'],
  ['DistanceFt', 'Distance', 'Feet', 'ft', 'Distance'],
  ['DistanceYd', 'Distance', 'Yards', 'yd', 'Distance'],
  ['DistanceMiles', 'Distance', 'Miles', 'mi', 'Distance'],
  ['HeightIn', 'Height', 'Inches', 'in', 'Height'],
];

/** Let through although the catalogue does not have them. */
const UNLISTED = [
  'WeightPercentage',
  'HeightCm',
  'HeightM',
  'HeightFt',
  'RPE',
  'Watts',
  'VelocityMetersPerSec',
  'Cals',
];

const BLOCK: readonly Spec[] = [
  ['WeightLb', 'Total Weight', 'Pounds', 'lb', 'Weight'],
  ['WeightKg', 'Total Weight', 'Kilograms', 'kg', 'Weight'],
  ['Reps', 'Total Reps', 'Reps', '', 'Reps'],
  ['TimeSeconds', 'Total Time', 'Seconds', 's', 'Time'],
  ['TimeMin', 'Total Time', 'Minutes', 'min', 'Time'],
  ['DistanceMeters', 'Total Distance', 'Meters', 'm', 'Distance'],
];

const row = ([parameter, title, unit, abbreviation, category]: Spec, index: number): Row => ({
  parameter,
  title,
  category,
  id: String(60 + index),
  unit: { title: unit, abbreviation, unit },
});

export const EXERCISE_PARAMETERS = EXERCISE.map(row);
export const BLOCK_PARAMETERS = BLOCK.map(row);

export const KNOWN_PARAMETERS: ReadonlySet<string> = new Set([...EXERCISE.map(([name]) => name), ...UNLISTED]);

/** One of the catalogue by its name. */
export function parameterRow(name: string): Row {
  const found = EXERCISE_PARAMETERS.find(({ parameter }) => parameter === name);
  return (
    found ?? {
      parameter: name,
      title: name,
      category: name,
      id: '99',
      unit: { title: name, abbreviation: '', unit: name },
    }
  );
}
