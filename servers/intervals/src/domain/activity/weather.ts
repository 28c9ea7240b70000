import type { WireActivityWeather } from '../../client/wire/weather.ts';
import { kmPerHour } from '../si.ts';

/** The weather of an activity in groups. `device_` is what the recorder measured, the rest comes from weather stations. */
export function weatherGroups(weather: WireActivityWeather): Record<string, Record<string, unknown>> {
  return {
    temperature: {
      air_c: weather.average_weather_temp,
      lowest_air_c: weather.min_weather_temp,
      highest_air_c: weather.max_weather_temp,
      feels_like_c: weather.average_feels_like,
      device_c: weather.average_temp,
      lowest_device_c: weather.min_temp,
      highest_device_c: weather.max_temp,
    },
    wind: {
      average_km_h: kmPerHour(weather.average_wind_speed),
      strongest_km_h: kmPerHour(weather.max_wind_speed),
      average_gust_km_h: kmPerHour(weather.average_wind_gust),
      strongest_gust_km_h: kmPerHour(weather.max_wind_gust),
      from_deg: weather.prevailing_wind_deg,
      headwind_pct: weather.headwind_percent,
      tailwind_pct: weather.tailwind_percent,
      yaw_deg: weather.average_yaw,
    },
    sky: {
      clouds_pct: weather.average_clouds,
      most_rain_mm: weather.max_rain,
      most_showers_mm: weather.max_showers,
      most_snow_cm: weather.max_snow,
    },
  };
}
