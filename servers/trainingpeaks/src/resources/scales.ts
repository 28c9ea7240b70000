import type { Resource } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import { eventTypes } from '../domain/calendar/event-types.ts';

const text = `# Scales and words of TrainingPeaks

| Value | Means |
|---|---|
| rpe_0to10_10_is_hardest | effort, 10 is the hardest |
| feeling_0to10_direction_unknown | five faces in the app; which end is the good one was never published, so ask the person |
| Injury 1–10 | 1 extremely injured, 10 extremely healthy |
| TSS | 100 is an hour at threshold; from power, pace or heart rate, whichever the platform had |
| CTL, ATL | means of daily TSS over 42 and 7 days, exponentially weighted |
| form | TSB: CTL less ATL of the evening before |
| IF | normalized power or pace over threshold |
| compliance_pct | time done in percent of time planned |

## Workouts

status is planned (not done; on a day that is over it was missed), done (planned and done), unplanned (done without a
plan). Planned and done numbers stand in fields of their own: planned_time_s beside time_s, planned_tss beside tss.

## Events

Priority A is what the season is built for, then B, C. Kinds: ${eventTypes.join(', ')}.

## Availability

Unavailable, or limited to some sports. Reasons: Appointment, Injury, Sick, Vacation, Work, Other.
`;

export const scales: Resource<TrainingPeaksPort> = {
  uri: 'trainingpeaks://scales',
  name: 'scales',
  title: 'Scales and words',
  description: 'What RPE, feeling, TSS, form, status and the kinds of events mean here.',
  mimeType: 'text/markdown',
  read: async () => text,
};
