import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const ill = { start_date: '2026-10-15', end_date: '2026-10-19', reason: 'Sick' };

describe('tp_create_availability', () => {
  it('names the planned sessions that are affected before it writes, and leaves them where they are', async () => {
    const server = connected();
    const { structured } = await server.call('tp_create_availability', { ...ill, dry_run: true });
    const { notes } = structured.preview as { notes: string[] };
    expect(notes[0]).toContain('2026-10-15 "4 x 8 min threshold" (Bike');
    expect(server.writes()).toEqual([]);
    const done = await server.call('tp_create_availability', ill);
    expect(done.structured).toMatchObject({ written: true, availability: { ...ill, kind: 'unavailable' } });
    expect(server.writes()).toHaveLength(1);
  });

  it('marks days on which some sports stay possible, and then only the others are affected', async () => {
    const call = { ...ill, reason: 'Injury', sports: ['bike', 'Swim'] };
    const { structured } = await connected().call('tp_create_availability', call);
    expect(structured).toMatchObject({ availability: { kind: 'limited', sports: 'Bike, Swim', reason: 'Injury' } });
    expect(JSON.stringify(structured.notes ?? [])).not.toContain('4 x 8 min threshold');
  });

  it('does not double the block when the call is repeated', async () => {
    const server = connected();
    await server.call('tp_create_availability', ill);
    const again = await server.call('tp_create_availability', ill);
    expect(again.structured).toMatchObject({ written: false });
    expect(server.writes()).toHaveLength(1);
  });

  it('warns of a block that it overlaps', async () => {
    const call = { start_date: '2026-10-27', end_date: '2026-10-30', dry_run: true };
    const { structured } = await connected().call('tp_create_availability', call);
    expect((structured.preview as { notes: string[] }).notes).toContainEqual(
      expect.stringContaining('Overlaps availability 50001'),
    );
  });

  it.each([
    [{ ...ill, end_date: '2026-10-01' }, 'lies before'],
    [{ ...ill, sports: ['Chess'] }, 'not a sport'],
    [{ ...ill, end_date: '2036-10-19' }, 'more than 400 days'],
  ])('refuses %j', async (call, message) => {
    const { failure } = await connected().call('tp_create_availability', call);
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining(message) });
  });
});
