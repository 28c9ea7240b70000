import { describe, expect, it } from 'vitest';
import { NEWCOMER_ID } from '../../../sandbox/index.ts';
import { connected, objects } from '../../../test/connected.ts';

const add = (server: ReturnType<typeof connected>, athlete_ids: string[], group_id = '4002') =>
  server.call('tp_add_athletes_to_group', { group_id, athlete_ids });

describe('tp_add_athletes_to_group', () => {
  it('adds by id and by name, one call each, and counts who is there afterwards', async () => {
    const server = connected({ account: 'coach' });
    const { structured } = await add(server, ['2400015', 'Ana Kovačič', '2400012']);
    expect(structured).toMatchObject({ written: true, group: 'Juniors' });
    expect(objects(structured).map(({ result }) => result)).toEqual(Array(objects(structured).length).fill('added'));
    const inside = (await server.call('tp_list_athletes_in_group', { group_id: '4002' })).structured;
    expect(structured.athletes_now).toBe(inside.total);
    expect(String(structured.notes)).toContain('already');
  });

  it('writes nothing when a name fits several or nobody, when all are members, or for the default group', async () => {
    const server = connected({ account: 'coach' });
    expect((await add(server, ['2400015', 'Ana'])).failure?.kind).toBe('ambiguous');
    expect((await add(server, ['Nobody Here'])).failure?.kind).toBe('not_found');
    expect((await add(server, ['2400012'])).structured.written).toBe(false);
    expect((await add(server, ['2400012'], '4001')).failure?.kind).toBe('blocked');
    expect(server.writes()).toEqual([]);
  });

  it('finds somebody who was connected a minute ago', async () => {
    const server = connected({ account: 'coach' });
    await server.call('tp_list_athletes');
    server.quirks.newcomerInRoster = true;
    const { structured } = await add(server, ['Bine']);
    expect(objects(structured)).toEqual([{ id: String(NEWCOMER_ID), name: 'Bine Hočevar', result: 'added' }]);
  });

  it('goes on after one that is refused, and says which', async () => {
    const server = connected({ account: 'coach' });
    const path = '/coaches/v1/coaches/{cid}/tags/{id}/athletes';
    server.sandbox.emulator.faults.inject('http-403', { method: 'POST', path, times: 1 });
    const { structured } = await add(server, ['2400015', '2400016']);
    expect(objects(structured).map(({ result }) => result)).toEqual(['failed', 'added']);
    expect(structured.athletes_now).toBe(4);
    expect(String(structured.notes)).toContain('1 of 2 failed');
  });
});
