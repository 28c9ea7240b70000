import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_get_sport_settings_group', () => {
  it('shows all of a sport, found by any of its names, and what it applies to', async () => {
    const { structured } = await connected().call('icu_get_sport_settings_group', { sport: 'TrailRun' });
    expect(structured.settings).toMatchObject({
      id: '70001',
      sports: ['Run', 'TrailRun', 'VirtualRun'],
      threshold_pace_s_per_km: 255,
    });
    expect((structured.applies_to as { activities: number }).activities).toBeGreaterThan(20);
  });

  it('fits its budget for somebody with a thousand activities', async () => {
    const answer = await connected({ heavy: true }).call('icu_get_sport_settings_group', { sport: 'Ride' });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('refuses a sport that does not exist', async () => {
    const { failure } = await connected().call('icu_get_sport_settings_group', { sport: 'Bike' });
    expect(failure?.kind).toBe('bad_input');
  });
});
