import { endpoint, path } from '@core/mcp-kit/http';
import { wireForecast, wireWeatherConfig } from '../wire/forecast.ts';

export const days = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/weather-forecast`,
  response: wireForecast,
  cacheSeconds: 900,
});

export const places = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/weather-config`,
  response: wireWeatherConfig,
  cacheSeconds: 60,
  anewForWrites: true,
});

/** The whole list of places: what is left out is gone. */
export const updatePlaces = endpoint<{ athlete: string; places: readonly Readonly<Record<string, unknown>>[] }>()({
  method: 'PUT',
  path: ({ athlete }) => path`athlete/${athlete}/weather-config`,
  body: ({ places }) => ({ forecasts: places }),
  response: wireWeatherConfig,
});
