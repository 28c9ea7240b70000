import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const DAY = '2026-10-20';
const order = ['3500500003', '3500000611'];

describe('tp_reorder_workouts', () => {
  it('shows the order before and after, and writes one place after another', async () => {
    const server = connected();
    const { structured } = await server.call('tp_reorder_workouts', { workout_ids: order });
    expect(structured.preview).toMatchObject({
      diff: [{ before: ['5 x 4 min VO2max', 'Surprise test'], after: ['Surprise test', '5 x 4 min VO2max'] }],
    });
    const { preview_token } = structured;
    const done = await server.call('tp_reorder_workouts', { workout_ids: order, preview_token });
    expect(done.structured.notes).toEqual(['The day now: Surprise test, 5 x 4 min VO2max.']);
    const rows = objects((await server.call('tp_get_workouts', { oldest: DAY, newest: DAY })).structured);
    expect(rows.map(({ workout_id }) => workout_id)).toEqual(order);
    const again = await server.call('tp_reorder_workouts', { workout_ids: order });
    expect(again.structured).toMatchObject({ written: false, notes: ['The day already has this order.'] });
  });

  it('keeps everything else of the workouts', async () => {
    const server = connected();
    const stored = server.me.workouts.find(Number(order[1]))!;
    const { structure, tssPlanned } = structuredClone(server.me.workouts.row(stored));
    const { structured } = await server.call('tp_reorder_workouts', { workout_ids: order });
    await server.call('tp_reorder_workouts', { workout_ids: order, preview_token: structured.preview_token });
    expect(server.me.workouts.row(stored)).toMatchObject({ structure, tssPlanned, orderOnDay: 1 });
  });

  it('refuses workouts of different days and names those of the day', async () => {
    const server = connected();
    const { failure } = await server.call('tp_reorder_workouts', { workout_ids: ['3500000611', '3500000610'] });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('3500500003') });
    expect(server.writes()).toEqual([]);
  });
});
