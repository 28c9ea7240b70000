import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_strength_workout', () => {
  it('shows planned and done block by block, with compliance and counts', async () => {
    const { structured } = await connected().call('tp_get_strength_workout', { workout_id: '19000002' });
    expect(structured.workout).toMatchObject({
      title: 'Lower body',
      date: '2026-10-12',
      sets: 6,
      done_sets: 3,
      rpe_0to10_10_is_hardest: 4,
    });
    const rows = objects(structured.blocks as never);
    expect(rows.map(({ block, text, done, executed }) => [block, text, done, executed])).toEqual([
      ['A', 'warmup: Air Squat 1x15', 1, 'Air Squat 1x15'],
      ['B', 'Back Squat 3x6 @60kg', 2, 'Back Squat 2x6 @60kg'],
      ['C', 'Plank 2x45s', 0, null],
    ]);
  });

  it('shows blocks in the form in which they can be sent again', async () => {
    const server = connected();
    const { structured } = await server.call('tp_get_strength_workout', { workout_id: '19000003' });
    const blocks = objects(structured.blocks as never).map(({ text }) => text);
    const { structured: same } = await server.call('tp_update_strength_workout', { workout_id: '19000003', blocks });
    expect(same).toMatchObject({ written: false });
  });

  it('says that there is no such session', async () => {
    const { failure } = await connected().call('tp_get_strength_workout', { workout_id: '5' });
    expect(failure).toMatchObject({ kind: 'not_found' });
  });

  it('stays within its answer for thirty exercises', async () => {
    const { text, failure } = await connected({ heavy: true }).call('tp_get_strength_workout', {
      workout_id: '19000005',
    });
    expect(failure).toBeUndefined();
    expect(text.length).toBeLessThan(20_000);
  });
});
