import type { Summary } from '../activity/model.ts';
import { distance, duration, table, words } from './text.ts';

const mostRows = 40;

/** Laps or sessions as a table; columns that no row fills are left out. */
export function lapTable(title: string, laps: readonly Summary[]): string[] {
  if (laps.length === 0) return [];
  const first = laps.find((lap) => lap.startMs !== null)?.startMs ?? 0;
  const isSessions = title === 'Sessions';
  const header = [
    title,
    'start',
    'timer',
    'distance',
    'power',
    'NP',
    'heart rate',
    'max',
    'cadence',
    'pace',
    'up',
    'trigger',
  ];
  const rows = laps
    .slice(0, mostRows)
    .map((lap, i) => [
      isSessions ? words(lap.sport ?? '?') : String(i + 1),
      lap.startMs === null ? '' : duration((lap.startMs - first) / 1000),
      seconds(lap.timerS ?? lap.elapsedS),
      lap.distanceM === null || lap.distanceM === 0 ? '' : distance(lap.distanceM),
      number(lap.avgPowerW),
      number(lap.normalizedPowerW),
      number(lap.avgHeartRateBpm),
      number(lap.maxHeartRateBpm),
      number(lap.avgCadenceRpm),
      pace(lap),
      number(lap.ascentM),
      words(lap.trigger ?? ''),
    ]);
  const rest = laps.length > mostRows ? [`  … and ${laps.length - mostRows} more`] : [];
  return [...table(header, rows).map((line, i) => (i === 0 ? line : `  ${line}`)), ...rest];
}

function seconds(value: number | null): string {
  return value === null ? '' : duration(value);
}

function number(value: number | null): string {
  return value === null ? '' : String(Math.round(value));
}

/** Runners read min/km, swimmers min/100 m, everybody else km/h. */
function pace({ sport, distanceM, timerS, avgSpeedMs }: Summary): string {
  const speed = avgSpeedMs ?? (distanceM !== null && timerS !== null && timerS > 0 ? distanceM / timerS : null);
  if (speed === null || speed < 0.1) return '';
  if (sport === 'running' || sport === 'walking' || sport === 'hiking') return `${duration(1000 / speed)} /km`;
  if (sport === 'swimming') return `${duration(100 / speed)} /100m`;
  return `${(speed * 3.6).toFixed(1)} km/h`;
}
