import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const availability_id = '50001';

describe('tp_update_availability', () => {
  it('changes the reason and leaves days and text as they are', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_availability', { availability_id, reason: 'Work' });
    expect(structured).toMatchObject({
      written: true,
      availability: { reason: 'Work', start_date: '2026-10-26', end_date: '2026-10-28', description: 'At the sea' },
      changed: [{ field: 'reason', before: 'Vacation', after: 'Work' }],
    });
  });

  it('makes days limited by naming sports, and free of that limit again', async () => {
    const server = connected();
    const limited = await server.call('tp_update_availability', { availability_id, sports: ['Run'] });
    expect(limited.structured.availability).toMatchObject({ kind: 'limited', sports: 'Run' });
    const whole = await server.call('tp_update_availability', { availability_id, sports: [] });
    expect(whole.structured.availability).toMatchObject({ kind: 'unavailable' });
    expect(whole.structured.availability).not.toHaveProperty('sports');
  });

  it('writes nothing when it already is so', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_availability', { availability_id, reason: 'Vacation' });
    expect(structured).toMatchObject({ written: false });
    expect(server.writes()).toEqual([]);
  });

  it('refuses an end before the start', async () => {
    const { failure } = await connected().call('tp_update_availability', { availability_id, end_date: '2026-10-20' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'swap the two days' });
  });

  it('refuses an id that does not exist', async () => {
    const { failure } = await connected().call('tp_update_availability', { availability_id: '1', reason: 'Work' });
    expect(failure?.kind).toBe('not_found');
  });
});
