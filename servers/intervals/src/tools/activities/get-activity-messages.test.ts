import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_activity_messages', () => {
  const server = connected();
  const comments = () =>
    server.sandbox.emulator.state.me.conversations.messages.filter(({ activity_id }) => activity_id !== null);

  it('lists the comments of an activity', async () => {
    const activity_id = comments()[0]!.activity_id;
    const stored = comments().filter((each) => each.activity_id === activity_id);
    const { structured } = await server.call('icu_get_activity_messages', { activity_id });
    const shown = objects(structured).map(({ id }) => id);
    expect(shown.sort()).toEqual(stored.map(({ id }) => String(id)).sort());
  });

  it('marks what people wrote, cuts what is endless, and stays within the cap', async () => {
    for (const { activity_id } of comments()) {
      const answer = await server.call('icu_get_activity_messages', { activity_id });
      expect(answer.structured.user_text).toEqual(['author', 'text']);
      expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.cap);
    }
  });

  it('says so when nobody has commented', async () => {
    const quiet = server.sandbox.emulator.state.me.activities
      .list()
      .find(({ id, source }) => source !== 'STRAVA' && !comments().some(({ activity_id }) => activity_id === id));
    const { structured } = await server.call('icu_get_activity_messages', { activity_id: quiet?.id });
    expect(structured).toMatchObject({ total: 0, notes: ['Nobody has commented on this activity.'] });
  });

  it('refuses an activity that does not exist', async () => {
    const { failure } = await server.call('icu_get_activity_messages', { activity_id: 'i1' });
    expect(failure?.kind).toBe('not_found');
  });
});
