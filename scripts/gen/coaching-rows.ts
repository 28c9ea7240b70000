/** What a coach does, and the tools that do it on a server; `null` where the platform has no such thing. */
export interface CoachingRow {
  readonly does: string;
  /** Provider id → its tools, without prefix. */
  readonly by: Readonly<Record<'intervals' | 'trainingpeaks', readonly string[] | null>>;
  /** What is kept on the coach's own machine, or what cannot be had. */
  readonly note?: string;
}

/** A coaching platform's functions, one a row, in the order in which a coach meets them. */
export const coachingRows: readonly CoachingRow[] = [
  {
    does: 'Who am I, and in which role',
    by: {
      intervals: ['search_roster', 'list_athletes'],
      trainingpeaks: ['search_roster', 'auth_status', 'get_profile'],
    },
  },
  {
    does: 'Search the roster by name, e-mail, tag; sort, page',
    by: { intervals: ['search_roster'], trainingpeaks: ['search_roster'] },
    note: 'names that the coach gave',
  },
  {
    does: 'Groups',
    by: { intervals: ['search_roster'], trainingpeaks: ['list_groups', 'create_group', 'add_athletes_to_group'] },
  },
  {
    does: 'One athlete in one call',
    by: { intervals: ['get_athlete_overview'], trainingpeaks: ['get_athlete_overview'] },
  },
  { does: 'Training summary', by: { intervals: ['get_athlete_summary'], trainingpeaks: ['get_weekly_summary'] } },
  {
    does: 'What was done',
    by: { intervals: ['get_recent_activities', 'search_activities'], trainingpeaks: ['get_workouts'] },
  },
  {
    does: 'Goals, open and achieved',
    by: { intervals: ['list_goals', 'save_goal'], trainingpeaks: ['list_goals', 'save_goal'] },
    note: 'goals; races come from the calendar',
  },
  {
    does: 'Planned workouts, in rows and in full',
    by: { intervals: ['get_calendar_events', 'get_event'], trainingpeaks: ['get_workouts', 'get_workout'] },
  },
  {
    does: 'Races, notes, days away',
    by: { intervals: ['get_calendar_events'], trainingpeaks: ['get_events', 'list_notes', 'get_availability'] },
  },
  {
    does: 'Plan from the library',
    by: { intervals: ['schedule_workout'], trainingpeaks: ['schedule_workout', 'schedule_library_workout'] },
  },
  {
    does: 'Plan a session for one or a group, scaled to each',
    by: {
      intervals: ['schedule_workout', 'create_planned_workout'],
      trainingpeaks: ['schedule_workout', 'create_workout'],
    },
    note: 'whether the coach prescribes by zone or in %',
  },
  {
    does: 'Strength as text',
    by: { intervals: ['schedule_workout'], trainingpeaks: ['schedule_workout', 'create_strength_workout'] },
  },
  { does: 'Comments', by: { intervals: ['add_activity_message'], trainingpeaks: ['add_workout_comment'] } },
  { does: 'Feel and RPE', by: { intervals: ['update_activity'], trainingpeaks: ['update_workout'] } },
  {
    does: 'Notes that the athlete reads',
    by: { intervals: ['add_note', 'create_note'], trainingpeaks: ['add_note', 'create_note'] },
  },
  {
    does: 'Notes for the coach alone',
    by: { intervals: ['add_note', 'list_notes'], trainingpeaks: ['add_note', 'list_coach_notes', 'set_workout_note'] },
    note: 'the notes; they never leave the machine',
  },
  {
    does: 'Conversations, unanswered first',
    by: {
      intervals: ['list_conversations', 'read_conversation', 'send_message'],
      trainingpeaks: ['list_conversations', 'read_conversation', 'send_message'],
    },
  },
  {
    does: 'Did it reach the watch, and why not',
    by: { intervals: ['get_device_delivery', 'get_roster_delivery'], trainingpeaks: ['get_roster_delivery'] },
    note: 'TrainingPeaks tells the account and the steps, not the devices',
  },
  {
    does: 'Hide until ready, lock',
    by: { intervals: ['update_event_range'], trainingpeaks: ['update_workout'] },
    note: 'TrainingPeaks: hide only',
  },
  { does: 'Mark as done', by: { intervals: ['mark_event_done'], trainingpeaks: ['update_workout'] } },
  { does: 'The coach’s tick', by: { intervals: ['set_coach_tick'], trainingpeaks: null } },
  {
    does: 'Training plans',
    by: { intervals: ['apply_training_plan', 'assign_training_plan'], trainingpeaks: ['apply_training_plan'] },
  },
  {
    does: 'Who needs me: triage and the week’s digest',
    by: { intervals: ['triage_roster', 'roster_digest'], trainingpeaks: ['triage_roster', 'roster_digest'] },
    note: 'bounds of the rules, last week’s digest; also `digest --week` without a model',
  },
  {
    does: 'Recipes',
    by: { intervals: ['search_recipes', 'get_recipe'], trainingpeaks: ['search_recipes', 'get_recipe'] },
    note: 'the recipes',
  },
];
