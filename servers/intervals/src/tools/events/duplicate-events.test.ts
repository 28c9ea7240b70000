import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const copy = { event_ids: ['5000350'], copies: 2 };

describe('icu_duplicate_events', () => {
  it('copies a session with its steps to the next two weeks, and not twice', async () => {
    const server = connected();
    const { structured: preview } = await server.call('icu_duplicate_events', copy);
    expect(preview).toMatchObject({ preview: { diff: [{ field: '2026-11-24' }, { field: '2026-12-01' }] } });
    const { structured } = await server.call('icu_duplicate_events', { ...copy, preview_token: preview.preview_token });
    expect(objects(structured)).toMatchObject([
      { start: '2026-11-24', planned_load: 63, structured: true },
      { start: '2026-12-01', planned_load: 63, structured: true },
    ]);
    const again = await server.call('icu_duplicate_events', copy);
    expect(again.structured).toMatchObject({ written: false, rows: [] });
  });

  it('fails for an entry that does not exist', async () => {
    const { failure } = await connected().call('icu_duplicate_events', { event_ids: ['1'] });
    expect(failure?.kind).toBe('not_found');
  });

  it.each([{ event_ids: [] }, { ...copy, copies: 200 }, { ...copy, weeks_between: 0 }])('refuses %j', async (args) => {
    const { failure } = await connected().call('icu_duplicate_events', args);
    expect(failure?.kind).toBe('bad_input');
  });
});
