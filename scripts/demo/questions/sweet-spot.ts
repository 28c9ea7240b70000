import { addDays } from '@core/mcp-kit';
import type { Question } from '../question.ts';

const steps = [
  { for: '15min', at: 'ramp 50-75% FTP', kind: 'warmup' },
  {
    repeat: 2,
    steps: [
      { for: '20min', at: '88-94% FTP' },
      { for: '5min', at: '50% FTP' },
    ],
  },
  { for: '10min', at: '50% FTP', kind: 'cooldown' },
];
const plannedSeconds = 15 * 60 + 2 * 25 * 60 + 10 * 60;

/** 2×20 sweet spot on Tuesday: preview, commit, read back, delete; the emulator's writes are counted at each step. */
export const sweetSpot: Question = {
  asked: 'Build me 2×20 sweet spot for Tuesday.',
  async answer({ call, sandbox, today, checks, paint }) {
    const date = nextTuesday(today);
    const workout = { date, sport: 'Ride', name: '2x20 sweet spot', steps };
    const writes = () => sandbox.emulator.writes().length;
    const before = writes();

    const preview = await call('icu_create_planned_workout', { ...workout, dry_run: true });
    checks.compare('writes after the preview', writes() - before, 0);
    const shown = preview.structured.preview as { summary: string; diff: { field: string; after: unknown }[] };

    const created = await call('icu_create_planned_workout', {
      ...workout,
      preview_token: preview.structured.preview_token,
    });
    checks.compare('writes after the commit', writes() - before, 1);
    const stored = created.structured.workout as Record<string, unknown>;
    const day = stored.on_day as { date: string; form: number };
    checks.compare('day of the form', day.date, date);

    const repeated = await call('icu_create_planned_workout', workout);
    checks.compare('a repeated call writes again', repeated.structured.written === true ? 'yes' : 'no', 'no');
    checks.compare('writes after the repetition', writes() - before, 1);

    const read = await call('icu_get_event', { event_id: String(stored.event_id) });
    const event = read.structured.event as Record<string, unknown> | undefined;
    checks.compare('planned time read back', (event ?? stored).planned_time_s as number, plannedSeconds);

    const doomed = await call('icu_delete_event', { event_id: String(stored.event_id) });
    checks.compare('writes before the delete is confirmed', writes() - before, 1);
    await call('icu_delete_event', {
      event_id: String(stored.event_id),
      preview_token: doomed.structured.preview_token,
    });
    checks.compare('writes after the delete', writes() - before, 2);

    const after = (field: string) => shown.diff.find((change) => change.field === field)?.after;
    const text = String(after('text')).trim().split('\n');
    return [
      `${paint('preview', 'cyan')}    ${shown.summary}; nothing written`,
      ...text.map((line) => paint(`             ${line}`, 'dim')),
      `             ${minutes(after('planned_time_s'))}, load ${String(after('planned_load'))}, intensity ${String(after('planned_intensity_pct'))} %`,
      `${paint('commit', 'cyan')}     event ${String(stored.event_id)}, load ${String(stored.planned_load)} by Intervals.icu, form that evening ${String(day.form)} if all that is planned is done`,
      `${paint('again', 'cyan')}      the same call once more: already there, nothing written`,
      `${paint('read back', 'cyan')}  ${minutes((event ?? stored).planned_time_s)} with the same steps`,
      `${paint('delete', 'cyan')}     asked first, then gone`,
    ].join('\n');
  },
};

function nextTuesday(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (2 - weekday + 7) % 7 || 7);
}

function minutes(seconds: unknown): string {
  return `${Math.round(Number(seconds) / 60)} min`;
}
