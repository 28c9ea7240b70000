import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_delete_sport_settings', () => {
  it('shows what goes, asks, and gives back what is needed to make it again', async () => {
    const server = connected({}, { review: 'off' });
    const { structured: preview } = await server.call('icu_delete_sport_settings', { sport: 'Swim' });
    expect(preview.written).toBe(false);
    const { structured } = await server.call('icu_delete_sport_settings', {
      sport: 'Swim',
      preview_token: preview.preview_token,
    });
    expect(structured.deleted).toMatchObject({ sports: ['Swim', 'OpenWaterSwim'], threshold_pace_s_per_100m: 82 });
    expect((await server.call('icu_delete_sport_settings', { sport: 'Swim' })).failure?.kind).toBe('not_found');
  });

  it('refuses the group for other sports', async () => {
    const { failure } = await connected().call('icu_delete_sport_settings', { sport: '70003' });
    expect(failure?.kind).toBe('blocked');
  });
});
