import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('tp_delete_strength_workout', () => {
  it('deletes a session and looks whether it is gone', async () => {
    const server = connected({}, { review: 'off' });
    const asked = await server.call('tp_delete_strength_workout', { workout_id: '19000003' });
    expect(asked.structured).toMatchObject({ written: false });
    const { structured } = await server.call('tp_delete_strength_workout', {
      workout_id: '19000003',
      preview_token: asked.structured.preview_token,
    });
    expect(structured).toMatchObject({ deleted: true, title: 'Lower body', date: '2026-10-19' });
    expect(server.world.strength.documents.has('19000003')).toBe(false);
  });

  it('says before that something was done', async () => {
    const { structured } = await connected().call('tp_delete_strength_workout', {
      workout_id: '19000001',
      dry_run: true,
    });
    expect(JSON.stringify(structured.preview)).toContain('6 of its 6 sets were done');
  });

  it('does not touch a session of somebody else', async () => {
    const server = connected({ account: 'coach' }, { review: 'off' });
    const other = [...server.world.strength.documents.values()].find(({ calendarId }) => calendarId !== server.me.id)!;
    const { failure } = await server.call('tp_delete_strength_workout', { workout_id: other.id });
    expect(failure).toMatchObject({ kind: 'not_found' });
    expect(server.writes()).toEqual([]);
  });
});
