import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_weather_forecast', () => {
  it('gives the days ahead with units, and places only roughly', async () => {
    const { structured } = await connected().call('icu_get_weather_forecast');
    expect(structured.places).toEqual([
      { place_id: '1', name: 'Home', location: 'Ljubljana', latitude: 46.05, longitude: 14.51, enabled: true },
    ]);
    const days = objects(structured);
    expect(days).toHaveLength(7);
    expect(days[0]).toMatchObject({
      place: 'Home',
      date: '2026-10-14',
      low_c: 12,
      high_c: 20,
      rain_mm: 4.5,
      wind_km_h: 14.7,
    });
  });

  it('says how to get one when there is none', async () => {
    const server = connected();
    await server.call('icu_update_weather_places', { place_id: '1', values: { enabled: false } });
    server.sandbox.emulator.state.me.settings.weather_config = { forecasts: [] };
    const { structured } = await server.call('icu_get_weather_forecast');
    expect(structured.notes).toEqual([expect.stringContaining('icu_update_weather_places')]);
  });
});
