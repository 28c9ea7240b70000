import { Failure } from '@core/mcp-kit';
import type { WorkoutBody } from '../../client/workouts/wire.ts';

/** A value of a workout that was done, as tools take it. */
interface Actual {
  readonly name: string;
  readonly key: string;
  /** Into the unit of the wire. */
  readonly toWire?: (value: number) => number;
  readonly max: number;
  readonly whole?: true;
}

const ACTUALS: readonly Actual[] = [
  { name: 'duration_minutes', key: 'totalTime', toWire: (minutes) => minutes / 60, max: 2880 },
  { name: 'distance_km', key: 'distance', toWire: (km) => km * 1000, max: 2000 },
  { name: 'tss', key: 'tssActual', max: 2000 },
  { name: 'tss_source_code', key: 'tssSource', max: 100, whole: true },
  { name: 'intensity_factor', key: 'if', max: 3 },
  { name: 'rpe', key: 'rpe', max: 10, whole: true },
  { name: 'feeling', key: 'feeling', max: 10, whole: true },
  { name: 'average_hr_bpm', key: 'heartRateAverage', max: 250 },
  { name: 'max_hr_bpm', key: 'heartRateMaximum', max: 250 },
  { name: 'average_power_w', key: 'powerAverage', max: 3000 },
  { name: 'normalized_power_w', key: 'normalizedPowerActual', max: 3000 },
  { name: 'average_cadence_rpm', key: 'cadenceAverage', max: 300 },
  { name: 'elevation_gain_m', key: 'elevationGain', max: 30_000 },
  { name: 'calories_kcal', key: 'calories', max: 30_000 },
  { name: 'energy_kj', key: 'energy', max: 100_000 },
];

/** What `actual` may name, for descriptions and refusals. */
export const actualNames: readonly string[] = ACTUALS.map(({ name }) => name);

/**
 * What was done, in the keys and units of the wire. The scales are 0 to 10; RPE 10 is the hardest.
 *
 * @throws Failure `bad_input` for a name that does not exist or a number out of its range.
 */
export function actualsPatch(actual: Readonly<Record<string, number>>): WorkoutBody {
  return Object.fromEntries(
    Object.entries(actual).map(([name, value]) => {
      const known = ACTUALS.find((each) => each.name === name);
      if (known === undefined) {
        throw new Failure('bad_input', `actual has no "${name.slice(0, 40)}"`, {
          next: `use ${actualNames.join(', ')}`,
        });
      }
      return [known.key, checked(known, value)];
    }),
  );
}

function checked({ name, max, whole, toWire }: Actual, value: number): number {
  if (value < 0 || value > max || (whole === true && !Number.isInteger(value))) {
    throw new Failure('bad_input', `actual.${name} is ${value}`, {
      next: `send a ${whole === true ? 'whole ' : ''}number from 0 to ${max}`,
    });
  }
  return toWire?.(value) ?? value;
}
