import { addDays, daysBetween, mondayOf, type Phase } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';

const WEEKLY_TSS: Readonly<Record<Phase, number>> = { base: 380, build: 500, peak: 390, race: 260, transition: 220 };
const PERIOD: Readonly<Record<Phase, string>> = {
  base: 'Base',
  build: 'Build',
  peak: 'Peak',
  race: 'Race',
  transition: 'Transition',
};

/** The weeks of the annual plan that begin or lie in a window, Mondays. */
export function planWeeks(record: AthleteRecord, from: string, to: string): Row[] {
  const { season } = record.person.simulated;
  const races = record.events
    .list()
    .map((event) => ({ day: String(event.eventDate).slice(0, 10), event }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const rows: Row[] = [];
  for (let week = mondayOf(from); week <= to; week = addDays(week, 7)) {
    const sunday = addDays(week, 6);
    const phase = season.phaseOn(week);
    const race = races.find(({ day }) => day >= week && day <= sunday)?.event;
    const next = races.find(({ day, event }) => day >= week && event.atpPriority === 'A');
    const easier = season.isRecoveryWeek(week) ? 0.6 : 1;
    rows.push({
      week: `${week}T00:00:00`,
      atpType: 'TSS',
      volume: Math.round(WEEKLY_TSS[phase] * easier),
      period: `${PERIOD[phase]} ${season.isRecoveryWeek(week) ? '(recovery)' : ''}`.trim(),
      raceName: race?.name ?? '',
      racePriority: race?.atpPriority ?? '',
      limitingFactors: { 1: [], 2: [], 3: [] },
      weeksToNextPriorityEvent: next ? Math.floor(daysBetween(week, next.day) / 7) : null,
    });
  }
  return rows;
}
