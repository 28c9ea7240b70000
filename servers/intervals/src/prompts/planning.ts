import type { Prompt } from '@core/mcp-kit';

export const planning: readonly Prompt[] = [
  {
    name: 'generate_workout',
    title: 'Design a workout',
    description: 'Designs one session from your thresholds and puts it on the calendar after you agree.',
    arguments: [
      { name: 'sport', description: 'Ride, Run, Swim…', required: true },
      { name: 'workout_type', description: 'threshold, VO2 max, endurance, recovery…', required: true },
      { name: 'duration_minutes', description: 'Length in minutes', required: true },
    ],
    needs: ['icu_create_planned_workout'],
    render: ({ sport, workout_type, duration_minutes }) =>
      `Design a ${workout_type} session of ${duration_minutes} minutes for ${sport}.
1. Read my thresholds and zones with icu_get_sport_settings, and form with icu_get_fitness_chart.
2. Look at the coming week with icu_get_calendar_events and suggest the day that suits.
3. Write the steps and call icu_create_planned_workout with dry_run: true. Show me the day with its weekday, the steps, the load and every note.
4. Only when I agree, send the same call with the preview_token. Tell me what Intervals.icu understood, what form will be that evening and on the next race, and whether my device gets it.`,
  },
  {
    name: 'training_plan_review',
    title: 'Review the plan ahead',
    description: 'Looks at the next four weeks: load, hard days in a row, races, what it does to form.',
    arguments: [],
    render: () => `Review my plan of the next four weeks.
1. icu_get_calendar_events with oldest today and newest 27 days ahead; icu_get_fitness_chart with oldest today and the same newest.
2. Say how load and ramp develop, where hard days follow each other, and what form will be on race days.
3. Keep what is planned, what is projected and what was done apart. Name sessions without a load.
4. Suggest at most three changes, each with its reason. Change nothing.`,
  },
  {
    name: 'plan_training_week',
    title: 'Plan a week',
    description: 'Plans the next seven days around availability and fatigue; nothing is written before you agree.',
    arguments: [{ name: 'goal', description: 'balanced, build, recovery, race…', required: false }],
    needs: ['icu_create_planned_workout'],
    render: ({ goal = 'balanced' }) => `Plan my next seven days. Goal: ${goal}.
1. icu_get_athlete_profile for availability, icu_get_fitness_chart, icu_get_wellness_data, icu_get_calendar_events.
2. Propose a week: sport, session, length and expected load by day, with a reason from the data for each hard day.
3. After I agree, preview each new session with icu_create_planned_workout and dry_run: true, then send the same call with its preview_token. Strength is a session in words: steps: [] and a description.
4. Say of each whether my device gets it, and what form will be at the end of the week.`,
  },
];
