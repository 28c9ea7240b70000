import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_create_library', () => {
  it('creates a library of one’s own', async () => {
    const server = connected();
    const { structured } = await server.call('tp_create_library', { name: 'Race weeks' });
    expect(structured).toMatchObject({ written: true, name: 'Race weeks' });
    const rows = objects((await server.call('tp_get_libraries')).structured);
    expect(rows.at(-1)).toMatchObject({ library_id: structured.library_id, own: true });
  });

  it('keeps the one of the same name', async () => {
    const server = connected();
    const { structured } = await server.call('tp_create_library', { name: 'my workouts' });
    expect(structured).toMatchObject({ written: false, library_id: '2100001' });
    expect(server.writes()).toEqual([]);
  });

  it('does not know whether it was made when the answer is lost, and a repeat finds it', async () => {
    const server = connected();
    server.sandbox.emulator.faults.inject('answer-lost', { method: 'POST', path: /libraries$/ });
    const lost = await server.call('tp_create_library', { name: 'Race weeks' });
    expect(lost.failure?.kind).toBe('ambiguous_write');
    const again = await server.call('tp_create_library', { name: 'Race weeks' });
    expect(again.structured).toMatchObject({ written: false, name: 'Race weeks' });
    expect(server.writes()).toHaveLength(1);
  });
});
