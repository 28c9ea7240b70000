import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const SOURCE = '3500000607';

describe('tp_copy_workout', () => {
  it('copies the plan and nothing that was done, with sub type, comments of the coach and time of day', async () => {
    const server = connected();
    const source = server.me.workouts.row(server.me.workouts.find(Number(SOURCE))!);
    const { structured } = await server.call('tp_copy_workout', { workout_id: SOURCE, target_date: '2026-10-23' });
    const copy = server.newest(({ workoutDay }) => workoutDay === '2026-10-23T00:00:00');
    for (const key of [
      'title',
      'workoutTypeValueId',
      'workoutSubTypeId',
      'structure',
      'tssPlanned',
      'ifPlanned',
      'userTags',
    ]) {
      expect(copy[key]).toEqual(source[key]);
    }
    expect(copy).toMatchObject({ totalTime: null, distance: null, tssActual: null, rpe: null, workoutComments: [] });
    expect(copy.workoutId).not.toBe(source.workoutId);
    expect(structured).toMatchObject({ written: true, workout: { date: '2026-10-23', status: 'planned' } });
    expect(structured.form_on_day).toMatchObject({ date: '2026-10-23' });
  });

  it('does not make a second one, and does with another title', async () => {
    const server = connected();
    const call = { workout_id: SOURCE, target_date: '2026-10-23' };
    await server.call('tp_copy_workout', call);
    const again = await server.call('tp_copy_workout', call);
    expect(again.structured).toMatchObject({ written: false, notes: [expect.stringContaining('another `title`')] });
    const other = await server.call('tp_copy_workout', { ...call, title: 'Once more' });
    expect(other.structured).toMatchObject({ written: true, workout: { title: 'Once more' } });
  });

  it('previews with what the day holds', async () => {
    const server = connected();
    const { structured } = await server.call('tp_copy_workout', {
      workout_id: SOURCE,
      target_date: '2026-10-20',
      dry_run: true,
    });
    expect((structured.preview as { notes: string[] }).notes).toEqual([expect.stringContaining('VO2max')]);
    expect(server.writes()).toEqual([]);
  });

  it('says when there is nothing under that id', async () => {
    const { call } = connected();
    const { failure } = await call('tp_copy_workout', { workout_id: '3599999999', target_date: '2026-10-23' });
    expect(failure?.kind).toBe('not_found');
  });
});
