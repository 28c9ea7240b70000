import { readWorkout, type WorkoutInput } from '../src/index.ts';
import { compileToText } from '../src/intervals/index.ts';
import { planned } from '../src/load/index.ts';
import { compileStructure } from '../src/trainingpeaks/index.ts';

const INPUT: WorkoutInput = {
  sport: 'bike',
  name: '4 × 5 min',
  steps: [
    { for: '10min', at: 'ramp 50-75% FTP', kind: 'warmup' },
    {
      repeat: 4,
      steps: [
        { for: '5min', at: '250-260W', cadence: '90-95', name: 'Hard' },
        { for: '3min', at: '50% FTP', kind: 'rest' },
      ],
    },
    { for: '5min', at: 'RPE 2', kind: 'cooldown' },
  ],
};

/** The example of the README with what the code really gives. */
export function exampleText(): string {
  const workout = readWorkout(INPUT);
  const thresholds = { ftp: 250 };
  const { text, losses } = compileToText(workout, thresholds);
  const plan = planned(workout, thresholds);
  const { totals } = compileStructure(workout, thresholds);
  const compact = JSON.stringify(INPUT.steps, null, 1)
    .replaceAll(/\{\n\s+("(?!repeat)[^{}]*?)\n\s+\}/g, (_, body: string) => `{ ${body.replaceAll(/\n\s+/g, ' ')} }`)
    .replaceAll('\n', '\n  ');
  return [
    '```ts',
    "import { readWorkout } from '@core/workouts';",
    "import { compileToText } from '@core/workouts/intervals';",
    '',
    'const workout = readWorkout({',
    `  sport: '${INPUT.sport}', name: '${INPUT.name}',`,
    `  steps: ${compact},`,
    '});',
    'const { text, losses } = compileToText(workout, { ftp: 250 });',
    '```',
    '',
    '`text`:',
    '',
    '```',
    text.trimEnd(),
    '```',
    '',
    '`losses`:',
    '',
    '```json',
    JSON.stringify(losses, null, 2),
    '```',
    '',
    `\`planned(workout, { ftp: 250 })\` from \`@core/workouts/load\` says ${plan.seconds} s, load ${plan.load}, ${plan.normalizedWatts} W weighted, and that`,
    `${plan.gaps.map(({ path, reason }) => `\`${path}\` counts as zero (${reason})`).join('; ')}. TrainingPeaks counts the same session as TSS ${totals.tss}:`,
    'its clients do not smooth power over 30 s.',
  ].join('\n');
}
