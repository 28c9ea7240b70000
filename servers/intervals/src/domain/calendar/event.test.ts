import { describe, expect, it } from 'vitest';
import { wireEvent } from '../../client/wire/event.ts';
import { eventRow, lastDay } from './event.ts';
import { noteBody, noteOf } from './note.ts';
import { plannedSessions } from './session-load.ts';

/** The keys that a NOTE created on the live service came back with. */
const note = wireEvent.parse({
  id: 12,
  category: 'NOTE',
  name: 'Away',
  description: 'By train',
  start_date_local: '2026-05-25T00:00:00',
  end_date_local: '2026-05-26T00:00:00',
  training_availability: 'NORMAL',
  tags: null,
  push_errors: null,
});

const workout = (more: object) =>
  wireEvent.parse({ id: 1, category: 'WORKOUT', type: 'Ride', start_date_local: '2026-05-25T00:00:00', ...more });

describe('a calendar entry', () => {
  it('ends on the day before the midnight that the wire names', () => {
    expect(lastDay(note)).toBe('2026-05-25');
    expect(lastDay({ ...note, end_date_local: '2026-06-01T00:00:00' })).toBe('2026-05-31');
  });

  it('is written back with the midnight after its last day', () => {
    const longer = { ...noteOf(note), last_day: '2026-05-27' };
    expect(noteBody(longer, new Set(['last_day']))).toEqual({
      start_date_local: '2026-05-25T00:00:00',
      end_date_local: '2026-05-28T00:00:00',
    });
  });

  it('has no planned distance where an empty parse left 0', () => {
    expect(eventRow(workout({ distance: 0, moving_time: 3600 }))).toMatchObject({
      planned_distance_km: null,
      planned_time_s: 3600,
    });
  });

  it('counts in a projection when it is a session, with an unknown load as unknown', () => {
    const race = workout({ category: 'RACE_A', icu_training_load: 200 });
    const done = workout({ icu_training_load: 50, paired_activity_id: 'i9' });
    const off = workout({ icu_training_load: 50, not_on_fitness_chart: true });
    expect(plannedSessions([note, workout({}), race, done, off])).toEqual([
      { day: '2026-05-25', load: null, done: false },
      { day: '2026-05-25', load: 200, done: false },
      { day: '2026-05-25', load: 50, done: true },
    ]);
  });
});
