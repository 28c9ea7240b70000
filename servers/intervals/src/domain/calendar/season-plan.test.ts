import { describe, expect, it } from 'vitest';
import { wireEvent } from '../../client/wire/event.ts';
import { phases, weekRows } from './season-plan.ts';

const event = (more: object) => wireEvent.parse({ id: 1, start_date_local: '2026-05-25T00:00:00', ...more });
const events = [
  event({ category: 'PLAN', name: 'Build', end_date_local: '2026-06-22T00:00:00' }),
  event({ category: 'TARGET', type: 'Ride', load_target: 400, time_target: 36_000, for_week: true }),
  event({ category: 'WORKOUT', type: 'VirtualRide', icu_training_load: 80, moving_time: 3600 }),
  event({ category: 'WORKOUT', type: 'Run', icu_training_load: 50, moving_time: 2400 }),
  event({ category: 'NOTE', name: 'Mine', plan_applied: null }),
  event({ category: 'WORKOUT', type: 'Run', start_date_local: '2026-06-03T00:00:00' }),
];

describe('a season', () => {
  it('holds each target against the planned sessions of its sport, indoor ones too', () => {
    const [week] = weekRows(events, '2026-05-25', '2026-06-07');
    expect(week).toEqual({
      week: '2026-05-25',
      phase: 'Build',
      note: null,
      sport: 'Ride',
      target_load: 400,
      target_time_s: 36_000,
      target_distance_km: null,
      planned_load: 80,
      planned_time_s: 3600,
      sessions: 1,
    });
  });

  it('shows a week without a target, with an unknown load as unknown', () => {
    const rows = weekRows(events, '2026-05-25', '2026-06-07');
    expect(rows[1]).toMatchObject({ week: '2026-06-01', planned_load: null, sessions: 1 });
    expect(rows).toHaveLength(2);
  });

  it('ends a phase on its last day', () => {
    expect(phases(events)).toMatchObject([{ name: 'Build', from: '2026-05-25', to: '2026-06-21' }]);
  });
});
