import { table } from '../drawing.ts';
import { numberIn, type Question, rowsOf, textIn } from '../question.ts';

/** Yesterday's ride against its plan, each interval held against what the simulator rode. */
export const plannedAgainstDone: Question = {
  asked: "How did yesterday's intervals go against the plan?",
  async answer({ call, sandbox, today, checks, paint }) {
    const { session, intervals } = sandbox.truth.yesterday();
    const recent = await call('icu_get_recent_activities', { days_back: 2, sport: 'VirtualRide' });
    const ride = rowsOf(recent.structured).find((row) => textIn(row, 'start').startsWith(session.day));
    checks.compare("yesterday's ride is before today", session.day < today ? 'yes' : 'no', 'yes');
    const { structured } = await call('icu_compare_planned_actual', {
      activity_id: ride ? textIn(ride, 'id') : 'missing',
    });
    const rows = rowsOf(structured);
    const work = rows.filter((row) => row.kind === 'work');
    checks.compare('intervals found', work.length, intervals.length);
    for (const [index, truth] of intervals.entries()) {
      const row = work[index] ?? {};
      checks.compare(
        `interval ${index + 1}: target W`,
        numberIn(row, 'target_low_power_w'),
        Math.round(truth.plannedWatts),
      );
      checks.compare(`interval ${index + 1}: planned s`, numberIn(row, 'planned_time_s'), truth.plannedSeconds);
      checks.compare(`interval ${index + 1}: done W`, numberIn(row, 'done_power_w'), truth.doneWatts, 1);
      checks.compare(`interval ${index + 1}: done s`, numberIn(row, 'done_time_s'), truth.doneSeconds, 5);
    }
    const shown = work.map((row, index) => [
      `${index + 1}`,
      numberIn(row, 'target_low_power_w'),
      numberIn(row, 'done_power_w'),
      numberIn(row, 'of_target_pct'),
      clock(numberIn(row, 'planned_time_s')),
      clock(numberIn(row, 'done_time_s')),
      verdict(textIn(row, 'effort'), textIn(row, 'duration')),
    ]);
    const { met, of } = structured.work as { met: number; of: number };
    return [
      table(['interval', 'target W', 'done W', '% of target', 'planned', 'done', ''], shown),
      '',
      paint(`${met} of ${of} as planned. Steps found ${String(structured.method)}.`, 'bold'),
    ].join('\n');
  },
};

function clock(seconds: number | null): string {
  return seconds === null ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function verdict(effort: string, duration: string): string {
  const parts = [
    effort === 'over' ? 'too hard' : effort === 'under' ? 'too easy' : '',
    duration === 'short' ? 'cut short' : duration === 'long' ? 'too long' : '',
  ];
  return parts.filter((part) => part !== '').join(', ') || 'as planned';
}
