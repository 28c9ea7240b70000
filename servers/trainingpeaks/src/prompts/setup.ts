import type { Prompt } from '@core/mcp-kit';

export const setup: readonly Prompt[] = [
  {
    name: 'verify_setup',
    title: 'Check the installation',
    description: 'One call of each kind, and what each answered.',
    arguments: [],
    render: () => `Check this installation and report in a short table.
1. tp_auth_status: does the login work?
2. tp_get_profile: name, account tier and its end, time zone. tp_list_athletes: whom the login may see.
3. tp_get_workouts: how many of two weeks. tp_get_fitness: today's CTL, ATL, form.
4. tp_get_events: which races. Say what is missing and what the account tier does not allow. Change nothing.`,
  },
];
