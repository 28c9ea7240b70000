import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_list_notes', () => {
  it('lists the notes around today, hostile text without invisible characters and named as data', async () => {
    const { structured, text } = await connected().call('tp_list_notes');
    const rows = objects(structured);
    expect(rows.map(({ title }) => title)).toContain('Travel');
    expect(structured.user_text).toEqual(['title', 'excerpt']);
    expect(text).not.toMatch(/[\p{Cf}\p{Zl}]/u);
    for (const { excerpt } of rows) expect(String(excerpt ?? '').length).toBeLessThanOrEqual(121);
  });

  it('reads more than 90 days in pages, each note once', async () => {
    const server = connected();
    const window = { oldest: '2026-01-01', newest: '2026-12-31' };
    const ids = objects((await server.call('tp_list_notes', window)).structured).map(({ note_id }) => note_id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(server.requests.filter(({ url }) => url.includes('/calendarNote/'))).toHaveLength(5);
  });

  it('refuses a window that runs backwards', async () => {
    const { failure } = await connected().call('tp_list_notes', { oldest: '2026-10-20', newest: '2026-10-01' });
    expect(failure?.kind).toBe('bad_input');
  });
});
