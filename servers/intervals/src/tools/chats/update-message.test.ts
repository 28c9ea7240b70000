import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_update_message', () => {
  it('marks a conversation as read, once', async () => {
    const server = connected({}, { review: 'off' });
    const seen = { chat_id: '8100', message_id: '5012007' };
    expect((await server.call('icu_update_message', seen)).structured).toMatchObject({ written: true, unread: 0 });
    expect((await server.call('icu_update_message', seen)).structured.written).toBe(false);
  });

  it('rewrites one of your own messages and reads it back', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await server.call('icu_update_message', {
      chat_id: '8100',
      message_id: '5012005',
      text: 'Friday?',
    });
    expect(structured).toMatchObject({ written: true, before: 'Can we move Thursday?', text: 'Friday?' });
  });

  it('refuses somebody else’s message, and one that is not there', async () => {
    const server = connected({}, { review: 'off' });
    const { me, athletes } = server.sandbox.emulator.state;
    const { id } = me.conversations.post(athletes[1]!, { content: 'Mine', chat_id: 8100 });
    const foreign = await server.call('icu_update_message', { chat_id: '8100', message_id: String(id), text: 'x' });
    expect(foreign.failure?.kind).toBe('forbidden');
    const missing = await server.call('icu_update_message', { chat_id: '8100', message_id: '1', text: 'x' });
    expect(missing.failure?.kind).toBe('not_found');
  });
});
