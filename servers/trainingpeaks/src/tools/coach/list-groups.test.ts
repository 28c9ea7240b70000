import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_list_groups', () => {
  it('lists the groups of a coach with how many are in them, and marks the one that cannot be changed', async () => {
    const { structured } = await connected({ account: 'coach' }).call('tp_list_groups');
    const rows = objects(structured);
    expect(rows.map(({ id }) => id)).toEqual(['4001', '4002', '4003']);
    expect(rows[0]).toMatchObject({ name: 'My Athletes', default: true });
    expect(rows[1]).toMatchObject({ name: 'Juniors', athletes: 3 });
    expect(structured.user_text).toEqual(['name']);
  });

  it('says to an athlete that groups are for coaches', async () => {
    const { failure } = await connected().call('tp_list_groups');
    expect(failure).toMatchObject({ kind: 'forbidden', message: expect.stringContaining('coaches nobody') });
  });
});
