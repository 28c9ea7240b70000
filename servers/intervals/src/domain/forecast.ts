import type { Cell } from '@core/mcp-kit';
import type { WireForecast, WirePlace } from '../client/wire/forecast.ts';
import { localDay } from './local-time.ts';
import { kmPerHour } from './si.ts';

export const forecastColumns = [
  'place',
  'date',
  'low_c',
  'high_c',
  'rain_mm',
  'snow_mm',
  'wind_km_h',
  'gust_km_h',
  'clouds_pct',
];

/** The days ahead at each place that is switched on. */
export function forecastRows({ forecasts }: WireForecast): Record<string, Cell>[] {
  return forecasts.flatMap((place) =>
    place.daily.map((day) => ({
      place: placeName(place),
      date: localDay(day.start_date_local),
      low_c: day.temp_min,
      high_c: day.temp_max,
      rain_mm: day.rain,
      snow_mm: day.snow,
      wind_km_h: kmPerHour(day.wind_speed),
      gust_km_h: kmPerHour(day.wind_gust),
      clouds_pct: day.clouds,
    })),
  );
}

/** A place; its position is rounded to about a kilometre, because it is usually somebody's home. */
export function placeOf(place: WirePlace): Record<string, unknown> {
  return {
    place_id: place.id,
    name: placeName(place),
    location: place.location,
    latitude: coarse(place.lat),
    longitude: coarse(place.lon),
    enabled: place.enabled === true,
  };
}

export const placeName = ({ label, location }: WirePlace): string | null => ((label ?? '') === '' ? location : label);

const coarse = (degrees: number | null): number | null => (degrees === null ? null : Math.round(degrees * 100) / 100);
