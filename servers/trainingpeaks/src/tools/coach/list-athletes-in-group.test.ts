import { describe, expect, it } from 'vitest';
import { NEWCOMER_ID } from '../../../sandbox/index.ts';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_list_athletes_in_group', () => {
  it('names the members, and says of whom the roster knows no name', async () => {
    const server = connected({ account: 'coach' });
    const juniors = (await server.call('tp_list_athletes_in_group', { group_id: '4002' })).structured;
    expect(juniors).toMatchObject({ group: 'Juniors', total: 3 });
    expect(objects(juniors).every(({ name }) => typeof name === 'string')).toBe(true);
    const mixed = (await server.call('tp_list_athletes_in_group', { group_id: '4003' })).structured;
    expect(objects(mixed)).toContainEqual({ id: String(NEWCOMER_ID), name: null });
    expect(String(mixed.notes)).toContain('2 are not on your roster');
  });

  it('names the groups there are when the id is wrong', async () => {
    const server = connected({ account: 'coach' });
    const { failure } = await server.call('tp_list_athletes_in_group', { group_id: '999' });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('Juniors (4002)') });
  });
});
