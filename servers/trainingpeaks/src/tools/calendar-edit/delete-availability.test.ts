import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const availability_id = '50001';

describe('tp_delete_availability', () => {
  it('always asks, then frees the days', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await server.call('tp_delete_availability', { availability_id });
    expect(structured).toMatchObject({ preview: { summary: 'Free 2026-10-26 to 2026-10-28 (Vacation)' } });
    const done = await server.call('tp_delete_availability', {
      availability_id,
      preview_token: structured.preview_token,
    });
    expect(done.structured).toMatchObject({ written: true, deleted: { availability_id, reason: 'Vacation' } });
    const rows = objects((await server.call('tp_get_availability')).structured);
    expect(rows.map((row) => row.availability_id)).toEqual(['50002']);
  });

  it('refuses an id that does not exist', async () => {
    expect((await connected().call('tp_delete_availability', { availability_id: '1' })).failure?.kind).toBe(
      'not_found',
    );
  });
});
