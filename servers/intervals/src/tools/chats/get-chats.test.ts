import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_chats', () => {
  it('names the other athlete and counts what is unread', async () => {
    const { structured } = await connected().call('icu_get_chats');
    expect(objects(structured)).toMatchObject([
      { id: '8100', kind: 'private', with: 'Ana Kovač', unread: 1 },
      { id: '8101', kind: 'group', name: 'Tuesday group', unread: 0 },
    ]);
  });

  it('filters to unread ones, and to groups', async () => {
    const server = connected();
    const unread = await server.call('icu_get_chats', { unread_only: true });
    expect(objects(unread.structured).map(({ id }) => id)).toEqual(['8100']);
    const groups = await server.call('icu_get_chats', { groups: true });
    expect(objects(groups.structured).map(({ id }) => id)).toEqual(['8101']);
  });

  it('refuses an argument that it does not have', async () => {
    const { failure } = await connected().call('icu_get_chats', { unread: true });
    expect(failure?.kind).toBe('bad_input');
  });
});
