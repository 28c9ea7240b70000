import { readFit } from '@core/activity-files';
import { describe, expect, it } from 'vitest';
import { compileErg, compileMrc } from '../src/erg/index.ts';
import { compileFit } from '../src/fit/index.ts';
import { compileIcs } from '../src/ics/index.ts';
import { compileCourse } from '../src/igpsport/index.ts';
import { readWorkout } from '../src/index.ts';
import { compileToText, resolveDoc, toWorkoutDoc } from '../src/intervals/index.ts';
import { planned } from '../src/load/index.ts';
import { compileStructure } from '../src/trainingpeaks/index.ts';
import { compileZwo } from '../src/zwo/index.ts';
import { GOLDEN } from './golden-workouts.ts';

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const file = (name: string) => `../fixtures/golden/${name}`;

describe.each(Object.entries(GOLDEN))(
  'golden files of %s: a difference is a change of what athletes get',
  (name, { input, thresholds }) => {
    const workout = readWorkout(input);
    const locked = (content: string, extension: string) =>
      expect(content).toMatchFileSnapshot(file(`${name}.${extension}`));

    it('Intervals.icu text and document', async () => {
      const { text, losses } = compileToText(workout, thresholds);
      await locked(text, 'intervals.txt');
      const doc = resolveDoc(toWorkoutDoc(text, thresholds, workout.sport), thresholds);
      await locked(pretty({ losses, doc }), 'intervals.json');
    });

    it('TrainingPeaks structure', async () => {
      await locked(pretty(compileStructure(workout, thresholds)), 'trainingpeaks.json');
    });

    it('iGPSport course', async () => {
      await locked(pretty(compileCourse(workout, thresholds)), 'igpsport.json');
    });

    it('FIT', async () => {
      const { bytes, losses } = compileFit(workout, thresholds, { created: '2026-05-01T06:00:00Z' });
      const read = readFit(bytes);
      await locked(
        pretty({
          losses,
          hex: Buffer.from(bytes).toString('hex'),
          workout: read.messages('workout'),
          steps: read.messages('workout_step'),
        }),
        'fit.json',
      );
    });

    it('ZWO, ERG, MRC', async () => {
      await locked(compileZwo(workout, thresholds).xml, 'zwo');
      await locked(compileErg(workout, thresholds).text.replaceAll('\r\n', '\n'), 'erg');
      await locked(compileMrc(workout, thresholds).text.replaceAll('\r\n', '\n'), 'mrc');
    });

    it('iCalendar', async () => {
      const { seconds } = planned(workout, thresholds);
      const text = compileIcs(workout, {
        uid: `${name}@example.org`,
        stamp: '2026-04-20T10:00:00Z',
        start: { local: '2026-05-01T06:30:00' },
        seconds,
      });
      await locked(text.replaceAll('\r\n', '\n'), 'ics');
    });

    it('planned numbers', async () => {
      await locked(pretty(planned(workout, thresholds)), 'planned.json');
    });
  },
);
