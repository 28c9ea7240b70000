import { endpoint, path } from '@core/mcp-kit/http';
import { type PlaceBody, wireActivityWeather, wireForecast, wireWeatherConfig } from '../wire/weather.ts';

interface Part {
  readonly activity: string;
  /** Samples, end exclusive; without them all of it. */
  readonly from?: number;
  readonly to?: number;
}

export const ofActivity = endpoint<Part>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/weather-summary`,
  query: ({ from, to }) => ({ start_index: from, end_index: to }),
  response: wireActivityWeather,
  cacheSeconds: 600,
});

export const forecast = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/weather-forecast`,
  response: wireForecast,
  cacheSeconds: 900,
});

export const config = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/weather-config`,
  response: wireWeatherConfig,
  cacheSeconds: 60,
});

/** The whole list of places: what is left out is gone. */
export const updateConfig = endpoint<{ athlete: string; forecasts: readonly PlaceBody[] }>()({
  method: 'PUT',
  path: ({ athlete }) => path`athlete/${athlete}/weather-config`,
  body: ({ forecasts }) => ({ forecasts }),
  response: wireWeatherConfig,
});
