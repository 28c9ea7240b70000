import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const message = { chat_id: '8100', text: 'Yes, Friday works.' };

describe('icu_send_message', () => {
  it('always shows whom it goes to, sends once, and does not repeat itself', async () => {
    const server = connected({}, { review: 'visible' });
    const { structured: preview } = await server.call('icu_send_message', message);
    expect(preview).toMatchObject({ written: false, preview: { summary: 'Send a message to Ana Kovač' } });
    const { structured } = await server.call('icu_send_message', { ...message, preview_token: preview.preview_token });
    expect(structured).toMatchObject({ written: true, text: message.text, message_id: expect.any(String) });
    const listed = await server.call('icu_get_chat_messages', { chat_id: '8100' });
    expect(objects(listed.structured)[0]).toMatchObject({ author: 'you', text: message.text });
    expect((await server.call('icu_send_message', message)).structured.written).toBe(false);
  });

  it('opens a conversation with an athlete', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await server.call('icu_send_message', { to_athlete_id: 'i300016', text: 'Well done.' });
    expect(structured.written).toBe(true);
  });

  it.each([
    [{ text: 'x' }, 'bad_input'],
    [{ ...message, to_athlete_id: 'i300016' }, 'bad_input'],
    [{ to_athlete_id: 'i1', text: 'x' }, 'not_found'],
    [{ chat_id: '1', text: 'x' }, 'not_found'],
  ])('refuses %j', async (args, kind) => {
    const { failure } = await connected().call('icu_send_message', args);
    expect(failure?.kind).toBe(kind);
  });
});
