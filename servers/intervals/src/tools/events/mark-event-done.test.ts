import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_mark_event_done', () => {
  it('makes an activity that looks like the plan and is paired with it, once', async () => {
    const server = connected();
    const { structured } = await server.call('icu_mark_event_done', { event_id: '5000332' });
    expect(structured).toMatchObject({ written: true, done: { event_id: '5000332', date: '2026-10-14', load: 57 } });
    const { activity_id } = structured.done as { activity_id: string };
    const { structured: details } = await server.call('icu_get_activity_details', { activity_id });
    expect(JSON.stringify(details)).toContain('Endurance 75 min');
    const again = await server.call('icu_mark_event_done', { event_id: '5000332' });
    expect(again.structured).toMatchObject({ written: false, done: { activity_id } });
  });

  it.each([
    ['5000333', 'still to come'],
    ['5020004', 'not a planned workout'],
  ])('refuses event %s: %s', async (event_id, said) => {
    const { failure } = await connected().call('icu_mark_event_done', { event_id });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining(said) });
  });
});
