import type { Resource } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';

const text = `# Workouts

## Steps, as icu_create_planned_workout takes them

A step is {"for": length, "at": target, "cadence"?, "kind"?, "name"?, "note"?}. A repeat is {"repeat": n, "steps": [...]}.

| for | means |
|---|---|
| 30s, 10min, 1h30 | time |
| 400mtr, 5km, 1mi, 100yd | distance; a bare m would be minutes, so metres are written mtr |
| lap, lap 10min | until the lap button; the time is what the plan counts |

| at | means |
|---|---|
| 88-94% FTP, 250W | power |
| Z2 power, Z2 HR, Z2 pace | a zone of the athlete's own; always say of what |
| 95% LTHR, 80% HRmax | heart rate |
| 100% pace | share of threshold SPEED: above 100 is faster |
| 5:00/km, 8:00/mi, 1:45/100m | pace |
| ramp 50-75% FTP | a steady change from the first value to the second |
| free, max | no target; all out |

kind: warmup, active, interval, recovery, rest, cooldown, other. A device shows a true rest only for rest.

A session in words, as strength usually is, has steps: [] and a description. No device gets it.

## What Intervals.icu stores

Our steps are compiled to its workout text, which it parses again. The parse is read back and compared, and notes in the
answer name every difference. Its text has no nested repeats (they are written out), no absolute heart rate (beats become
% LTHR) and no RPE targets. The answer also says whether a device gets the session, and why not when none does.
`;

/** The grammar of workouts, for hosts that show resources; the parameter itself carries the short form. */
export const workoutSyntax: Resource<IntervalsPort> = {
  uri: 'intervals-icu://workout-syntax',
  name: 'workout-syntax',
  title: 'Workout grammar',
  description:
    'How steps, lengths and targets of a structured workout are written, and what Intervals.icu makes of them.',
  mimeType: 'text/markdown',
  read: async () => text,
};
