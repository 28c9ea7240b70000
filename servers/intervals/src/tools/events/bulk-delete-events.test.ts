import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const range = { category: 'WORKOUT', oldest: '2026-10-08', newest: '2026-10-20' };

describe('icu_bulk_delete_events', () => {
  it('lists what would go and what a range spares, and deletes only with the token', async () => {
    const server = connected();
    const preview = await server.call('icu_bulk_delete_events', range);
    const { diff, notes } = preview.structured.preview as { diff: { field: string }[]; notes: string[] };
    expect(diff.map(({ field }) => field)).toEqual([
      'event 5000332',
      'event 5000333',
      'event 5000334',
      'event 5000335',
    ]);
    expect(notes.join(' ')).toContain('Stays: 5000331');
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    const done = await server.call('icu_bulk_delete_events', {
      ...range,
      preview_token: preview.structured.preview_token,
    });
    expect(done.structured).toMatchObject({ written: true, rows: { length: 4 }, skipped: { length: 4 } });
    const again = await server.call('icu_bulk_delete_events', range);
    expect(again.structured).toMatchObject({ written: false });
  });

  it('takes only what starts inside the range', async () => {
    const { structured } = await connected().call('icu_bulk_delete_events', {
      category: 'PLAN',
      oldest: '2026-10-14',
      newest: '2026-12-01',
    });
    expect(structured).toMatchObject({ written: false, rows: [] });
  });

  it.each([[{ category: 'WORKOUT', oldest: '2026-10-14' }], [{ oldest: '2026-10-14', newest: '2026-10-20' }], [{}]])(
    'refuses an open range %j',
    async (args) => {
      const server = connected();
      const { failure } = await server.call('icu_bulk_delete_events', args);
      expect(failure).toMatchObject({ kind: 'bad_input' });
      expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    },
  );

  it('is blocked for what is past where only the future may be deleted', async () => {
    const server = connected({}, { selection: { allowDelete: 'future' } });
    const { failure } = await server.call('icu_bulk_delete_events', { event_ids: ['5000331'] });
    expect(failure?.kind).toBe('blocked');
  });
});
