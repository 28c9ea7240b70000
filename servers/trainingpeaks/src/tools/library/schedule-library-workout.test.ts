import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const SWEET_SPOT = { library_id: '2100001', item_id: '12300001', date: '2026-10-22' };

describe('tp_schedule_library_workout', () => {
  it('puts a template on a day with all that it plans, and says what that day comes to', async () => {
    const server = connected();
    const { structured } = await server.call('tp_schedule_library_workout', SWEET_SPOT);
    const template = server.world.library.items.get(12_300_001)!;
    const stored = server.newest(({ workoutDay }) => workoutDay === '2026-10-22T00:00:00');
    expect(stored).toMatchObject({ title: '3 x 12 min sweet spot', workoutTypeValueId: 2, workoutSubTypeId: 6 });
    for (const key of ['structure', 'totalTimePlanned', 'tssPlanned', 'ifPlanned', 'description']) {
      expect(stored[key]).toEqual(template[key]);
    }
    expect(structured).toMatchObject({ written: true, workout: { date: '2026-10-22', status: 'planned' } });
    expect(structured.form_on_day).toMatchObject({ date: '2026-10-22', planned_tss: expect.any(Number) });
    expect(structured.planned_by_two_counts).toMatchObject({ own: { time_s: 4380 } });
  });

  it('schedules it once', async () => {
    const server = connected();
    await server.call('tp_schedule_library_workout', SWEET_SPOT);
    const { structured } = await server.call('tp_schedule_library_workout', SWEET_SPOT);
    expect(structured).toMatchObject({ written: false, notes: [expect.stringContaining('already on that day')] });
  });

  it('takes it to several athletes of a coach, with the load of the day of each', async () => {
    const server = connected({ account: 'coach' }, { review: 'off' });
    const { structured, failure } = await server.call('tp_schedule_library_workout', {
      ...SWEET_SPOT,
      athletes: ['2400012', '2400013'],
    });
    expect(failure?.toText()).toBeUndefined();
    const rows = objects(structured.scheduled as never);
    expect(rows.map(({ athlete_id, result }) => [athlete_id, result])).toEqual([
      ['2400012', 'scheduled'],
      ['2400013', 'scheduled'],
    ]);
    for (const { planned_tss, day_planned_tss } of rows)
      expect(Number(day_planned_tss)).toBeGreaterThanOrEqual(Number(planned_tss));
    const again = await server.call('tp_schedule_library_workout', { ...SWEET_SPOT, athletes: ['2400012', '2400013'] });
    expect(again.structured).toMatchObject({ written: false });
  });

  it('names what there is when the id is wrong', async () => {
    const server = connected();
    const { failure } = await server.call('tp_schedule_library_workout', { ...SWEET_SPOT, library_id: '9' });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('My workouts (2100001)') });
    const other = await server.call('tp_schedule_library_workout', { ...SWEET_SPOT, item_id: '9' });
    expect(other.failure).toMatchObject({ kind: 'not_found' });
    expect(server.writes()).toEqual([]);
  });
});
