import { endpoint, path } from '@core/mcp-kit/http';
import { wireActivityWeather } from '../wire/weather.ts';

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
