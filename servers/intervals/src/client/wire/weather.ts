import * as z from '@core/mcp-kit/schema';
import { flag, list, number, optionalId, text } from './blocks.ts';

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

/** A place of the forecast. */
export const wirePlace = z.object({
  id: optionalId,
  provider: text,
  location: text,
  label: text,
  lat: number,
  lon: number,
  enabled: flag,
});

export type WirePlace = z.infer<typeof wirePlace>;

export const wireWeatherConfig = z.object({ forecasts: list(wirePlace) });

/**
 * The document has the places only; the live service adds days, whose keys nobody has published. They are read by the
 * names of the provider behind it and of the sandbox.
 */
export const wireForecast = z.object({
  forecasts: list(
    z.object({
      ...wirePlace.shape,
      daily: list(
        z.object({
          id: text,
          start_date_local: text,
          temp_min: number,
          temp_max: number,
          rain: number,
          snow: number,
          wind_speed: number,
          wind_gust: number,
          wind_deg: number,
          clouds: number,
          pop: number,
        }),
      ),
    }),
  ),
});

export type WireForecast = z.infer<typeof wireForecast>;

/** A place as it is written. */
export interface PlaceBody {
  readonly id?: number;
  readonly provider: string;
  readonly location: string;
  readonly label: string;
  readonly lat: number;
  readonly lon: number;
  readonly enabled: boolean;
}
