import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../../test/connected.ts';

const activity_id = YESTERDAY_RIDE;
const tool = 'icu_delete_activity_message';

describe(tool, () => {
  it('deletes one comment after it was asked, and shows what went', async () => {
    const server = connected({}, { review: 'off' });
    const { structured: list } = await server.call('icu_get_activity_messages', { activity_id });
    const [first] = objects(list);
    const args = { activity_id, message_id: first?.id };
    const { structured } = await server.call(tool, args);
    expect(structured).toMatchObject({ written: false });
    const done = await server.call(tool, { ...args, preview_token: structured.preview_token });
    expect(done.structured).toMatchObject({ written: true, text: first?.text });
    expect(server.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
    const { structured: after } = await server.call('icu_get_activity_messages', { activity_id });
    expect(objects(after)[0]?.text).toBe('(deleted)');
    expect((await server.call(tool, args)).failure?.kind).toBe('not_found');
  });

  it('refuses a comment that is not there', async () => {
    const { failure } = await connected().call(tool, { activity_id, message_id: '1' });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('icu_get_activity_messages') });
  });
});
