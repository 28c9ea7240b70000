import { describe, expect, it } from 'vitest';
import type { Thread } from '../../ports/index.ts';
import { connectMemory, objects } from '../../testing/index.ts';

const thread = (id: string, given: Partial<Thread>): Thread => ({
  id,
  where: 'chat',
  aboutId: null,
  about: null,
  athlete: { id: `p${id}`, name: `Name ${id}` },
  lastFrom: 'other',
  lastAt: '2026-10-14T10:00:00Z',
  unread: 0,
  excerpt: 'Hello',
  ...given,
});
const threads = [
  thread('1', { lastFrom: 'me', lastAt: '2026-10-14T11:00:00Z' }),
  thread('2', { lastAt: '2026-10-14T10:00:00Z' }),
  thread('3', { lastAt: '2026-10-12T12:00:00Z' }),
  thread('4', { lastFrom: null, unread: 2, lastAt: '2026-10-13T12:00:00Z' }),
];
const person = { id: 'p3', name: 'Name 3', tags: ['road'], lastSeen: null, email: null, mayWrite: true };
const server = () => connectMemory({ threads, people: [person] });

describe('list_conversations', () => {
  it('puts those that wait longest on top, a read message without an answer among them', async () => {
    const { structured } = await server().call('mem_list_conversations', {});
    expect(objects(structured).map(({ thread_id, unanswered }) => [thread_id, unanswered])).toEqual([
      ['3', true],
      ['4', true],
      ['2', true],
      ['1', false],
    ]);
    expect(objects(structured)[0]).toMatchObject({ age_h: 48, last_from: 'other' });
    expect(structured.coverage).toMatchObject({ threads: 4, unanswered: 3 });
  });

  it('names what a comment is about', async () => {
    const comment = thread('5', { where: 'activity', aboutId: '77', about: '2026-10-13 Long run' });
    const { structured } = await connectMemory({ threads: [comment] }).call('mem_list_conversations', {});
    expect(objects(structured)[0]).toMatchObject({ about_id: '77', about: '2026-10-13 Long run' });
  });

  it('leaves out what is answered, or other groups', async () => {
    const only = await server().call('mem_list_conversations', { unanswered_only: true });
    expect(objects(only.structured)).toHaveLength(3);
    const road = await server().call('mem_list_conversations', { tag: 'road' });
    expect(objects(road.structured).map(({ thread_id }) => thread_id)).toEqual(['3']);
  });

  it('says that nobody waits', async () => {
    const { structured } = await connectMemory({}).call('mem_list_conversations', { unanswered_only: true });
    expect(structured.notes).toEqual(['Nobody waits for an answer.']);
  });
});
