import type { Capability } from '@core/mcp-kit/catalogue';

const existing = 'Tool of the existing server';
const tool = (what: string, ...tools: readonly string[]): Capability => ({ section: existing, what, tools });
const better = (what: string, rest: Omit<Capability, 'section' | 'what'>): Capability => ({
  section: 'What a better server does',
  what,
  ...rest,
});

/** Every row of the feature list of the existing server (its 17 tools) and of what it lacks. */
export const capabilities: readonly Capability[] = [
  tool('list_activities', 'igp_list_activities'),
  tool('get_activity_summary', 'igp_get_activity_summary'),
  tool('get_activity_streams', 'igp_get_activity_streams'),
  tool('get_activity_laps', 'igp_get_activity_laps'),
  tool('get_athlete_profile', 'igp_get_athlete_profile'),
  tool('get_athlete_stats', 'igp_get_athlete_stats'),
  tool('get_member_statistics', 'igp_get_member_statistics'),
  tool('estimate_thresholds', 'igp_estimate_thresholds'),
  tool('compare_activities', 'igp_compare_activities'),
  tool('analyze_training_load', 'igp_analyze_training_load'),
  tool('list_segments_collected', 'igp_list_segments_collected'),
  tool('get_segment_detail', 'igp_get_segment_detail'),
  tool('get_segment_rank', 'igp_get_segment_rank'),
  tool('create_workout', 'igp_create_workout'),
  tool('list_workouts', 'igp_list_workouts'),
  tool('get_workout_detail', 'igp_get_workout_detail'),
  tool('delete_workout', 'igp_delete_workout'),
  better('Transport and login', {
    by: 'verified TLS, one login at a time, one new login after a 401, envelope before status, `--base-url`, `--signing`',
    notDone: 'the region is set, never tried out: a probe would send the password to the other service',
  }),
  better('Paging', {
    tools: ['igp_list_activities'],
    by: 'server date filter checked again, cursor, `total` and `left_out`',
  }),
  better('Metrics from the FIT file, thresholds applied at read time', {
    tools: ['igp_get_activity_summary', 'igp_analyze_training_load'],
  }),
  better('Gaps and timer stops', { tools: ['igp_get_activity_streams'] }),
  better('Thresholds with evidence', { tools: ['igp_estimate_thresholds'] }),
  better('Concurrency', { by: 'four downloads at a time, cancellation, a failed ride never fails the rest' }),
  better('MCP surface', {
    by: 'annotations, schemas, structured content and text, instructions, toolsets, `--read-only`, questions before deletes, four prompts, the profile as a resource',
  }),
  better('Workouts: typed steps with limits, nested repeats written out, cadence beside power, ramps as level steps', {
    tools: ['igp_create_workout'],
  }),
  better('Workouts: edit, clone, no second copy of the same name and steps', {
    tools: ['igp_update_workout', 'igp_clone_workout', 'igp_create_workout'],
  }),
  better('Workouts: iCalendar with a real date and DTSTAMP', { tools: ['igp_create_workout'] }),
  better('Workouts: import from ZWO, text, Intervals.icu', {
    notDone: 'no tool reads a workout file; steps are given in the grammar of `igp_create_workout`',
  }),
  better('Power curve, efforts and climbs', {
    tools: ['igp_get_power_curve', 'igp_get_activity_efforts', 'igp_get_activity_climbs'],
  }),
  better('Ride search and full history', { tools: ['igp_list_activities'] }),
  better('Export as FIT and GPX', { tools: ['igp_download_activity_file'] }),
  better('Upload of FIT files', {
    tools: ['igp_upload_activity'],
    notDone: 'outside China the service refuses it, which is said',
  }),
  better('Cache control', { tools: ['igp_get_cache_status', 'igp_clear_cache'], by: '`cache status`, `cache clear`' }),
  better('Gear, and writing FTP or weight back', {
    notDone: 'no call for gear is known; the calls that write a profile replace the whole of it and wipe fields',
  }),
  better('Route upload and download', {
    notDone: 'seen in one client only, and how routes are listed is not known',
  }),
  better('Safety', {
    by: 'id patterns, known hosts for downloads, size limits, text of people marked as such, redaction of logs',
  }),
  better('Quality', {
    by: 'emulator of both regions, injected faults, every operation named in a contract failure',
  }),
];
