import type { Resource } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';

const text = `# Structured workouts

## Steps, as tp_create_workout takes them

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
| RPE 7 | effort, 0 to 10 |
| ramp 50-75% FTP | a steady change from the first value to the second |
| free, max | no target; all out |

kind: warmup, active, recovery, rest, cooldown, other.

## What TrainingPeaks stores

One kind of target a workout, in percent of a threshold: watts, beats and paces are turned into percent of the athlete's
thresholds, and notes in the answer name what was rounded or left out. A ramp is stored as level steps and shown as the
ramp again. Repeats do not nest: they are written out. Planned time, TSS and IF come from the steps unless you give them.

tp_validate_structure computes all of it and writes nothing.
`;

/** The grammar of workouts, for hosts that show resources; the parameter itself carries the short form. */
export const workoutFormat: Resource<TrainingPeaksPort> = {
  uri: 'trainingpeaks://workout-format',
  name: 'workout-format',
  title: 'Workout grammar',
  description: 'How steps, lengths and targets are written, and what TrainingPeaks makes of them.',
  mimeType: 'text/markdown',
  read: async () => text,
};
