import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const one = { workout_id: '3500000594', comment_id: '5000005941' };

describe('tp_delete_workout_comment', () => {
  it('asks first and then deletes that one', async () => {
    const server = connected({}, { review: 'off' });
    await server.call('tp_add_workout_comment', { workout_id: one.workout_id, comment: 'Second' });
    const { structured } = await server.call('tp_delete_workout_comment', one);
    expect(structured).toMatchObject({
      written: false,
      preview: { diff: [{ before: expect.stringContaining('Legs') }] },
    });
    const done = await server.call('tp_delete_workout_comment', { ...one, preview_token: structured.preview_token });
    expect(done.structured).toMatchObject({
      written: true,
      deleted: { comment_id: one.comment_id },
      comments_in_thread: 1,
    });
  });

  it('refuses a comment of another workout', async () => {
    const server = connected();
    const { failure } = await server.call('tp_delete_workout_comment', { ...one, workout_id: '3500000607' });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('tp_get_workout_comments') });
    expect(server.writes()).toEqual([]);
  });
});
