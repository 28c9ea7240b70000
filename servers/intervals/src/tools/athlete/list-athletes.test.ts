import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_list_athletes', () => {
  const server = connected();

  it('lists everyone the key can see, and who is you', async () => {
    const rows = objects((await server.call('icu_list_athletes')).structured);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ you }) => you === true)).toMatchObject([{ id: server.sandbox.athleteId, may: 'write' }]);
    expect(rows.some(({ may }) => may === 'read')).toBe(true);
  });

  it('finds by part of a name and by tag', async () => {
    const named = objects((await server.call('icu_list_athletes', { name: 'kovač' })).structured);
    expect(named.map(({ name }) => name)).toEqual(['Ana Kovač', 'Ana Kovačič']);
    const tagged = objects((await server.call('icu_list_athletes', { tag: 'road' })).structured);
    expect(tagged.every(({ tags }) => String(tags).includes('road'))).toBe(true);
  });

  it('keeps an id without the letter as it is: adding one would name somebody else', async () => {
    const rows = objects((await server.call('icu_list_athletes')).structured);
    expect(rows.map(({ id }) => id)).toContain('2049151');
  });

  it('refuses an argument that does not exist', async () => {
    expect((await server.call('icu_list_athletes', { team: 'a' })).failure?.kind).toBe('bad_input');
  });

  it('stays within the answer budget', async () => {
    expect(sizeOf(await server.call('icu_list_athletes'))).toBeLessThanOrEqual(answerBudget.aim);
  });
});
