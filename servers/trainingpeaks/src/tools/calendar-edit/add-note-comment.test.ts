import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const note_id = '39000003';
type Server = ReturnType<typeof connected>;

async function comment(server: Server, args: object) {
  const call = { note_id, ...args };
  const { structured } = await server.call('tp_add_note_comment', call);
  return server.call('tp_add_note_comment', { ...call, preview_token: structured.preview_token });
}

describe('tp_add_note_comment', () => {
  it('shows the comment first, because others see it, then posts it once', async () => {
    const server = connected();
    const preview = await server.call('tp_add_note_comment', { note_id, comment: 'Enjoy!' });
    expect(preview.structured).toMatchObject({ written: false });
    expect(server.writes()).toEqual([]);
    const { structured } = await comment(server, { comment: 'Enjoy!' });
    expect(structured).toMatchObject({ written: true, comment: { comment: 'Enjoy!' } });
    const thread = objects((await server.call('tp_get_note_comments', { note_id })).structured);
    expect(thread.map((row) => row.comment)).toEqual(['Enjoy!']);
  });

  it('rewrites a comment by its id', async () => {
    const server = connected();
    const first = await comment(server, { comment: 'Enjoy!' });
    const { comment_id } = first.structured.comment as { comment_id: string };
    await comment(server, { comment: 'Enjoy Vienna!', comment_id });
    const thread = objects((await server.call('tp_get_note_comments', { note_id })).structured);
    expect(thread.map((row) => row.comment)).toEqual(['Enjoy Vienna!']);
  });

  it('refuses a comment that is not in the thread', async () => {
    const { failure } = await connected().call('tp_add_note_comment', { note_id, comment: 'X', comment_id: '1' });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('tp_get_note_comments') });
  });
});
