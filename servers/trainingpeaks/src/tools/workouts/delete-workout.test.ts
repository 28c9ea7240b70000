import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const ids = ['3500000610', '3500000611'];

describe('tp_delete_workout', () => {
  it('always asks, names what goes, and deletes after the yes', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await server.call('tp_delete_workout', { workout_ids: ids });
    expect((structured.preview as { summary: string }).summary).toBe(
      'Delete "Gravel day" of 2026-10-17, "5 x 4 min VO2max" of 2026-10-20',
    );
    expect(server.writes()).toEqual([]);
    const { preview_token } = structured;
    const done = await server.call('tp_delete_workout', { workout_ids: ids, preview_token });
    expect(done.structured).toMatchObject({
      written: true,
      rows: [
        ['3500000610', 'Gravel day', '2026-10-17', 'deleted'],
        ['3500000611', '5 x 4 min VO2max', '2026-10-20', 'deleted'],
      ],
    });
    expect((await server.call('tp_get_workout', { workout_id: ids[0] })).failure?.kind).toBe('not_found');
  });

  it('says that a recording goes too', async () => {
    const { call } = connected();
    const { structured } = await call('tp_delete_workout', { workout_ids: '3500000607' });
    expect((structured.preview as { notes: string[] }).notes).toEqual([expect.stringContaining('was done')]);
  });

  it('goes on after one that the platform refuses, and reports each', async () => {
    const server = connected();
    const { structured } = await server.call('tp_delete_workout', { workout_ids: ids });
    server.sandbox.emulator.faults.inject('http-403', { method: 'DELETE', times: 1 });
    const { preview_token } = structured;
    const done = await server.call('tp_delete_workout', { workout_ids: ids, preview_token });
    expect(done.structured.rows).toEqual([
      ['3500000610', 'Gravel day', '2026-10-17', 'failed', expect.stringContaining('may not')],
      ['3500000611', '5 x 4 min VO2max', '2026-10-20', 'deleted', null],
    ]);
    expect((done.structured.notes as string[])[0]).toContain('1 of 2 failed');
  });

  it('refuses what the coach locked and what lies in the past where only the future may go', async () => {
    const server = connected({}, { selection: { allowDelete: 'future' } });
    const locked = String(server.newest(({ isLocked }) => isLocked === true).workoutId);
    expect((await server.call('tp_delete_workout', { workout_ids: [locked] })).failure?.kind).toBe('blocked');
    const past = await server.call('tp_delete_workout', { workout_ids: ['3500000611', '3500000607'] });
    expect(past.failure?.kind).toBe('blocked');
    expect((await server.call('tp_delete_workout', { workout_ids: ['3599999999'] })).failure?.kind).toBe('not_found');
    expect(server.writes()).toEqual([]);
  });
});
