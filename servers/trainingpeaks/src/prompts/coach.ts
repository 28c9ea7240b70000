import type { Prompt } from '@core/mcp-kit';

export const coach: readonly Prompt[] = [
  {
    name: 'coach_monday',
    title: 'Monday of a coach',
    description: 'Who needs you: flags, missed sessions, waiting messages, races ahead.',
    arguments: [{ name: 'tag', description: 'A group; everybody unless given', required: false }],
    render: ({ tag }) => `Who of my athletes needs me this week?
1. tp_roster_digest${tag === undefined ? '' : ` with tag "${tag}"`}, then tp_list_conversations with unanswered_only true.
2. Begin with those who are flagged, the rule and its numbers beside each name; then messages by how long they wait; then races of two weeks.
3. Name who is doing as planned in one line. Say whose data could not be read.
4. For each flagged one propose one next step. Send nothing and change nothing.`,
  },
  {
    name: 'call_prep',
    title: 'Before a call with an athlete',
    description: 'One page: form, weeks, last sessions, plan, race, what waits.',
    arguments: [{ name: 'athlete', description: 'Name or id', required: true }],
    render: ({ athlete }) => `Prepare me for a call with ${athlete}.
1. tp_search_roster with query "${athlete}". More than one match: ask me which one.
2. tp_get_athlete_overview and tp_list_coach_notes of that one.
3. One page: what was planned and done in four weeks, form, how it felt, what comes, what waits for an answer, what I noted. Every answer must name that athlete.
4. Three questions to ask, each from a number.`,
  },
  {
    name: 'feedback',
    title: 'Feedback on a session',
    description: 'Drafts a comment for an athlete; posted only after you agree.',
    arguments: [
      { name: 'athlete', description: 'Name or id', required: true },
      { name: 'workout_id', description: 'From tp_get_workouts', required: true },
    ],
    needs: ['tp_add_workout_comment'],
    render: ({ athlete, workout_id }) => `Help me comment on workout ${workout_id} of ${athlete}.
1. tp_compare_planned_actual and tp_get_workout_comments with athlete "${athlete}".
2. Draft at most four sentences: what went as planned, what did not, what to do next. Answer what was asked in the thread.
3. Show me the text. Only when I agree, tp_add_workout_comment: the athlete sees it at once.`,
  },
];
