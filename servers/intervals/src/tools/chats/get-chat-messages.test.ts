import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_chat_messages', () => {
  it('reads a conversation, newest first, with hostile text as data', async () => {
    const { structured } = await connected().call('icu_get_chat_messages', { chat_id: '8100' });
    const rows = objects(structured);
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)).toMatchObject({ text: 'Can we move Thursday?' });
    expect(structured.user_text).toEqual(expect.arrayContaining(['text']));
    expect(JSON.stringify(rows)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  });

  it('goes back with before_id, within its budget', async () => {
    const server = connected();
    const { me } = server.sandbox.emulator.state;
    for (let i = 0; i < 120; i += 1)
      me.conversations.post(me, { content: `Message ${i} ${'long '.repeat(30)}`, chat_id: 8100 });
    const first = await server.call('icu_get_chat_messages', { chat_id: '8100' });
    expect(sizeOf(first)).toBeLessThanOrEqual(answerBudget.cap);
    const oldest = objects(first.structured).at(-1)!;
    const second = await server.call('icu_get_chat_messages', { chat_id: '8100', before_id: oldest.id });
    expect(BigInt(String(objects(second.structured)[0]!.id))).toBeLessThan(BigInt(String(oldest.id)));
  });

  it('fails for a conversation that does not exist', async () => {
    const { failure } = await connected().call('icu_get_chat_messages', { chat_id: '1' });
    expect(failure?.kind).toBe('not_found');
  });
});
