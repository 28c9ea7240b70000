import * as z from '@core/mcp-kit/schema';
import { number, text } from './blocks.ts';

/** Weather of all or part of an activity. Wind m/s, temperatures °C. */
export const wireActivityWeather = z.object({
  start_secs: number,
  end_secs: number,
  moving_time: number,
  average_temp: number,
  min_temp: number,
  max_temp: number,
  average_weather_temp: number,
  min_weather_temp: number,
  max_weather_temp: number,
  average_feels_like: number,
  average_wind_speed: number,
  max_wind_speed: number,
  average_wind_gust: number,
  max_wind_gust: number,
  prevailing_wind_deg: number,
  average_yaw: number,
  headwind_percent: number,
  tailwind_percent: number,
  max_rain: number,
  max_showers: number,
  max_snow: number,
  average_clouds: number,
  description: text,
});

export type WireActivityWeather = z.infer<typeof wireActivityWeather>;
