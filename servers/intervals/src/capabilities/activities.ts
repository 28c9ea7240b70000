import type { Capability } from '@core/mcp-kit/catalogue';
import { row } from './sections.ts';

const histogram = 'icu_get_activity_histogram';
const download = 'icu_download_activity_file';

/** The 32 tools of the leading server that concern activities, their curves and gear. */
const leading: readonly Capability[] = [
  row('leading', 'get_recent_activities', ['icu_get_recent_activities']),
  row('leading', 'get_activities_by_date', ['icu_get_activities_by_date']),
  row('leading', 'get_activity_details', ['icu_get_activity_details']),
  row('leading', 'search_activities', ['icu_search_activities']),
  row('leading', 'search_activities_full', ['icu_search_activities'], { by: '`full`' }),
  row('leading', 'get_activities_around', ['icu_get_activities_around']),
  row('leading', 'update_activity', ['icu_update_activity']),
  row('leading', 'update_activity_streams', ['icu_update_activity_streams'], {
    by: 'from a CSV of the files folder; a body written out by a model is refused',
  }),
  row('leading', 'bulk_create_manual_activities', ['icu_bulk_create_manual_activities']),
  row('leading', 'delete_activity', ['icu_delete_activity']),
  row('leading', 'download_activity_file', [download]),
  row('leading', 'download_fit_file', [download], { by: '`format: fit`' }),
  row('leading', 'download_gpx_file', [download], { by: '`format: gpx`' }),
  row('leading', 'get_activity_streams', ['icu_get_activity_streams']),
  row('leading', 'get_activity_intervals', ['icu_get_activity_intervals']),
  row('leading', 'get_best_efforts', ['icu_get_best_efforts']),
  row('leading', 'search_intervals', ['icu_search_intervals']),
  row('leading', 'get_power_histogram', [histogram], { by: '`kind: power`' }),
  row('leading', 'get_hr_histogram', [histogram], { by: '`kind: heart_rate`' }),
  row('leading', 'get_pace_histogram', [histogram], { by: '`kind: pace`' }),
  row('leading', 'get_gap_histogram', [histogram], { by: '`kind: grade_adjusted_pace`' }),
  row('leading', 'get_power_curves', ['icu_get_power_curves']),
  row('leading', 'get_hr_curves', ['icu_get_hr_curves']),
  row('leading', 'get_pace_curves', ['icu_get_pace_curves']),
  row('leading', 'get_gear_list', ['icu_get_gear_list']),
  row('leading', 'create_gear', ['icu_create_gear'], { by: 'brand and model do not exist on the platform' }),
  row('leading', 'update_gear', ['icu_update_gear']),
  row('leading', 'delete_gear', ['icu_delete_gear']),
  row('leading', 'create_gear_reminder', ['icu_update_gear_reminder'], { by: 'without `reminder_id`' }),
  row('leading', 'update_gear_reminder', ['icu_update_gear_reminder']),
  row('leading', 'get_activity_messages', ['icu_get_activity_messages']),
  row('leading', 'add_activity_message', ['icu_add_activity_message']),
];

const second: readonly Capability[] = [
  row('second', 'Unnamed activities on demand', ['icu_get_activities_by_date'], {
    by: 'never hidden; Strava rows are counted and explained',
  }),
  row('second', 'Name of the gear in activity details', ['icu_get_activity_details']),
  row('second', 'Statistics of streams', ['icu_get_activity_streams'], { by: '`lowest_mean_highest`' }),
  row('second', 'Gear list that can be refreshed', ['icu_get_gear_list'], {
    by: 'cached for two minutes, dropped by every write',
  }),
  row('second', 'Power curves of this and last season, of own dates', ['icu_get_power_curves'], {
    by: '`s0`, `s1`, `2026-01-01..2026-03-31`',
  }),
  row('second', 'Power curves indoors or outdoors', ['icu_get_power_curves'], { by: '`indoor`' }),
  row('second', 'W/kg at chosen durations', ['icu_get_power_curves'], { by: '`durations_s`' }),
];

const others: readonly Capability[] = [
  row('others', 'get_activity_splits', ['icu_get_activity_splits']),
  row('others', 'get_climb_segments', ['icu_get_activity_splits'], { by: '`by: climb`' }),
  row('others', 'get_activity_histogram (one tool)', [histogram]),
  row('others', 'get_extended_metrics', ['icu_get_activity_details', 'icu_get_power_vs_hr', 'icu_analyze_activity']),
  row('others', 'get_performance_potential', ['icu_get_power_curves', 'icu_get_models', 'icu_estimate_thresholds']),
  row('others', 'get_data_quality_report', ['icu_get_data_quality']),
  row('others', 'set_activity_intervals, with preview', ['icu_update_activity_intervals']),
  row('others', 'link_activity_to_event', ['icu_update_activity'], { by: '`planned_event_id`' }),
  row('others', 'compute_activity_segment_stats', ['icu_get_activity_splits'], { by: '`from_s`, `to_s`' }),
  row('others', 'compute_zone_time', ['icu_get_activity_details']),
  row('others', 'compute_zone_energy', [], { notDone: 'time in each zone is given, energy in each is not computed' }),
  row('others', 'analyze_efforts_delta', ['icu_get_power_curves', 'icu_get_records'], { by: '`compare_with`' }),
  row('others', 'analyze_distribution', [histogram]),
  row('others', 'Planned against done, step by step', ['icu_compare_planned_actual']),
  row('others', 'Split, hill, interval and aerobic analysis', [
    'icu_get_activity_splits',
    'icu_get_activity_intervals',
    'icu_get_power_vs_hr',
  ]),
  row('others', 'Several activities side by side', ['icu_compare_activities', 'icu_find_similar']),
  row('others', 'Upload of FIT, TCX and GPX, gzipped or zipped', ['icu_upload_activity'], {
    by: 'read and shown before it is sent',
  }),
  row('others', 'Curves of single activities, fresh and after work', ['icu_get_activity_curves']),
  row('others', 'Routes, their similarity, segments', [
    'icu_get_routes',
    'icu_update_route',
    'icu_get_activity_splits',
  ]),
  row('others', 'Weather of an activity', ['icu_get_activity_weather']),
  row('others', 'Replacing a worn part with its reminders', ['icu_update_gear'], { by: '`replace`' }),
  row('others', 'Heart-rate dropouts as gaps', ['icu_get_activity_streams']),
  row('others', 'Charts as MCP Apps', [], { notDone: 'numbers and tables only: few hosts show apps' }),
];

/** Where each of the existing servers' abilities around activities stands here. */
export const activityCapabilities: readonly Capability[] = [...leading, ...second, ...others];
