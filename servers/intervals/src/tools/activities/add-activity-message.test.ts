import { describe, expect, it } from 'vitest';
import { connected, YESTERDAY_RIDE } from '../../../test/connected.ts';

const comment = { activity_id: YESTERDAY_RIDE, text: 'Steady pacing, well done.' };

describe('icu_add_activity_message', () => {
  it('shows the comment first, and writes it once with the token of the preview', async () => {
    const server = connected();
    const preview = await server.call('icu_add_activity_message', comment);
    expect(preview.structured).toMatchObject({
      written: false,
      preview: { diff: [{ field: 'comment', before: null, after: comment.text }] },
    });
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
    const { preview_token } = preview.structured;
    const sent = await server.call('icu_add_activity_message', { ...comment, preview_token });
    expect(sent.structured).toMatchObject({
      written: true,
      stored: 'as sent',
      message_id: expect.stringMatching(/^\d+$/),
    });
    const again = await server.call('icu_add_activity_message', { ...comment, preview_token });
    expect(again.failure?.kind).toBe('conflict');
    const { messages } = server.sandbox.emulator.state.me.conversations;
    expect(messages.filter(({ content }) => content === comment.text)).toHaveLength(1);
  });

  it('is sent once, however often the same preview is sent back', async () => {
    const server = connected();
    const { structured } = await server.call('icu_add_activity_message', comment);
    const { preview_token } = structured;
    await server.call('icu_add_activity_message', { ...comment, preview_token });
    const { failure } = await server.call('icu_add_activity_message', { ...comment, preview_token });
    expect(failure?.kind).toBe('conflict');
    expect(server.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  it('refuses an empty comment', async () => {
    const { failure } = await connected().call('icu_add_activity_message', { ...comment, text: '' });
    expect(failure?.kind).toBe('bad_input');
  });
});
