import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { label, workouts } from '../../test/arbitrary.ts';
import { KINDS, SPORTS, unrolled } from '../index.ts';
import { compareWithDoc } from './compare.ts';
import { compileToText } from './compile.ts';
import { fromWorkoutDoc } from './from-doc.ts';
import { safeLabel } from './label.ts';
import { parseWorkoutText } from './parse.ts';

const expressible = workouts({
  sports: SPORTS,
  units: [
    '%ftp',
    'w',
    'power_zone',
    '%lthr',
    '%hrmax',
    'hr_zone',
    '%pace',
    'pace_zone',
    's/km',
    's/mi',
    's/100m',
    's/100y',
    's/500m',
    's/400m',
    's/250m',
  ],
  lengths: ['time', 'distance'],
  kinds: KINDS,
  free: true,
  max: true,
  cadence: true,
  names: true,
  repeatNames: true,
});
const anything = workouts({
  units: ['%ftp', 'bpm', 'rpe', '%pace'],
  lengths: ['time', 'distance', 'energy', 'lap', 'hr'],
  kinds: KINDS,
  free: true,
  max: true,
  cadence: true,
  names: true,
  notes: true,
  nested: true,
  repeatNames: true,
});

describe('text and document', () => {
  it('give back every workout that the text can express, without a loss and without lint', () => {
    fc.assert(
      fc.property(expressible, (workout) => {
        const { text, losses } = compileToText(workout);
        const { doc, lint, dropped } = parseWorkoutText(text, {}, workout.sport);
        expect({ losses, lint, dropped }).toEqual({ losses: [], lint: [], dropped: [] });
        expect(fromWorkoutDoc(doc, { sport: workout.sport })).toEqual({ workout, losses: [] });
        expect(compareWithDoc(workout, doc)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('never lose a step, its order or its planned time, whatever the workout holds', () => {
    fc.assert(
      fc.property(anything, (workout) => {
        const { text } = compileToText(workout, { ftp: 250, lthr: 170 });
        const { doc, dropped } = parseWorkoutText(text, { ftp: 250, lthr: 170 }, workout.sport);
        const sent = unrolled(workout.steps).map(({ step }) => step);
        const stored = unrolled(fromWorkoutDoc(doc, { sport: workout.sport }).workout.steps).map(({ step }) => step);
        expect(dropped).toEqual([]);
        expect(stored.length).toBe(sent.length);
        sent.forEach((step, index) => {
          if (step.length.by === 'time' || step.length.by === 'distance')
            expect(stored[index]?.length).toEqual(step.length);
          expect(stored[index]?.cadence).toEqual(step.cadence);
          expect(stored[index]?.kind).toEqual(step.kind);
        });
        expect(compareWithDoc(workout, doc, { ftp: 250, lthr: 170 })).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('keep the amount and the target of a step whatever its label says', () => {
    const nasty = fc.array(
      fc.oneof(
        label,
        fc.constantFrom(
          '5km',
          '45m',
          '4x',
          '10 km',
          'Z2',
          '95%',
          '<40%',
          '20min',
          'best 60s',
          'press lap',
          'freeride',
          'ramp',
          '200w',
          '90 rpm',
          '33^now',
          '<!>',
          '5:00/km Pace',
          'km',
          'lap',
          'press',
          '10',
          '3',
          '--',
          "5'",
        ),
        fc.string({ maxLength: 12 }),
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(nasty, (words) => {
        const name = words.join(' ').replaceAll(/\s+/g, ' ').trim();
        const workout = {
          sport: 'bike' as const,
          steps: [
            { length: { by: 'time' as const, seconds: 300 }, target: { unit: 'w' as const, from: 200, to: 220 }, name },
          ],
        };
        const { doc } = parseWorkoutText(compileToText(workout).text, {});
        expect(doc.steps).toHaveLength(1);
        expect(doc.steps[0]).toMatchObject({ duration: 300, power: { units: 'w', start: 200, end: 220 } });
        expect(doc.steps[0]).not.toHaveProperty('until_lap_press');
        expect(safeLabel(safeLabel(name))).toBe(safeLabel(name));
      }),
      { numRuns: 1000 },
    );
  });
});
