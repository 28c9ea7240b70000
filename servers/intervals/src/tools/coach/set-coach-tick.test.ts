import { describe, expect, it } from 'vitest';
import { connected, YESTERDAY_RIDE } from '../../../test/connected.ts';

describe('icu_set_coach_tick', () => {
  it('sets one of the coach’s labels after a preview, and takes it away', async () => {
    const server = connected();
    const { structured: preview } = await server.call('icu_set_coach_tick', { activity_id: YESTERDAY_RIDE, tick: 1 });
    expect(preview).toMatchObject({ written: false, preview: { diff: [{ before: null, after: 'Nice' }] } });
    const set = { activity_id: YESTERDAY_RIDE, tick: 1, preview_token: preview.preview_token };
    expect((await server.call('icu_set_coach_tick', set)).structured).toMatchObject({ written: true, label: 'Nice' });
    const again = await server.call('icu_set_coach_tick', { activity_id: YESTERDAY_RIDE, tick: 1 });
    expect(again.structured).toMatchObject({ written: false, label: 'Nice' });
  });

  it('lists the labels', async () => {
    const { structured } = await connected().call('icu_set_coach_tick', { activity_id: YESTERDAY_RIDE });
    expect(structured).toMatchObject({ written: false, labels: { 1: 'Nice', 2: 'Let us talk' } });
  });

  it('refuses a label that does not exist', async () => {
    const { failure } = await connected().call('icu_set_coach_tick', { activity_id: YESTERDAY_RIDE, tick: 9 });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('1 (Nice)') });
  });
});
