import { compileErg, compileMrc } from '../src/erg/index.ts';
import { compileFit } from '../src/fit/index.ts';
import { compileCourse } from '../src/igpsport/index.ts';
import { type Loss, readWorkout, type Sport, type StepInput } from '../src/index.ts';
import { compileToText } from '../src/intervals/index.ts';
import { compileStructure } from '../src/trainingpeaks/index.ts';
import { compileZwo } from '../src/zwo/index.ts';

/** One feature each, as the smallest workout that needs it. */
const FEATURES: readonly [name: string, steps: readonly StepInput[], sport?: Sport][] = [
  ['Time', [{ for: '10min', at: '75% FTP' }]],
  ['Distance', [{ for: '5km', at: '75% FTP' }]],
  ['Energy (kcal)', [{ for: '50kcal', at: '75% FTP' }]],
  ['Until the lap button', [{ for: 'lap', at: '75% FTP' }]],
  ['… with a planned length', [{ for: 'lap 10min', at: '75% FTP' }]],
  ['Until a heart rate', [{ for: 'HR>150', at: '75% FTP' }]],
  [
    'Repeat',
    [
      {
        repeat: 3,
        steps: [
          { for: '1min', at: '120% FTP' },
          { for: '2min', at: '50% FTP' },
        ],
      },
    ],
  ],
  [
    'Repeat of three steps',
    [
      {
        repeat: 3,
        steps: [
          { for: '1min', at: '120% FTP' },
          { for: '2min', at: '50% FTP' },
          { for: '1min', at: '75% FTP' },
        ],
      },
    ],
  ],
  [
    'Repeat in a repeat',
    [
      {
        repeat: 2,
        steps: [
          { repeat: 3, steps: [{ for: '1min', at: '120% FTP' }] },
          { for: '2min', at: '50% FTP' },
        ],
      },
    ],
  ],
  [
    'Name of a repeat',
    [
      {
        repeat: 3,
        name: 'Main set',
        steps: [
          { for: '1min', at: '120% FTP' },
          { for: '2min', at: '50% FTP' },
        ],
      },
    ],
  ],
  ['% FTP', [{ for: '10min', at: '75% FTP' }]],
  ['% FTP, a band', [{ for: '10min', at: '88-94% FTP' }]],
  ['Watts', [{ for: '10min', at: '200W' }]],
  ['Power zone', [{ for: '10min', at: 'Z2 power' }]],
  ['Power zones, a span', [{ for: '10min', at: 'Z2-Z3 power' }]],
  ['% LTHR', [{ for: '10min', at: '90% LTHR' }]],
  ['% of maximum heart rate', [{ for: '10min', at: '80% HRmax' }]],
  ['bpm', [{ for: '10min', at: '140-150bpm' }]],
  ['Heart rate zone', [{ for: '10min', at: 'Z2 HR' }]],
  ['% threshold pace', [{ for: '10min', at: '90% pace' }], 'run'],
  ['Pace', [{ for: '10min', at: '5:00/km' }], 'run'],
  ['Pace zone', [{ for: '10min', at: 'Z2 pace' }], 'run'],
  ['RPE', [{ for: '10min', at: 'RPE 7' }]],
  [
    'Power beside heart rate in one session',
    [
      { for: '10min', at: '75% FTP' },
      { for: '10min', at: '80% FTP' },
      { for: '10min', at: 'Z2 HR' },
    ],
  ],
  ['Ramp', [{ for: '10min', at: 'ramp 50-75% FTP' }]],
  ['Free ride', [{ for: '10min', at: 'free' }]],
  ['All out', [{ for: '30s', at: 'max' }]],
  ['No target', [{ for: '10min' }]],
  ['Cadence beside a target', [{ for: '10min', at: '75% FTP', cadence: '85-95' }]],
  [
    'Kind: warmup, cooldown',
    [
      { for: '10min', at: '50% FTP', kind: 'warmup' },
      { for: '10min', at: '50% FTP', kind: 'cooldown' },
    ],
  ],
  ['Kind: rest', [{ for: '10min', at: '50% FTP', kind: 'rest' }]],
  [
    'Kind: interval, recovery',
    [
      { for: '1min', at: '120% FTP', kind: 'interval' },
      { for: '1min', at: '50% FTP', kind: 'recovery' },
    ],
  ],
  ['Step name', [{ for: '10min', at: '75% FTP', name: 'Steady' }]],
  ['Step note', [{ for: '10min', at: '75% FTP', note: 'seated' }]],
];

const TARGETS: readonly [name: string, losses: (steps: readonly StepInput[], sport: Sport) => readonly Loss[]][] = [
  ['Intervals.icu', (steps, sport) => compileToText(read(steps, sport)).losses],
  ['TrainingPeaks', (steps, sport) => compileStructure(read(steps, sport)).losses],
  ['iGPSport', (steps, sport) => compileCourse(read(steps, sport)).losses],
  ['FIT', (steps, sport) => compileFit(read(steps, sport), {}, { created: '2026-05-01T06:00:00Z' }).losses],
  ['ZWO', (steps, sport) => compileZwo(read(steps, sport)).losses],
  ['MRC', (steps, sport) => compileMrc(read(steps, sport)).losses],
  ['ERG', (steps, sport) => compileErg(read(steps, sport), { ftp: 250 }).losses],
];

function read(steps: readonly StepInput[], sport: Sport) {
  return readWorkout({ sport, steps: [...steps] });
}

const MARK: Record<Loss['effect'], string> = { dropped: '–', approximated: '≈', unrolled: '↻', changed: '≈' };

/** The worst thing that happens to the feature. */
function mark(losses: readonly Loss[]): string {
  const worst = (['dropped', 'approximated', 'changed', 'unrolled'] as const).find((effect) =>
    losses.some((loss) => loss.effect === effect),
  );
  return worst === undefined ? '✓' : MARK[worst];
}

/** What each target can express, asked of the compilers without any threshold. */
export function capabilityTable(): string {
  const head = `| | ${TARGETS.map(([name]) => name).join(' | ')} |`;
  const rule = `|---|${TARGETS.map(() => '---').join('|')}|`;
  const rows = FEATURES.map(
    ([name, steps, sport = 'bike']) =>
      `| ${name} | ${TARGETS.map(([, losses]) => mark(losses(steps, sport))).join(' | ')} |`,
  );
  return [head, rule, ...rows].join('\n');
}
