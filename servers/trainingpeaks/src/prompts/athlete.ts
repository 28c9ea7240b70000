import type { Prompt } from '@core/mcp-kit';

export const athlete: readonly Prompt[] = [
  {
    name: 'train_or_rest',
    title: 'Train or rest today?',
    description: 'Form, sleep and HRV against normal, beside what is planned.',
    arguments: [],
    render: () => `Should I train or rest today?
1. tp_get_today.
2. Say where sleep, HRV and resting heart rate lie against my normal, and how old each value is. A value that is not of today is no verdict.
3. Give form with its direction, name what is planned, and say plainly what you would do and how sure you are.`,
  },
  {
    name: 'weekly_review',
    title: 'Review a week',
    description: 'Planned beside done, load and form, what stands out.',
    arguments: [
      { name: 'week_of', description: 'Any day of the week, YYYY-MM-DD; this week unless given', required: false },
    ],
    render: ({ week_of }) => `Review my week${week_of === undefined ? '' : ` of ${week_of}`}.
1. tp_get_weekly_summary${week_of === undefined ? '' : ` with week_of ${week_of}`}, then tp_get_fitness of six weeks with every "week".
2. Say what was planned and what was done, apart: hours, TSS, sessions. Name the sessions that were missed and those nobody planned.
3. Say how CTL, ATL and form went. One session that went well, one to look at: tp_compare_planned_actual where it had steps.
4. One thing to keep and one to change. Change nothing yourself.`,
  },
  {
    name: 'session_review',
    title: 'One session against its plan',
    description: 'Each step beside its lap, the dose, how it felt.',
    arguments: [{ name: 'workout_id', description: 'From tp_get_workouts', required: true }],
    render: ({ workout_id }) => `Look closely at workout ${workout_id}.
1. tp_get_workout, then tp_compare_planned_actual with activity_id ${workout_id}; tp_analyze_activity when it had no plan.
2. Say which steps were held and which were not, with watts, pace or heart rate, and what it did to the dose.
3. Read what athlete and coach wrote about it. feeling_0to10 has no known direction: ask me what it means before you use it.`,
  },
  {
    name: 'plan_week',
    title: 'Plan a week',
    description: 'Plans seven days around availability, races and form; nothing is written before you agree.',
    arguments: [
      { name: 'from', description: 'First day, YYYY-MM-DD', required: true },
      { name: 'goal', description: 'balanced, build, recovery, race…', required: false },
    ],
    needs: ['tp_create_workout'],
    render: ({ from, goal = 'balanced' }) => `Plan my seven days from ${from}. Goal: ${goal}.
1. tp_get_today, tp_get_workouts and tp_get_availability of that week, tp_get_next_event, tp_get_athlete_settings for thresholds.
2. Propose a week: sport, session, length and TSS by day, with a reason from the data for each hard day. Keep what is planned there unless I say otherwise.
3. tp_project_load with the week as draft: say what form comes to at its end.
4. After I agree, preview each session with tp_create_workout and dry_run true, then commit it. A basic account plans today and tomorrow only.`,
  },
  {
    name: 'race_check',
    title: 'Ready for the race?',
    description: 'Form path, key sessions, gaps and a taper; evidence, never a score.',
    arguments: [{ name: 'race_day', description: 'YYYY-MM-DD; the A race unless given', required: false }],
    render: ({ race_day }) => `Am I ready for ${race_day === undefined ? 'my next race' : `my race on ${race_day}`}?
1. tp_get_race_readiness${race_day === undefined ? '' : ` with race_day ${race_day}`}, tp_plan_taper, tp_get_records with form of the last year.
2. Say what speaks for it and what is missing, with numbers. Give no score.
3. Hold the taper against what is planned and name at most three sessions to change. Change nothing before I agree.`,
  },
];
