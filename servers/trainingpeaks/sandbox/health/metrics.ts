import { seedOf } from '@core/sandbox';
import { addDays, type WellnessDay } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';

/** What is measured day by day: by the watch, and typed in. */
export interface Health {
  /** The points of a day, what was written after what was measured. */
  day(day: string): Row | undefined;
  /** Appends points. There is no way to take one back. */
  add(day: string, details: readonly Row[]): Row;
}

export interface MetricType {
  readonly label: string;
  readonly units: string;
  readonly min: number;
  readonly max: number;
}

/** What can be written. */
export const METRIC_TYPES: ReadonlyMap<number, MetricType> = new Map([
  [5, { label: 'Pulse', units: 'bpm', min: 10, max: 200 }],
  [6, { label: 'Sleep Hours', units: 'hours', min: 0, max: 72 }],
  [9, { label: 'Weight', units: 'kg', min: 0, max: 1000 }],
  [15, { label: 'RMR', units: 'kcal', min: 500, max: 5000 }],
  [23, { label: 'Injury', units: '', min: 1, max: 10 }],
  [53, { label: 'SPO2', units: '%', min: 0, max: 100 }],
  [58, { label: 'Steps', units: 'steps', min: 0, max: 1_000_000_000 }],
  [60, { label: 'HRV', units: '', min: 0, max: 200 }],
]);

/** Labels whose real ids nobody published: ids above 100, so that nobody takes them for real ones. */
const UNPUBLISHED = {
  bodyBattery: [101, 'Body Battery'],
  stress: [102, 'Stress Level'],
  sleepQuality: [103, 'Sleep Quality'],
  fatigue: [104, 'Fatigue'],
  mood: [105, 'Mood'],
  soreness: [106, 'Soreness'],
  deepSleep: [107, 'Time in Deep Sleep'],
  remSleep: [108, 'Time in REM Sleep'],
} as const;

export function createHealth(record: AthleteRecord): Health {
  const written = new Map<string, Row[]>();
  const { simulated } = record.person;
  const trained = simulated.sessions.length > 0;
  const measured = (day: string): Row[] => {
    if (!trained || day < simulated.firstDay || day > simulated.today) return [];
    return pointsOf(simulated.wellness(day));
  };
  const body = (day: string): Row | undefined => {
    const details = [...measured(day), ...(written.get(day) ?? [])];
    if (details.length === 0) return undefined;
    const id = seedOf('metric', record.id, day);
    return {
      id: `${id.toString(16).padStart(8, '0')}-0000-4000-8000-${String(record.id).padStart(12, '0')}`,
      athleteId: record.id,
      timeStamp: `${day}T00:00:00`,
      details: details.map((detail) => ({ parentId: id % 1_000_000, ...detail })),
    };
  };
  return {
    day: body,
    add(day, details) {
      written.set(day, [...(written.get(day) ?? []), ...details]);
      return body(day) ?? {};
    },
  };
}

export function point(type: number, label: string, value: unknown, time: string, uploadClient: string | null): Row {
  return { type, label, value, time, modifiedTime: null, uploadClient, isPotentiallyNegative: false };
}

function pointsOf(day: WellnessDay): Row[] {
  const watch = (key: keyof typeof UNPUBLISHED, value: unknown) =>
    point(UNPUBLISHED[key][0], UNPUBLISHED[key][1], value, `${day.day}T06:31:00`, 'Garmin Connect');
  const known = (type: number, value: number, time: string) =>
    point(type, METRIC_TYPES.get(type)?.label ?? '', value, `${day.day}T${time}`, 'Garmin Connect');
  const hours = day.sleepSeconds === undefined ? undefined : day.sleepSeconds / 3600;
  return [
    day.restingHr !== undefined && known(5, day.restingHr, '06:31:00'),
    hours !== undefined && known(6, Math.round(hours * 100) / 100, '06:31:00'),
    day.weightKg !== undefined && known(9, day.weightKg, '07:00:00'),
    day.hrvMs !== undefined && known(60, day.hrvMs, '06:31:00'),
    day.steps !== undefined && known(58, day.steps, '23:59:00'),
    day.sleepScore !== undefined && watch('bodyBattery', [day.sleepScore - 60, day.sleepScore, day.sleepScore - 28]),
    day.stress !== undefined && watch('stress', [10 * day.stress, 25 * day.stress, 16 * day.stress]),
    day.sleepQuality !== undefined && watch('sleepQuality', 6 - day.sleepQuality),
    day.fatigue !== undefined && watch('fatigue', day.fatigue),
    day.mood !== undefined && watch('mood', 6 - day.mood),
    day.soreness !== undefined && watch('soreness', day.soreness),
    hours !== undefined && watch('deepSleep', Math.round(hours * 18) / 100),
    hours !== undefined && watch('remSleep', Math.round(hours * 21) / 100),
  ].filter((each) => each !== false);
}

/** The days of a window that have points. */
export function daysWithPoints(record: AthleteRecord, from: string, to: string): Row[] {
  const rows: Row[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const row = record.health.day(day);
    if (row) rows.push(row);
  }
  return rows;
}
