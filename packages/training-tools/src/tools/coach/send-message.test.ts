import { describe, expect, it } from 'vitest';
import { connectMemory } from '../../testing/index.ts';

const args = { where: 'activity', thread_id: 'a1', text: 'Well done' };

describe('send_message', () => {
  it('sends nothing before it is confirmed, then once', async () => {
    const server = connectMemory({});
    const preview = await server.call('mem_send_message', args);
    expect(preview.structured).toMatchObject({ written: false, preview: { diff: [{ after: 'Well done' }] } });
    expect(server.asked.has('conversations.send')).toBe(false);
    const commit = { ...args, preview_token: preview.structured.preview_token };
    expect((await server.call('mem_send_message', commit)).structured).toMatchObject({ written: true });
    expect((await server.call('mem_send_message', commit)).failure?.kind).toBe('conflict');
    expect(server.asked.get('conversations.send')).toBe(1);
  });

  it('does not send what is already the last word, as after an answer that was lost', async () => {
    const mine = { id: '9', from: 'me' as const, author: 'me', at: '2026-10-14T10:00:00Z', text: 'Well done' };
    const server = connectMemory({ messages: { a1: [mine] } });
    expect((await server.call('mem_send_message', args)).structured).toMatchObject({ written: false, message_id: '9' });
    expect(server.asked.has('conversations.send')).toBe(false);
  });
});
