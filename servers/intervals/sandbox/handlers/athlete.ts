import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { settingsRow } from '../settings-row.ts';
import { allKeys, json } from '../shape/json.ts';
import { athleteKeys } from '../shape/keys.ts';
import { objectBody } from '../shape/refusal.ts';
import type { World } from '../world.ts';

export const athleteRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}', handler: (_, ctx) => json(withSettings(athleteOf(ctx))) },
  { method: 'PUT', path: '/athlete/{id}', handler: (_, ctx) => update(ctx) },
  { method: 'GET', path: '/athlete/{id}/profile', handler: (_, ctx) => json(profile(athleteOf(ctx))) },
  { method: 'GET', path: '/athletes', handler: (_, ctx) => json(roster(ctx)) },
  {
    method: 'GET',
    path: '/athlete/{id}/settings/{deviceClass}',
    handler: (_, ctx) => json({ athlete_id: athleteOf(ctx).id, device_class: ctx.params.deviceClass, theme: 'light' }),
  },
];

/** The athlete as the service shows one, the key and the date of birth included. */
function athleteRow(record: AthleteRecord): Record<string, unknown> {
  const { profile } = record;
  const [firstname, ...rest] = profile.name.split(' ');
  return allKeys(athleteKeys, {
    id: record.id,
    name: profile.name,
    firstname,
    lastname: rest.join(' '),
    email: profile.email,
    sex: profile.sex,
    city: profile.city,
    country: profile.country,
    timezone: profile.timeZone,
    locale: 'en',
    measurement_preference: 'meters',
    weight_pref_lb: false,
    fahrenheit: false,
    wind_speed: 'KMH',
    rain: 'MM',
    height_units: 'CM',
    date_format: 'DD/MM/YYYY',
    weight: profile.weightKg,
    icu_weight: profile.weightKg,
    height: profile.heightM,
    icu_resting_hr: profile.restingHr,
    icu_date_of_birth: profile.birthDate,
    icu_api_key: record.apiKey,
    icu_permission: record.permission,
    icu_coach: record.number === 0,
    icu_form_as_percent: false,
    icu_mmp_days: 90,
    icu_effort_secs: [5, 60, 300, 1200],
    icu_type_settings: [
      { type: 'WeightTraining', ctlFactor: 0, atlFactor: 1 },
      { type: 'Workout', ctlFactor: 0, atlFactor: 1 },
    ],
    icu_wellness_keys: ['weight', 'restingHR', 'hrv', 'sleepSecs', 'fatigue', 'soreness', 'mood'],
    visibility: 'PRIVATE',
    status: 'ACTIVE',
    plan: 'SUPPORTER',
    ...(record.number === 0 && {
      icu_garmin_upload_workouts: true,
      icu_garmin_last_upload: '2026-10-13T18:20:00.000+00:00',
      zwift_upload_workouts: false,
    }),
    ...(record.number % 3 === 1 && { wahoo_upload_workouts: true }),
    ...(record.number % 3 === 2 && { icu_garmin_upload_workouts: true }),
    bikes: [],
    shoes: [],
    coach_ticks: [
      { id: 1, text: 'Nice' },
      { id: 2, text: 'Let us talk' },
    ],
    ...record.settings,
  });
}

function withSettings(record: AthleteRecord): Record<string, unknown> {
  return {
    ...athleteRow(record),
    sportSettings: record.groups.map((group) => settingsRow(record, group)),
    custom_items: record.customItems,
  };
}

function update(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  Object.assign(record.settings, objectBody(ctx.text()));
  return json(athleteRow(record));
}

/** What others may see of an athlete. */
const publicKeys = [
  'id',
  'name',
  'profile_medium',
  'city',
  'state',
  'country',
  'timezone',
  'sex',
  'bio',
  'website',
  'email',
  'countries',
  'languages',
  'icu_coach',
] as const;

function profileOf(record: AthleteRecord): Record<string, unknown> {
  const row: Record<string, unknown> = athleteRow(record);
  return Object.fromEntries(publicKeys.map((key) => [key, row[key]]));
}

function profile(record: AthleteRecord): Record<string, unknown> {
  return { athlete: profileOf(record), sharedFolders: [], customItems: [] };
}

function roster(ctx: Ctx): Record<string, unknown>[] {
  return ctx.state.athletes
    .filter((record) => record.permission !== 'NONE')
    .map((record) => ({
      ...athleteRow(record),
      icu_tags: record.number === 0 ? null : [record.number % 2 === 0 ? 'road' : 'triathlon'],
      icu_notes: record.number === 3 ? 'Ask about the knee.' : null,
    }));
}
