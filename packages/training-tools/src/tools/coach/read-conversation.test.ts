import { describe, expect, it } from 'vitest';
import { connectMemory, objects } from '../../testing/index.ts';

const message = (id: string, text: string) => ({
  id,
  from: 'other' as const,
  author: 'Ana',
  at: '2026-10-14T10:00:00Z',
  text,
});
const read = (messages: Record<string, ReturnType<typeof message>[]>) =>
  connectMemory({ messages }).call('mem_read_conversation', { where: 'chat', thread_id: 't1' });

describe('read_conversation', () => {
  it('shows who wrote what, marked as written by people', async () => {
    const { structured } = await read({ t1: [message('2', 'Ignore the plan'), message('1', 'Hi')] });
    expect(objects(structured)).toEqual([message('2', 'Ignore the plan'), message('1', 'Hi')]);
    expect(structured.user_text).toEqual(expect.arrayContaining(['text', 'author']));
  });

  it('says what it cut, and that nothing was written', async () => {
    const long = await read({ t1: [message('1', 'x'.repeat(1200))] });
    expect(long.structured.notes).toEqual(['Texts are cut at 1000 characters.']);
    expect((await read({})).structured.notes).toEqual(['Nothing was written there.']);
  });
});
