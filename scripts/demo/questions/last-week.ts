import { addDays } from '@core/mcp-kit';
import { table } from '../drawing.ts';
import { numberIn, type Question, rowsOf, textIn } from '../question.ts';

/** The last seven days, each activity's load held against the simulator's. */
export const lastWeek: Question = {
  asked: 'What did I do in the last 7 days?',
  async answer({ call, sandbox, today, checks }) {
    const { structured } = await call('icu_get_recent_activities', { days_back: 7 });
    const rows = rowsOf(structured);
    const from = addDays(today, -6);
    const done = sandbox.athlete.sessions.filter(({ day }) => day >= from && day <= today);
    checks.compare(
      'activities of the last 7 days',
      rows.length + Number(structured.hidden_by_strava ?? 0),
      done.length,
    );
    for (const day of new Set(rows.map((row) => textIn(row, 'start').slice(0, 10)))) {
      const load = rows
        .filter((row) => textIn(row, 'start').startsWith(day))
        .reduce((sum, row) => sum + (numberIn(row, 'load') ?? 0), 0);
      checks.compare(`load of ${day}`, load, sandbox.truth.loadOn(day).atl);
    }
    const shown = rows.map((row) => [
      textIn(row, 'start').slice(0, 10),
      textIn(row, 'sport'),
      textIn(row, 'name').slice(0, 34),
      numberIn(row, 'distance_km'),
      minutes(numberIn(row, 'moving_time_s')),
      numberIn(row, 'load'),
      numberIn(row, 'np_w'),
      numberIn(row, 'average_hr_bpm'),
    ]);
    return table(['day', 'sport', 'name', 'km', 'time', 'load', 'NP W', 'HR bpm'], shown);
  },
};

function minutes(seconds: number | null): string {
  if (seconds === null) return '';
  const total = Math.round(seconds / 60);
  return `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
}
