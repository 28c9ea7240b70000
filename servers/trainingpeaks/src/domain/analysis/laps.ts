import type { Cell } from '@core/mcp-kit';
import { wire } from '@core/mcp-kit/http';
import type { WireAnalysisLaps, WireLapStats } from '../../client/analysis/wire.ts';
import { km, kmPerHour } from '../si.ts';
import { quantityOf } from './quantity.ts';

/** Keys of a lap that say nothing about the effort, or say again what another one says. */
const unsaid = new Set([
  'id',
  'Source',
  'WorkoutStepIndex',
  'stopOffsetSeconds',
  'AveragePace',
  'LapTrigger',
  'MinimumHeartRate',
  'AverageAltitude',
  'MinimumAltitude',
  'MaximumAltitude',
]);

const first = ['name', 'start_s', 'elapsed_time_s', 'timer_time_s', 'moving_time_s', 'distance_km'];

/** Laps of the analysis service; each number under the unit that the service states for its column. */
export function analysisLaps({ data, columnMetadata }: WireAnalysisLaps): Record<string, Cell>[] {
  return data.map((lap) =>
    Object.fromEntries(
      Object.entries(lap).flatMap(([key, value]): [string, Cell][] => {
        if (unsaid.has(key)) return [];
        if (key === 'Name' || key === 'Intensity')
          return [[key.toLowerCase(), typeof value === 'string' ? value : null]];
        const read = wire.number.safeParse(value);
        if (!read.success || read.data === undefined) return [];
        if (key === 'startOffsetSeconds') return [['start_s', read.data]];
        return [inKilometres(quantityOf(key, unitOf(key, columnMetadata)), read.data)];
      }),
    ),
  );
}

/** Times are seconds also where the column says nothing. */
function unitOf(key: string, metadata: WireAnalysisLaps['columnMetadata']): string | null {
  return metadata[key]?.unit ?? (key.endsWith('Time') ? 's' : null);
}

function inKilometres({ name, convert }: ReturnType<typeof quantityOf>, value: number | null): [string, Cell] {
  const ours = value === null ? null : convert(value);
  return name === 'distance_m' ? ['distance_km', km(ours)] : [name, ours];
}

const seconds = (milliseconds: number | null) => (milliseconds === null ? null : milliseconds / 1000);

/** Laps of the main API, whose times are milliseconds. */
export function recordedLaps(laps: readonly WireLapStats[]): Record<string, Cell>[] {
  return laps.map((lap) => ({
    name: lap.name,
    start_s: seconds(lap.begin),
    elapsed_time_s: seconds(lap.elapsedTime),
    stopped_time_s: seconds(lap.stoppedTime),
    distance_km: km(lap.distance),
    average_power_w: lap.averagePower,
    np_w: lap.normalizedPowerActual,
    max_power_w: lap.maximumPower,
    average_hr_bpm: lap.averageHeartRate,
    max_hr_bpm: lap.maximumHeartRate,
    cadence_rpm: lap.averageCadence,
    average_speed_km_h: kmPerHour(lap.averageSpeed),
    ascent_m: lap.elevationGain,
    tss: lap.trainingStressScoreActual,
  }));
}

/** The columns that some lap fills, the usual ones first. */
export function lapColumns(laps: readonly Readonly<Record<string, Cell>>[]): string[] {
  return [...new Set([...first, ...laps.flatMap((lap) => Object.keys(lap))])];
}
