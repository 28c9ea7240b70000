import { addDays, type Day, daysBetween } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import { unprocessable } from '../shape/refusal.ts';

/** A named window of days, both ends included. */
export interface CurveWindow {
  readonly id: string;
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
  /** Which fatigued curve is asked for. */
  readonly after: 'kj0' | 'kj1' | undefined;
}

/** Reads `90d,1y,s0,all,r.2023-10-01.2023-10-31,90d-kj1`; the last year when nothing is asked. */
export function windowsOf(record: AthleteRecord, curves: string | null, today: Day): CurveWindow[] {
  return (curves === null || curves === '' ? '1y' : curves).split(',').map((id) => windowOf(record, id.trim(), today));
}

function windowOf(record: AthleteRecord, id: string, today: Day): CurveWindow {
  const [, name, after] = /^(.*?)(?:-(kj[01]))?$/.exec(id)!;
  const base = { id, after: after as 'kj0' | 'kj1' | undefined };
  const recent = /^(\d+)([dwmy])$/.exec(name!);
  if (recent) {
    const days = Number(recent[1]) * { d: 1, w: 7, m: 30, y: 365 }[recent[2] as 'd' | 'w' | 'm' | 'y'];
    return { ...base, label: labelOf(Number(recent[1]), recent[2]!), from: addDays(today, 1 - days), to: today };
  }
  const range = /^r\.(\d{4}-\d{2}-\d{2})\.(\d{4}-\d{2}-\d{2})$/.exec(name!);
  if (range)
    return { ...base, label: `${plainDay(range[1]!)} ${plainDay(range[2]!, true)}`, from: range[1]!, to: range[2]! };
  if (name === 'all') return { ...base, label: 'All time', from: record.simulated.firstDay, to: today };
  const season = /^s(\d+)$/.exec(name!);
  if (season) return { ...base, ...seasonWindow(record, Number(season[1]), today) };
  throw unprocessable(`Invalid curve [${id}]`);
}

function labelOf(count: number, unit: string): string {
  const names: Record<string, string> = { d: 'day', w: 'week', m: 'month', y: 'year' };
  return `${count} ${names[unit]}${count === 1 ? '' : 's'}`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function plainDay(day: Day, withYear = false): string {
  return `${Number(day.slice(8))}-${MONTHS[Number(day.slice(5, 7)) - 1]}${withYear ? `-${day.slice(0, 4)}` : ''}`;
}

/** Seasons start at SEASON_START events, newest first; without one the calendar year counts. */
function seasonWindow(record: AthleteRecord, back: number, today: Day): { label: string; from: Day; to: Day } {
  const starts = record.calendar
    .list()
    .filter((event) => event.category === 'SEASON_START' && event.start_date_local.slice(0, 10) <= today)
    .map((event) => event.start_date_local.slice(0, 10))
    .reverse();
  starts.push(`${today.slice(0, 4)}-01-01`);
  const from = starts[back] ?? record.simulated.firstDay;
  const to = back === 0 ? today : addDays(starts[back - 1] ?? today, -1);
  return { label: back === 0 ? 'This season' : `Season -${back}`, from: from < to ? from : addDays(to, -1), to };
}

/** Days as the service reports them: one more than the window holds. */
export function reportedDays(window: CurveWindow): number {
  return daysBetween(window.from, window.to) + 2;
}
