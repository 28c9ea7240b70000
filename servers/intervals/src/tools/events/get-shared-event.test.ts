import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_shared_event', () => {
  it('gives day, place and courses with their climbs', async () => {
    const { structured } = await connected().call('icu_get_shared_event', { event_id: '5501' });
    expect(structured.race).toMatchObject({
      name: 'Sandbox Gran Fondo',
      sports: 'Ride',
      location: 'Ljubljana, Slovenia',
    });
    expect(objects(structured)).toEqual([{ name: 'Long', sports: 'Ride', distance_km: 118, climb_m: 1650 }]);
  });

  it('fails for a race that does not exist', async () => {
    const { failure } = await connected().call('icu_get_shared_event', { event_id: '1' });
    expect(failure?.kind).toBe('not_found');
  });
});
