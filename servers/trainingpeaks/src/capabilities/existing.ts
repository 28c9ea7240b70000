import type { Capability } from '@core/mcp-kit/catalogue';

/** The 85 tools of the existing server, by its own groups. A tool that does the same thing has the same name. */
const names = [
  ['tp_auth_status', 'tp_refresh_auth', 'tp_get_profile', 'tp_list_athletes', 'tp_get_athlete_settings'],
  ['tp_get_workouts', 'tp_get_workout', 'tp_create_workout', 'tp_update_workout', 'tp_delete_workout'],
  ['tp_copy_workout', 'tp_reorder_workouts', 'tp_pair_workout', 'tp_unpair_workout', 'tp_get_workout_comments'],
  ['tp_add_workout_comment', 'tp_get_workout_note', 'tp_set_workout_note', 'tp_upload_workout_file'],
  ['tp_download_workout_file', 'tp_delete_workout_file', 'tp_validate_structure', 'tp_get_workout_types'],
  ['tp_get_workout_prs', 'tp_get_peaks', 'tp_analyze_workout', 'tp_get_fitness', 'tp_get_weekly_summary'],
  ['tp_get_atp', 'tp_list_training_plans', 'tp_get_training_plan', 'tp_get_training_plan_workouts'],
  ['tp_apply_training_plan', 'tp_update_ftp', 'tp_update_hr_zones', 'tp_update_speed_zones', 'tp_create_zones'],
  ['tp_get_zone_methods', 'tp_update_nutrition', 'tp_get_pool_length_settings', 'tp_log_metrics'],
  ['tp_get_metrics', 'tp_get_nutrition', 'tp_get_equipment', 'tp_create_equipment', 'tp_update_equipment'],
  ['tp_delete_equipment', 'tp_get_focus_event', 'tp_get_next_event', 'tp_get_events', 'tp_create_event'],
  ['tp_update_event', 'tp_delete_event', 'tp_list_notes', 'tp_get_note', 'tp_create_note', 'tp_update_note'],
  ['tp_delete_note', 'tp_get_note_comments', 'tp_add_note_comment', 'tp_get_availability'],
  ['tp_create_availability', 'tp_delete_availability', 'tp_get_libraries', 'tp_get_library_items'],
  ['tp_get_library_item', 'tp_create_library', 'tp_delete_library', 'tp_create_library_item'],
  ['tp_update_library_item', 'tp_schedule_library_workout', 'tp_search_exercises', 'tp_create_strength_workout'],
  ['tp_update_strength_workout', 'tp_get_strength_workouts', 'tp_get_strength_workout'],
  ['tp_get_strength_summary', 'tp_delete_strength_workout', 'tp_list_groups', 'tp_list_athletes_in_group'],
  ['tp_create_group', 'tp_rename_group', 'tp_delete_group', 'tp_add_athletes_to_group'],
  ['tp_remove_athletes_from_group'],
].flat();

/** What a row says beside the tool. */
const remarks: Readonly<Record<string, string>> = {
  tp_auth_status: 'no e-mail address: it is private',
  tp_refresh_auth: 'also Brave and Chromium, every profile; expired ones are passed over',
  tp_get_profile: 'no e-mail address: it is private',
  tp_get_athlete_settings: 'thresholds and zones; calendar keys, addresses and the like stay out',
  tp_get_workouts: 'any range; steps, TSS source and measured values with `detail`',
  tp_create_workout: 'steps; both forms of `structure` are taken too',
  tp_delete_workout: 'up to 50 at once, item by item',
  tp_upload_workout_file: 'from the files folder; bytes in an argument are not taken',
  tp_download_workout_file: 'also attachments, and the planned session as FIT',
  tp_get_library_item: '`item_id`',
  tp_get_training_plan_workouts: 'with `weeks`; notes, events and strength sessions too',
  tp_get_strength_summary: 'compliance and counts are in the session itself',
  tp_list_training_plans: 'bought and shared ones too, with folder and what is applied',
  tp_apply_training_plan: 'with notes, events and strength sessions; what is there already is not written again',
  tp_get_library_items: 'of one library or searched by name in all',
  tp_update_library_item: 'also moves a template, and renames a library',
  tp_delete_library: 'also a single template',
  tp_search_exercises: 'the live library, custom exercises included',
  tp_get_strength_workouts: 'any range; the history of one exercise with `exercise`',
  tp_create_strength_workout: 'blocks as lines of text; objects are taken too',
  tp_validate_structure: 'with the watts, bpm and paces of the athlete',
};

/** Tools whose answer is part of another one's: the list that every model reads stays shorter. */
const within: Readonly<Record<string, string>> = {
  tp_get_library_item: 'tp_get_library_items',
  tp_get_training_plan_workouts: 'tp_get_training_plan',
  tp_get_strength_summary: 'tp_get_strength_workout',
};

export const existing: readonly Capability[] = names.map((name) => {
  const by = remarks[name];
  return {
    section: 'Tool of the existing server',
    what: name,
    tools: [within[name] ?? name],
    ...(by !== undefined && { by }),
  };
});
