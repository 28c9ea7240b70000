import type { Capability } from '@core/mcp-kit/catalogue';
import { row } from './sections.ts';

const calendar = 'icu_get_calendar_events';
const sportSettings = 'icu_update_sport_settings';

/** The 29 tools of the leading server that concern the calendar, fitness, the library, settings and custom items. */
const leading: readonly Capability[] = [
  row('leading', 'get_athlete_profile', ['icu_get_athlete_profile']),
  row('leading', 'get_fitness_summary', ['icu_get_fitness_summary']),
  row('leading', 'get_fitness_chart', ['icu_get_fitness_chart']),
  row('leading', 'get_wellness_data', ['icu_get_wellness_data']),
  row('leading', 'get_wellness_for_date', ['icu_get_wellness_for_date']),
  row('leading', 'update_wellness', ['icu_update_wellness']),
  row('leading', 'get_calendar_events', [calendar]),
  row('leading', 'get_upcoming_workouts', [calendar], { by: '`kind: workouts`' }),
  row('leading', 'get_event', ['icu_get_event']),
  row('leading', 'get_annual_training_plan', ['icu_get_annual_training_plan']),
  row('leading', 'create_event', ['icu_create_event', 'icu_create_planned_workout', 'icu_create_note']),
  row('leading', 'update_event', ['icu_update_event', 'icu_update_planned_workout', 'icu_update_note']),
  row('leading', 'delete_event', ['icu_delete_event']),
  row('leading', 'bulk_create_events', ['icu_bulk_create_events']),
  row('leading', 'bulk_delete_events', ['icu_bulk_delete_events']),
  row('leading', 'duplicate_events', ['icu_duplicate_events']),
  row('leading', 'apply_training_plan', ['icu_apply_training_plan']),
  row('leading', 'get_workout_library', ['icu_get_workout_library']),
  row('leading', 'get_workouts_in_folder', ['icu_get_workouts_in_folder']),
  row('leading', 'get_sport_settings', ['icu_get_sport_settings', 'icu_get_sport_settings_group'], {
    by: 'zones as the athlete set them',
  }),
  row('leading', 'update_sport_settings', [sportSettings], { by: 'zones and their names too' }),
  row('leading', 'create_sport_settings', ['icu_create_sport_settings']),
  row('leading', 'apply_sport_settings', ['icu_apply_sport_settings']),
  row('leading', 'delete_sport_settings', ['icu_delete_sport_settings']),
  row('leading', 'get_custom_items', ['icu_get_custom_items']),
  row('leading', 'get_custom_item', ['icu_get_custom_items'], { by: '`item_id`' }),
  row('leading', 'create_custom_item', ['icu_create_custom_item']),
  row('leading', 'update_custom_item', ['icu_update_custom_item']),
  row('leading', 'delete_custom_item', ['icu_delete_custom_item']),
];

const said = (what: string, by: string): Capability => row('resources', what, [], { by });

const resources: readonly Capability[] = [
  said('`intervals-icu://athlete/profile`', 'resource, without e-mail, birthday and key'),
  said('`intervals-icu://workout-syntax`', 'resource; the short form is in the parameter that needs it'),
  said('`intervals-icu://event-categories`', 'resource'),
  said('`intervals-icu://custom-item-schemas`', 'resource'),
  ...[
    'generate_workout',
    'analyze_recent_training',
    'performance_analysis',
    'activity_deep_dive',
    'recovery_check',
    'training_plan_review',
    'plan_training_week',
    'verify_setup',
    'verify_multi_athlete',
  ].map((name) => said(name, 'prompt')),
];

const second: readonly Capability[] = [
  row('second', 'Structured workout input', ['icu_create_planned_workout'], {
    by: 'steps instead of the platform’s document; compiled, read back and compared',
  }),
  row('second', 'A tool for notes', ['icu_create_note', 'icu_update_note']),
  row('second', 'Range delete', ['icu_bulk_delete_events'], {
    by: 'both ends and a category are needed; what is past, done or locked stays; previewed',
  }),
  row('second', 'Wellness terse or in full, fields that the athlete added', [
    'icu_get_wellness_data',
    'icu_get_wellness_for_date',
  ]),
];

