import type { Prompt } from '@core/mcp-kit';

export const analysis: readonly Prompt[] = [
  {
    name: 'analyze_recent_training',
    title: 'Review recent training',
    description: 'What a block of training did: load, distribution, trend.',
    arguments: [{ name: 'days', description: 'Default 30', required: false }],
    render: ({ days = '30' }) => `Review my last ${days} days of training.
1. icu_get_recent_activities with days_back ${days}, icu_get_training_load and icu_get_wellness_data over the same days.
2. Say how much of what was done, how CTL, ATL and form went, which flags there are, and what stands out. Quote numbers with their units.
3. Say what is missing from the data (rows hidden by Strava, days without wellness) before you judge.`,
  },
  {
    name: 'performance_analysis',
    title: 'Review performance',
    description: 'Holds the bests of this season against earlier ones.',
    arguments: [{ name: 'metric', description: 'power, heart_rate, pace or swim_pace', required: false }],
    render: ({ metric = 'power' }) => `Review my ${metric} bests.
1. ${
      metric === 'power'
        ? 'icu_get_power_curves with period 90d and compare_with 1y, then with s0 and s1.'
        : `icu_get_records (toolset analysis) with measure ${metric}. When it is not listed, tell me to start the server with that toolset, and stop.`
    }
2. Say where I am better, where not, and on which days the bests were set.
3. A best that was not an all-out effort says little: say so where it applies.`,
  },
  {
    name: 'activity_deep_dive',
    title: 'One activity in depth',
    description: 'Details, intervals and plan of one activity.',
    arguments: [{ name: 'activity_id', description: 'From icu_get_recent_activities', required: true }],
    render: ({ activity_id }) => `Look closely at activity ${activity_id}.
1. icu_get_activity_details and icu_get_activity_intervals.
2. If it has a planned_event_id: icu_compare_planned_actual.
3. Look at a stretch with icu_get_activity_streams only where a question is left.
4. Say what was done, how it compares with the plan, how it felt, and one thing to learn from it.`,
  },
  {
    name: 'recovery_check',
    title: 'Train or rest today?',
    description: 'Form, sleep and HRV against the last weeks.',
    arguments: [],
    render: () => `Should I train or rest today?
1. icu_get_today.
2. Say where today's HRV, resting heart rate and sleep lie against normal, and how old each value is. No value of today means no verdict from it.
3. Give form with its direction, name what is planned, and say plainly what you would do and how sure you are.`,
  },
];
