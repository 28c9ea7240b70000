import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_update_weather_places', () => {
  it('adds a place and keeps the others, whose positions it does not round', async () => {
    const server = connected();
    const values = { location: 'Bled', latitude: 46.37, longitude: 14.11 };
    const { structured } = await server.call('icu_update_weather_places', { values });
    expect(structured).toMatchObject({ written: true, item: { name: 'Bled', enabled: true } });
    const { forecasts } = server.sandbox.emulator.state.me.settings.weather_config as { forecasts: object[] };
    expect(forecasts).toMatchObject([
      { id: 1, label: 'Home', lat: 46.0511 },
      { label: 'Bled', lat: 46.37 },
    ]);
  });

  it('switches a place off, once', async () => {
    const server = connected();
    const off = { place_id: '1', values: { enabled: false } };
    expect((await server.call('icu_update_weather_places', off)).structured.written).toBe(true);
    expect((await server.call('icu_update_weather_places', off)).structured.written).toBe(false);
  });

  it.each([
    [{ values: { name: 'x' } }, 'A new place needs location'],
    [{ place_id: '9', values: { name: 'x' } }, 'There is no place 9'],
    [{ place_id: '1', values: { latitude: 100 } }, 'from -90 to 90'],
  ])('refuses %j', async (args, said) => {
    const { failure } = await connected().call('icu_update_weather_places', args);
    expect(failure?.message).toContain(said);
  });
});
