import { type Route, randomFrom, seedOf } from '@core/sandbox';
import { addDays } from '@core/sandbox/athlete';
import { athleteOf, type Ctx, recordingOf } from '../access.ts';
import { highest, lowest, mean } from '../activities/arithmetic.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { json } from '../shape/json.ts';
import { integer, objectBody } from '../shape/refusal.ts';
import type { World } from '../world.ts';

export const weatherRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/weather-config', handler: (_, ctx) => json(configOf(athleteOf(ctx))) },
  { method: 'PUT', path: '/athlete/{id}/weather-config', handler: (_, ctx) => configure(ctx) },
  { method: 'GET', path: '/athlete/{id}/weather-forecast', handler: (_, ctx) => forecast(ctx) },
  { method: 'GET', path: '/activity/{id}/weather-summary', handler: (_, ctx) => activityWeather(ctx) },
];

function configOf(record: AthleteRecord): Record<string, unknown> {
  const { home, city } = record.profile;
  const written = record.settings.weather_config as Record<string, unknown> | undefined;
  const place = {
    id: 1,
    provider: 'OPEN_WEATHER',
    location: city,
    label: 'Home',
    lat: home.latitude,
    lon: home.longitude,
    enabled: true,
  };
  return written ?? { forecasts: [place] };
}

function configure(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  record.settings.weather_config = objectBody(ctx.text());
  return json(configOf(record));
}

const FORECAST_DAYS = 7;

/** The documented wrapper, and the daily figures that the live service adds. */
function forecast(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const places = configOf(record).forecasts as Record<string, unknown>[];
  const daily = Array.from({ length: FORECAST_DAYS }, (_, ahead) => {
    const day = addDays(record.today(), ahead);
    const random = randomFrom(seedOf('weather', day));
    const high = Math.round(12 + 12 * random());
    return {
      id: day,
      start_date_local: `${day}T00:00:00`,
      temp_min: high - 8,
      temp_max: high,
      rain: Math.round(random() * 60) / 10,
      wind_speed: 1 + 5 * random(),
    };
  });
  return json({ forecasts: places.map((place) => ({ ...place, daily })) });
}

function activityWeather(ctx: Ctx): Response {
  const { activity, recording } = recordingOf(ctx);
  const from = integer(ctx.query, 'start_index', 0);
  const to = integer(ctx.query, 'end_index', 0) || recording.length;
  const random = randomFrom(seedOf('wind', activity.id));
  const { temperature } = recording.channels;
  const head = Math.round(100 * random());
  const wind = 1 + 5 * random();
  return json({
    start_index: from,
    end_index: to,
    start_secs: recording.time[from] ?? 0,
    end_secs: recording.time[to - 1] ?? 0,
    moving_time: to - from,
    whole_activity: from === 0 && to === recording.length,
    average_temp: mean(temperature, from, to),
    min_temp: lowest(temperature, from, to),
    max_temp: highest(temperature, from, to),
    average_wind_speed: wind,
    min_wind_speed: wind / 2,
    max_wind_speed: wind * 1.6,
    prevailing_wind_deg: Math.round(359 * random()),
    headwind_percent: head,
    tailwind_percent: 100 - head,
    average_clouds: Math.round(100 * random()),
    max_rain: 0,
    max_showers: 0,
    max_snow: 0,
    description: null,
  });
}
