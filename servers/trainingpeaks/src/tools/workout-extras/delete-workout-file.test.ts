import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const one = { workout_id: '3500000607', file_id: '-250000607' };

describe('tp_delete_workout_file', () => {
  it('asks first, and then the file is gone', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await server.call('tp_delete_workout_file', one);
    expect((structured.preview as { summary: string }).summary).toContain('3 x 12 min sweet spot');
    expect(server.writes()).toEqual([]);
    const done = await server.call('tp_delete_workout_file', { ...one, preview_token: structured.preview_token });
    expect(done.structured).toMatchObject({ written: true, deleted: { file_id: one.file_id }, files_left: 0 });
    expect((await server.call('tp_get_workout', { workout_id: one.workout_id })).structured).not.toHaveProperty(
      'files',
    );
  });

  it('refuses a file that is not on the workout, and an attachment', async () => {
    const server = connected();
    const wrong = await server.call('tp_delete_workout_file', { ...one, file_id: '7' });
    expect(wrong.failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining(one.file_id) });
    const stored = server.me.workouts.find(Number(one.workout_id))!;
    stored.attachments = [
      {
        fileId: 7,
        fileSystemId: 'x',
        fileName: 'plan.pdf',
        dateUploaded: '2026-10-13T10:00:00',
        contentType: 'application/pdf',
        bytes: new Uint8Array([1]),
      },
    ];
    server.sandbox.clock.advance(60_000);
    const attached = await server.call('tp_delete_workout_file', { ...one, file_id: '7' });
    expect(attached.failure).toMatchObject({ kind: 'blocked' });
    expect(server.writes()).toEqual([]);
  });
});
