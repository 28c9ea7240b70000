import { addDays } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import type { WorkoutLoad } from '../workouts/shelf.ts';

export interface PerformanceOptions {
  readonly ctlConstant: number;
  readonly atlConstant: number;
  readonly ctlStart: number;
  readonly atlStart: number;
  /** Sport ids that count; all when empty. */
  readonly workoutTypes: readonly number[];
  /** Load that is planned for days to come counts. */
  readonly projected: boolean;
  /** Form from the same day instead of the day before. */
  readonly sameDayForm: boolean;
}

interface DayLoad {
  actual: number;
  planned: number;
  readonly parts: WorkoutLoad[];
}

/**
 * Fitness day by day: x += (TSS − x) / constant from the athlete's first workout on, so that the first row of a window
 * already knows what came before. Form is the fitness minus the fatigue of the day before.
 */
export function performanceRows(record: AthleteRecord, from: string, to: string, options: PerformanceOptions): Row[] {
  const loads = loadsByDay(record, options.workoutTypes);
  const first = record.workouts.list().find((workout) => record.workouts.load(workout).actual !== null)?.day;
  const trained = first !== undefined;
  let { ctlStart: ctl, atlStart: atl } = options;
  const rows: Row[] = [];
  const today = record.today();
  for (let day = trained && first < from ? first : from; day <= to; day = addDays(day, 1)) {
    const load = loads.get(day) ?? { actual: 0, planned: 0, parts: [] };
    const before = ctl - atl;
    const counted = day > today && options.projected ? load.planned : load.actual;
    ctl += (counted - ctl) / options.ctlConstant;
    atl += (counted - atl) / options.atlConstant;
    if (day < from) continue;
    const tsb = options.sameDayForm ? ctl - atl : before;
    rows.push({
      workoutDay: `${day}T00:00:00`,
      tssActual: load.actual,
      tssPlanned: load.planned,
      ifActual: intensity(load.actual, hoursOf(load, 'actual')),
      ifPlanned: intensity(load.planned, hoursOf(load, 'planned')),
      ctl: trained ? ctl : 'NaN',
      atl: trained ? atl : 'NaN',
      tsb: trained ? tsb : 'NaN',
    });
  }
  return rows;
}

function loadsByDay({ workouts }: AthleteRecord, types: readonly number[]): Map<string, DayLoad> {
  const byDay = new Map<string, DayLoad>();
  for (const workout of workouts.list()) {
    const load = workouts.load(workout);
    if (types.length > 0 && !types.includes(load.type)) continue;
    const sum = byDay.get(workout.day) ?? { actual: 0, planned: 0, parts: [] };
    sum.actual += load.actual ?? 0;
    sum.planned += load.planned ?? 0;
    sum.parts.push(load);
    byDay.set(workout.day, sum);
  }
  return byDay;
}

/** Hours of the day's workouts that have a load of a kind. */
function hoursOf({ parts }: DayLoad, kind: 'actual' | 'planned'): number {
  return parts.reduce((sum, part) => {
    if (part[kind] === null) return sum;
    return sum + ((kind === 'actual' ? part.hours() : part.hoursPlanned) ?? 0);
  }, 0);
}

/** Of the whole day: the intensity at which its hours give its load. */
function intensity(tss: number, hours: number): number | null {
  return hours > 0 ? Math.sqrt(tss / (100 * hours)) : null;
}
