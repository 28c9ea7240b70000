import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_create_sport_settings', () => {
  it('gives a sport settings of its own, once, which can then be changed', async () => {
    const server = connected();
    const { structured } = await server.call('icu_create_sport_settings', { sports: ['Rowing'] });
    expect(structured).toMatchObject({ written: true, item: { sports: ['Rowing'] } });
    const again = await server.call('icu_create_sport_settings', { sports: ['Rowing'] });
    expect(again.structured.written).toBe(false);
    const changed = await server.call('icu_update_sport_settings', {
      sport: 'Rowing',
      values: { threshold_pace_s_per_500m: 110 },
    });
    expect(changed.structured.item).toMatchObject({ threshold_pace_s_per_500m: 110 });
  });

  it.each([
    [['Run'], 'conflict'],
    [['Bike'], 'bad_input'],
  ])('refuses %j', async (sports, kind) => {
    const { failure } = await connected().call('icu_create_sport_settings', { sports });
    expect(failure?.kind).toBe(kind);
  });
});
