import { describe, expect, it } from 'vitest';
import { connected } from './connected.ts';

const writes: readonly (readonly [tool: string, args: Readonly<Record<string, unknown>>])[] = [
  ['tp_create_workout', { date: '2026-10-22', sport: 'Bike', title: 'Hour', duration_minutes: 60 }],
  ['tp_update_workout', { workout_id: '3500000609', title: 'Renamed' }],
  ['tp_copy_workout', { workout_id: '3500000609', target_date: '2026-10-23' }],
  ['tp_delete_workout', { workout_ids: ['3500000610'] }],
  ['tp_reorder_workouts', { workout_ids: ['3500500003', '3500000611'] }],
  ['tp_pair_workout', { completed_workout_id: '3500500001', planned_workout_id: '3500500000' }],
  ['tp_unpair_workout', { workout_id: '3500000607' }],
  ['tp_add_workout_comment', { workout_id: '3500000607', comment: 'Well done.' }],
  ['tp_delete_workout_comment', { workout_id: '3500000594', comment_id: '5000005941' }],
  ['tp_set_workout_note', { workout_id: '3500000607', note: 'Knee was fine.' }],
  ['tp_upload_workout_file', { workout_id: '3500000608', file: 'ride.tcx' }],
  ['tp_delete_workout_file', { workout_id: '3500000607', file_id: '-250000607' }],
  ['tp_batch_workouts', { action: 'move', workout_ids: ['3500000609'], target_date: '2026-10-16' }],
  ['tp_update_ftp', { ftp: 260 }],
  ['tp_update_nutrition', { planned_calories: 2350 }],
  ['tp_log_metrics', { date: '2026-10-14', values: { weight_kg: 63.2 } }],
  ['tp_create_equipment', { type: 'shoe', name: 'Trail shoes' }],
  ['tp_update_equipment', { equipment_id: '501', max_distance_km: 20_000 }],
  ['tp_delete_equipment', { equipment_id: '502' }],
  ['tp_create_event', { name: 'Winter 10k', date: '2026-12-06' }],
  ['tp_update_event', { event_id: '800004', priority: 'A' }],
  ['tp_delete_event', { event_id: '800004' }],
  ['tp_create_note', { date: '2026-10-21', title: 'Camp' }],
  ['tp_update_note', { note_id: '39000003', title: 'Vienna' }],
  ['tp_delete_note', { note_id: '39000003' }],
  ['tp_add_note_comment', { note_id: '39000003', comment: 'Enjoy!' }],
  ['tp_create_availability', { start_date: '2026-10-15', end_date: '2026-10-19', reason: 'Sick' }],
  ['tp_update_availability', { availability_id: '50001', reason: 'Work' }],
  ['tp_delete_availability', { availability_id: '50001' }],
  ['tp_schedule_library_workout', { library_id: '2100001', item_id: '12300001', date: '2026-10-22' }],
  ['tp_create_library', { name: 'Race weeks' }],
  ['tp_create_library_item', { library_id: '2100001', name: 'Hour', sport: 'Bike', duration_minutes: 60 }],
  ['tp_update_library_item', { library_id: '2100001', item_id: '12300001', name: 'Renamed' }],
  ['tp_update_library_item', { library_id: '2100001', name: 'Renamed' }],
  ['tp_delete_library', { library_id: '2100001', item_id: '12300001' }],
  ['tp_apply_training_plan', { plan_id: '600001', start_date: '2026-11-02', weeks: '1' }],
  ['tp_create_strength_workout', { date: '2026-10-22', title: 'Gym', blocks: ['Back Squat 3x6'] }],
  ['tp_update_strength_workout', { workout_id: '19000003', title: 'Renamed' }],
  ['tp_delete_strength_workout', { workout_id: '19000003' }],
];

/** A server whose service answers no read any more once it has taken a write. */
function silentAfterTheWrite() {
  const server = connected({}, { review: 'off' });
  const answer = server.sandbox.fetch;
  let written = false;
  Object.assign(server.sandbox, {
    fetch: async (request: Request) => {
      const reads = request.method === 'GET' || /\/(reporting|calculate)\//.test(request.url);
      if (written && reads) return new Response(null, { status: 404 });
      const response = await answer(request);
      written ||= !reads && response.ok;
      return response;
    },
  });
  return server;
}

describe('a write that is done, and cannot be read back', () => {
  it.each(writes)('is told as written by %s', async (tool, args) => {
    const server = silentAfterTheWrite();
    const { structured } = await server.call(tool, { ...args, dry_run: true });
    const { preview_token } = structured;
    const done = await server.call(tool, { ...args, preview_token });
    expect(done.failure?.toText()).toBeUndefined();
    expect(done.structured.written).toBe(true);
  });

  it('is said to be so where the answer rests on the reading', async () => {
    const server = silentAfterTheWrite();
    const { structured } = await server.call('tp_update_workout', { workout_id: '3500000609', title: 'Renamed' });
    expect(structured.notes).toEqual([expect.stringContaining('could not be read back')]);
  });
});