const others: readonly Capability[] = [
  row('others', 'list_athletes', ['icu_list_athletes']),
  row('others', 'select_athlete', [], { by: '`athlete` on every tool: nothing is remembered between calls' }),
  row('others', 'get_today', ['icu_get_today']),
  row('others', 'resolve_calendar_dates', [], {
    by: 'days default to the athlete’s own; every answer names its window',
  }),
  row('others', 'get_training_summary', ['icu_get_athlete_summary', 'icu_get_training_load']),
  row('others', 'get_fitness_projection, load forecast without writing', ['icu_project_load', 'icu_get_fitness_chart']),
  row('others', 'get_planning_context', ['icu_get_today', 'icu_get_annual_training_plan']),
  row('others', 'validate_workout (dry run)', ['icu_create_planned_workout'], { by: '`dry_run` on every write' }),
  row('others', 'create_workout, update_workout, delete_workout (library)', [
    'icu_create_workout',
    'icu_update_workout',
    'icu_delete_from_library',
  ]),
  row('others', 'Folders and plans: create, change, copy, share', ['icu_save_folder']),
  row('others', 'add_unavailable_date_range', ['icu_create_event'], { by: '`availability` with `last_day`' }),
  row('others', 'delete_events_by_date_range', ['icu_bulk_delete_events']),
  row('others', 'get_training_plan, plan assignment, also for many athletes', [
    'icu_get_annual_training_plan',
    'icu_assign_training_plan',
  ]),
  row('others', 'propose_annual_training_plan', ['icu_plan_taper', 'icu_project_load'], {
    notDone: 'a whole season is not proposed by the server: the model writes the drafts and projects them',
  }),
  row('others', 'apply_annual_training_plan', ['icu_bulk_create_events'], {
    by: 'phases, targets and sessions in one preview',
  }),
  row('others', 'compute_baseline', ['icu_get_today']),
  row('others', 'compute_load_balance, compute_training_monotony', ['icu_get_training_load', 'icu_get_fitness_chart']),
  row('others', 'compute_compliance_rate', ['icu_compare_planned_actual'], {
    notDone: 'session by session; a rate over weeks is not computed',
  }),
  row('others', 'analyze_trend', ['icu_get_fitness_chart', 'icu_get_training_load']),
  row('others', 'analyze_correlation', ['icu_correlate']),
  row('others', 'Race readiness, taper', ['icu_get_race_readiness', 'icu_plan_taper']),
  row('others', 'check_server_version', [], { by: '`doctor`, `--version`' }),
  row('others', 'list_advanced_capabilities', [], { by: '`tools` on the command line; --toolsets' }),
  row('others', 'Outcome-level tools, dry run, idempotency, structured content', [], {
    by: 'shared training tools, `dry_run`, `external_id`, output schemas',
  }),
  row('others', 'New load, CTL, ATL and form after a write', ['icu_create_planned_workout', 'icu_bulk_create_events'], {
    by: 'on that day and on the next race',
  }),
  row(
    'others',
    'Library templates from files, planned workouts as files',
    ['icu_create_workout', 'icu_download_workouts'],
    {
      by: 'zwo, mrc, erg, fit',
    },
  ),
  row('others', 'Delivery to devices', ['icu_get_device_delivery', 'icu_update_athlete']),
  row('others', 'Mark done', ['icu_mark_event_done']),
  row('others', 'Hide and lock entries, a range at a time', ['icu_update_event', 'icu_update_event_range']),
  row('others', 'Chats: conversations, messages, groups', [
    'icu_get_chats',
    'icu_get_chat_messages',
    'icu_send_message',
    'icu_update_message',
  ]),
  row('others', 'Coach: roster in one call, ticks', ['icu_get_athlete_summary', 'icu_set_coach_tick']),
  row('others', 'Wellness of many days, lock, own fields', ['icu_bulk_update_wellness']),
  row('others', 'Weather forecast and its places', ['icu_get_weather_forecast', 'icu_update_weather_places']),
  row('others', 'Shared events', ['icu_get_shared_event']),
  row('others', 'Tags in use', ['icu_get_tags']),
  row('others', 'Webhooks', [], {
    by: '`serve --http` takes them at /webhook; clients that listen get resource updates',
  }),
  row('others', 'OAuth access tokens', [], { by: '`INTERVALS_ACCESS_TOKEN` beside or instead of the API key' }),
  row('others', 'Hosted sign-in by OAuth', [], {
    notDone: 'the platform offers no discovery and no PKCE; a token is obtained outside and given to the server',
  }),
  row('others', 'One-file install (.mcpb), keychain', [], { by: 'bundle of the release; `setup` and `auth`' }),
];

/** Where each of the existing servers' abilities around calendar, library, settings, chats and coaching stands here. */
export const calendarCapabilities: readonly Capability[] = [...leading, ...resources, ...second, ...others];
