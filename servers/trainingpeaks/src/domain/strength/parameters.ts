/** What sets of an exercise can be measured in, as the live catalogue and other clients have it. */
interface Parameter {
  readonly parameter: string;
  readonly title: string;
  readonly category: string;
  readonly unit: { readonly title: string; readonly abbreviation: string; readonly unit: string };
}

const known = (parameter: string, title: string, category: string, unit: string, abbreviation = ''): Parameter => ({
  parameter,
  title,
  category,
  unit: { title: unit, abbreviation, unit },
});

const PARAMETERS: readonly Parameter[] = [
  known('Reps', 'Reps', 'Reps', 'Reps'),
  known('RepsPerSide', 'Reps/side', 'RepsPerSide', 'Reps'),
  known('Duration', 'Duration', 'Duration', 'Seconds', 's'),
  known('DistanceMeters', 'Distance', 'Distance', 'Meters', 'm'),
  known('DistanceKm', 'Distance', 'Distance', 'Kilometers', 'km'),
  known('DistanceFt', 'Distance', 'Distance', 'Feet', 'ft'),
  known('DistanceYd', 'Distance', 'Distance', 'Yards', 'yd'),
  known('DistanceMiles', 'Distance', 'Distance', 'Miles', 'mi'),
  known('WeightKg', 'Weight', 'Weight', 'Kilograms', 'kg'),
  known('WeightLb', 'Weight', 'Weight', 'Pounds', 'lb'),
  known('WeightPerSideKg', 'Weight/side', 'WeightPerSide', 'Kilograms', 'kg'),
  known('WeightPerSideLb', 'Weight/side', 'WeightPerSide', 'Pounds', 'lb'),
  known('WeightPercentage', 'Weight', 'Weight', 'Percentage', '%'),
  known('HeightIn', 'Height', 'Height', 'Inches', 'in'),
  known('HeightCm', 'Height', 'Height', 'Centimeters', 'cm'),
  known('HeightM', 'Height', 'Height', 'Meters', 'm'),
  known('HeightFt', 'Height', 'Height', 'Feet', 'ft'),
  known('RPE', 'RPE', 'RPE', 'RPE'),
  known('Watts', 'Power', 'Power', 'Watts', 'W'),
  known('VelocityMetersPerSec', 'Velocity', 'Velocity', 'MetersPerSec', 'm/s'),
  known('Cals', 'Calories', 'Calories', 'Calories', 'cal'),
];

/** Names that a set may carry. */
export const parameterNames: readonly string[] = PARAMETERS.map(({ parameter }) => parameter);

/** A parameter for an exercise that does not declare it itself. */
export function parameterOf(name: string): Parameter | undefined {
  return PARAMETERS.find(({ parameter }) => parameter === name);
}

/** Reps and calories are whole numbers to the service, everything else is not. */
export function inputFormat(name: string): 'Integer' | 'Decimal' {
  return ['Reps', 'RepsPerSide', 'Cals'].includes(name) ? 'Integer' : 'Decimal';
}

/** What an exercise is measured in instead, where it is done side by side. */
const PER_SIDE: Readonly<Record<string, string>> = {
  Reps: 'RepsPerSide',
  WeightKg: 'WeightPerSideKg',
  WeightLb: 'WeightPerSideLb',
};

/** The name under which an exercise that declares `declared` knows a measure. */
export function fitted(name: string, declared: readonly string[]): string {
  const perSide = PER_SIDE[name];
  return perSide !== undefined && !declared.includes(name) && declared.includes(perSide) ? perSide : name;
}
