import type { Prompt } from '@core/mcp-kit';

/** Every prompt of the server. */
export const prompts: readonly Prompt[] = [
  {
    name: 'weekly_review',
    title: 'Review the last weeks',
    description: 'What was ridden, what it did to form, what stands out.',
    arguments: [{ name: 'days', description: 'Default 28', required: false }],
    render: ({ days = '28' }) => `Review my last ${days} days of riding.
1. igp_list_activities over those days, igp_get_athlete_stats and igp_analyze_training_load with days ${days}.
2. Say how much of what was done and how CTL, ATL and form went. Quote numbers with their units.
3. Name the rides that have no load or an estimated one before you judge.`,
  },
  {
    name: 'ride_deep_dive',
    title: 'One ride in depth',
    description: 'Totals, efforts and climbs of one ride.',
    arguments: [{ name: 'activity_id', description: 'From igp_list_activities', required: true }],
    render: ({ activity_id }) => `Look closely at ride ${activity_id}.
1. igp_get_activity_summary, then igp_get_activity_efforts and igp_get_activity_climbs.
2. Look at a stretch with igp_get_activity_streams only where a question is left.
3. Say what was done, against which FTP, and one thing to learn from it.`,
  },
  {
    name: 'build_workout',
    title: 'Build a workout',
    description: 'Designs one workout from your thresholds and puts it into iGPSport after you agree.',
    arguments: [
      { name: 'workout_type', description: 'threshold, VO2 max, endurance, recovery…', required: true },
      { name: 'duration_minutes', description: 'Length in minutes', required: true },
    ],
    needs: ['igp_create_workout'],
    render: ({
      workout_type,
      duration_minutes,
    }) => `Design a ${workout_type} workout of ${duration_minutes} minutes on the bike.
1. Read my thresholds with igp_get_athlete_profile and form with igp_get_today.
2. Write the steps and call igp_create_workout with dry_run: true. Show me steps and every note.
3. Only when I agree, send the same call with the preview_token. iGPSport has no calendar: offer with_calendar for a day.`,
  },
  {
    name: 'check_thresholds',
    title: 'Check FTP and threshold heart rate',
    description: 'Holds the thresholds of the profile against what recent rides show.',
    arguments: [],
    render: () => `Are my thresholds right?
1. igp_get_athlete_profile for what is set and where it comes from, igp_estimate_thresholds for what rides show.
2. Say which efforts an estimate rests on, and when it was refused, why. Change nothing: FTP is set in the iGPSport app.`,
  },
];
