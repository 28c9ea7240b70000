import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_apply_sport_settings', () => {
  it('says how many activities change, always asks, and never claims that it is finished', async () => {
    const server = connected({}, { review: 'off' });
    const { structured: preview } = await server.call('icu_apply_sport_settings', { sport: 'Swim' });
    expect(preview).toMatchObject({
      written: false,
      preview: { summary: expect.stringMatching(/Analyse \d+ activities of Swim/) },
    });
    const { structured } = await server.call('icu_apply_sport_settings', {
      sport: 'Swim',
      preview_token: preview.preview_token,
    });
    expect(structured).toMatchObject({ written: true, notes: [expect.stringContaining('background')] });
  });

  it('fails for a sport without settings of its own', async () => {
    const { failure } = await connected().call('icu_apply_sport_settings', { sport: 'Yoga' });
    expect(failure?.kind).toBe('not_found');
  });
});
