import type { Prompt } from '@core/mcp-kit';

export const setup: readonly Prompt[] = [
  {
    name: 'verify_setup',
    title: 'Check the installation',
    description: 'One call of each kind, and what each answered.',
    arguments: [],
    render: () => `Check this installation and report in a short table.
1. icu_get_athlete_profile: name, time zone, units.
2. icu_get_recent_activities with days_back 14: how many, how many hidden by Strava.
3. icu_get_fitness_chart: today's CTL, ATL, form, and whether the check agrees.
4. icu_get_calendar_events: how many entries. Change nothing.`,
  },
  {
    name: 'verify_multi_athlete',
    title: 'Check access to an athlete',
    description: 'Whether an athlete you coach can be read, and that answers are about them.',
    arguments: [{ name: 'athlete', description: 'Id or name of icu_list_athletes', required: true }],
    render: ({ athlete }) => `Check that I can work with athlete ${athlete}.
1. icu_list_athletes: is there exactly one match, and what may I do?
2. icu_get_athlete_profile, icu_get_recent_activities and icu_get_fitness_chart with athlete ${athlete}.
3. Every answer must name that athlete; say so if one does not. Change nothing.`,
  },
];
