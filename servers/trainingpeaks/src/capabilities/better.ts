import type { Capability } from '@core/mcp-kit/catalogue';

const row = (what: string, rest: Omit<Capability, 'section' | 'what'>): Capability => ({
  section: 'What a better server does',
  what,
  ...rest,
});

/** What the list of proposals and the wishes of its users ask for. */
export const better: readonly Capability[] = [
  row('Names of the existing tools kept', { by: 'every tool that does the same thing has the same name' }),
  row('Mark complete, edit actuals, set the source of the load', { tools: ['tp_update_workout'] }),
  row('Comments deleted', { tools: ['tp_delete_workout_comment'] }),
  row('Library items deleted and moved, libraries renamed', { tools: ['tp_delete_library', 'tp_update_library_item'] }),
  row('Availability changed, with a reason', { tools: ['tp_update_availability', 'tp_create_availability'] }),
  row('Bought and shared plans, plan folders', { tools: ['tp_list_training_plans'] }),
  row('Plans copied with notes, events and strength sessions', { tools: ['tp_apply_training_plan'] }),
  row('Live exercise library, sessions with custom exercises', {
    tools: ['tp_search_exercises', 'tp_create_strength_workout'],
  }),
  row('Custom exercises created', {
    notDone: 'only one client reports how; exercises made on TrainingPeaks are found and used',
  }),
  row('Plans written from scratch', { notDone: 'the body that creates a plan was never seen' }),
  row('Strength history of an exercise', { tools: ['tp_get_strength_workouts'] }),
  row('Laps of the recorded file', { tools: ['tp_analyze_workout'] }),
  row('Recorded file read here: power curve, decoupling', { tools: ['tp_analyze_workout'] }),
  row('Planned workout as a FIT file for a device', { tools: ['tp_download_workout_file'] }),
  row('Goals', {
    tools: ['tp_get_events', 'tp_get_focus_event', 'tp_list_goals', 'tp_save_goal'],
    by: 'goals and results of events are read; own goals are kept on this machine: the list of goals of the platform was never seen',
  }),
  row('Days and weeks copied, many workouts moved or deleted at once, with dry run', {
    tools: ['tp_batch_workouts', 'tp_copy_workout', 'tp_delete_workout'],
  }),
  row('Compliance report', { tools: ['tp_get_weekly_summary'] }),
  row('Dashboards of many athletes', { tools: ['tp_roster_digest', 'tp_triage_roster', 'tp_list_conversations'] }),
  row('Steps by time and by distance, open steps, notes, ramps; targets in %, watts, bpm, pace, RPE', {
    tools: ['tp_create_workout', 'tp_validate_structure'],
  }),
  row('Exact preview line, IF and TSS of what is built; native structures read back', {
    tools: ['tp_create_workout', 'tp_get_workout'],
  }),
  row('The athlete resolved in every call, the roster read again on a miss, nobody guessed', {
    tools: ['tp_list_athletes'],
    by: '`athlete` of every tool about a person; every answer says whose data it is',
  }),
  row('A missing and an ambiguous athlete told apart, with candidates', { by: 'failures `not_found` and `ambiguous`' }),
  row('One limiter for all requests, retries with jitter for reads, `Retry-After`', {
    by: 'the client of the account',
  }),
  row('Ranges longer than 90 days', { by: 'read in pages of 90 days and put together' }),
  row('One bad row never fails a list', { by: 'rows that cannot be read are counted in the answer' }),
  row('Cache bound to the login', { by: 'another cookie drops token and cache' }),
  row('Writes read back, before and after shown', { by: 'every write' }),
  row('Journal for undo', { notDone: 'the answer of a write holds the values before it; nothing is kept on disk' }),
  row('Structured content, output schemas, paging, protocol errors', { by: 'every tool' }),
  row('Imperial units', { by: '`--units imperial`: what the account’s own code for units means was never published' }),
  row('Read-only mode, tool groups, confirmed deletes', {
    by: '`--read-only`, `--toolsets`, `--allow-delete`, `--review`',
  }),
  row('Hard block list', { by: '`applyplan` and `removeplan` are refused before anything is sent' }),
  row('File access limited to one folder', {
    tools: ['tp_upload_workout_file', 'tp_download_workout_file'],
    by: '`--files-dir`',
  }),
  row('No personal data by default; texts of people marked as data', { by: 'every tool' }),
  row('Login by cookie alone; keychain or encrypted file; expiry seen; several browser profiles', {
    tools: ['tp_auth_status', 'tp_refresh_auth'],
    by: '`auth login`, `auth login --from-browser`, `setup`',
  }),
  row('npx, HTTP transport with a token', { by: '`npx @scope/trainingpeaks-mcp`, `serve --http`' }),
  row('Local emulator, contract tests, token budget', {
    by: '`sandbox/` answers for both hosts; `catalogue/` holds the costs',
  }),
  row('Inline charts', { notDone: 'no pages are served; the text of an answer is complete' }),
  row('Prompts and resources', {
    by: 'nine prompts of athletes and coaches; profile with zones, two weeks either way, grammar, scales',
  }),
];
