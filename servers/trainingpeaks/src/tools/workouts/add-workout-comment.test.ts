import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const post = { workout_id: '3500000594', comment: 'Next time with more wind.' };

describe('tp_add_workout_comment', () => {
  it('asks first, because others see it, and then shows the comment as it is stored', async () => {
    const server = connected();
    const { structured } = await server.call('tp_add_workout_comment', post);
    expect(structured).toMatchObject({ written: false, preview: { diff: [{ after: post.comment }] } });
    expect(server.writes()).toEqual([]);
    const done = await server.call('tp_add_workout_comment', { ...post, preview_token: structured.preview_token });
    expect(done.structured).toMatchObject({
      written: true,
      comments_in_thread: 2,
      comment: { comment: post.comment, by: 'Maja Demo', role: 'athlete' },
    });
  });

  it('does not post the same words twice in a row', async () => {
    const server = connected({}, { review: 'off' });
    await server.call('tp_add_workout_comment', post);
    const again = await server.call('tp_add_workout_comment', post);
    expect(again.structured).toMatchObject({ written: false, comments_in_thread: 2 });
    expect(server.writes()).toHaveLength(1);
  });

  it('says that a workout is not there', async () => {
    const { call } = connected();
    expect((await call('tp_add_workout_comment', { ...post, workout_id: '1' })).failure?.kind).toBe('not_found');
  });
});
