import * as z from '@core/mcp-kit/schema';
import { flag, list, number, optionalId, text } from './blocks.ts';

/** A place whose forecast the athlete wants. */
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
 * names of the provider behind it and of the sandbox: °C, mm, m/s.
 */
export const wireForecast = z.object({
  forecasts: list(
    z.object({
      ...wirePlace.shape,
      daily: list(
        z.object({
          start_date_local: text,
          temp_min: number,
          temp_max: number,
          rain: number,
          snow: number,
          wind_speed: number,
          wind_gust: number,
          clouds: number,
        }),
      ),
    }),
  ),
});

export type WireForecast = z.infer<typeof wireForecast>;
