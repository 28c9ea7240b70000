import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const TO_COME = { workout_id: '19000003' };

describe('tp_update_strength_workout', () => {
  it('adds a block and leaves the others with their ids', async () => {
    const server = connected();
    const before = structuredClone(server.world.strength.documents.get('19000003')!.blocks);
    const { structured, failure } = await server.call('tp_update_strength_workout', {
      ...TO_COME,
      blocks: ['Plank 3x60s'],
      append: true,
    });
    expect(failure?.toText()).toBeUndefined();
    expect(objects(structured.blocks as never).at(-1)).toMatchObject({ block: 'D', text: 'Plank 3x60s' });
    const after = server.world.strength.documents.get('19000003')!.blocks;
    expect(after.slice(0, 3).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after).toHaveLength(4);
  });

  it('moves a session and keeps all that was not named', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_strength_workout', { ...TO_COME, date: '2026-10-21', rpe: 6 });
    expect(structured.changed).toEqual([
      { field: 'date', before: '2026-10-19', after: '2026-10-21' },
      { field: 'rpe', before: null, after: 6 },
    ]);
    expect(structured.workout).toMatchObject({
      start: '06:30',
      instructions: 'Slow on the way down.',
      planned_time_s: 3000,
    });
    expect(structured.form_on_day).toMatchObject({ date: '2026-10-21' });
  });

  it('marks every set as done as planned, and the platform counts the compliance', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_strength_workout', {
      workout_id: '19000002',
      mark_complete: true,
    });
    expect(structured.workout).toMatchObject({ compliance_pct: 100, sets: 6, done_sets: 6 });
    expect(objects(structured.blocks as never)[1]).toMatchObject({ executed: 'Back Squat 3x6 @60kg' });
  });

  it('keeps what a device recorded', async () => {
    const { structured } = await connected().call('tp_update_strength_workout', {
      workout_id: '19000001',
      title: 'Legs',
    });
    expect(structured.workout).toMatchObject({ title: 'Legs', tss: 31, tss_source: 'HeartRateTss', time_s: 2840 });
  });

  it('says before done sets are replaced that they go', async () => {
    const { structured } = await connected().call('tp_update_strength_workout', {
      workout_id: '19000001',
      blocks: ['Plank 3x60s'],
      dry_run: true,
    });
    expect(JSON.stringify(structured.preview)).toContain('6 done sets goes with the old blocks');
  });

  it('writes nothing when it already is so', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_strength_workout', { ...TO_COME, title: 'Lower body' });
    expect(structured).toMatchObject({ written: false });
    expect(server.writes()).toEqual([]);
  });

  it('does not touch a session of somebody else', async () => {
    const server = connected({ account: 'coach' });
    const other = [...server.world.strength.documents.values()].find(({ calendarId }) => calendarId !== server.me.id)!;
    const { failure } = await server.call('tp_update_strength_workout', { workout_id: other.id, title: 'X' });
    expect(failure).toMatchObject({ kind: 'not_found', message: expect.stringContaining('is not on the calendar of') });
    expect(server.writes()).toEqual([]);
  });
});
