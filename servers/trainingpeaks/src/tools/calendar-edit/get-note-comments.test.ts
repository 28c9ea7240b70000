import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const note_id = '39000003';

describe('tp_get_note_comments', () => {
  it('gives the thread with who wrote and when', async () => {
    const server = connected();
    const call = { note_id, comment: 'Enjoy!' };
    const { structured: preview } = await server.call('tp_add_note_comment', call);
    await server.call('tp_add_note_comment', { ...call, preview_token: preview.preview_token });
    const rows = objects((await server.call('tp_get_note_comments', { note_id })).structured);
    expect(rows).toMatchObject([
      { comment: 'Enjoy!', from: 'Maja Demo', at_utc: expect.stringContaining('2026-10-14') },
    ]);
  });

  it('says that there are none', async () => {
    const { structured } = await connected().call('tp_get_note_comments', { note_id });
    expect(structured).toMatchObject({ rows: [], notes: ['No comments yet.'] });
  });

  it('refuses a note that does not exist', async () => {
    expect((await connected().call('tp_get_note_comments', { note_id: '1' })).failure?.kind).toBe('not_found');
  });
});
