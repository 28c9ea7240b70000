import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('tp_create_group', () => {
  it('creates a group, and makes no second one of the same name', async () => {
    const server = connected({ account: 'coach' });
    const first = (await server.call('tp_create_group', { name: 'Track' })).structured;
    expect(first).toMatchObject({ written: true, name: 'Track' });
    const again = (await server.call('tp_create_group', { name: ' track ' })).structured;
    expect(again).toMatchObject({ written: false, id: first.id });
    expect(server.writes()).toHaveLength(1);
  });

  it('is refused to an athlete before anything is sent, and without a name', async () => {
    const athlete = connected();
    expect((await athlete.call('tp_create_group', { name: 'Track' })).failure?.kind).toBe('forbidden');
    const coach = connected({ account: 'coach' });
    expect((await coach.call('tp_create_group', { name: '  ' })).failure?.kind).toBe('bad_input');
    expect([...athlete.writes(), ...coach.writes()]).toEqual([]);
  });
});
