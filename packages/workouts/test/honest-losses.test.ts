import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileErg, compileMrc, readErg } from '../src/erg/index.ts';
import { compileFit, readFitWorkout } from '../src/fit/index.ts';
import { compileCourse, readCourse } from '../src/igpsport/index.ts';
import { type Item, KINDS, type Loss, SPORTS, type Step, TARGET_UNITS, type Workout } from '../src/index.ts';
import { compileToText, fromWorkoutDoc, parseWorkoutText } from '../src/intervals/index.ts';
import { compileStructure, readStructure } from '../src/trainingpeaks/index.ts';
import { compileZwo, readZwo } from '../src/zwo/index.ts';
import { steps, workouts } from './arbitrary.ts';

const all = {
  lengths: ['time', 'distance', 'energy', 'lap', 'hr'],
  kinds: KINDS,
  free: true,
  max: true,
  cadence: true,
  names: true,
  notes: true,
  nested: true,
  repeatNames: true,
} as const;
// Half of the draws are simple, so that many of them lose nothing somewhere.
const anything = fc.oneof(
  workouts({ ...all, sports: SPORTS, units: TARGET_UNITS }),
  workouts({
    units: ['%ftp'],
    lengths: ['time'],
    ranges: false,
    cadence: true,
    names: true,
    repeatNames: true,
    kinds: ['active', 'warmup'],
  }),
  workouts({ units: ['%ftp'], lengths: ['time'], ranges: false, repeats: false, names: true }),
  workouts({ units: ['w'], lengths: ['time'], ranges: false, repeats: false, names: true }),
);

type Trip = (workout: Workout) => { losses: readonly Loss[]; back: () => Workout };

const TRIPS: Record<string, Trip> = {
  'Intervals.icu': (workout) => {
    const { text, losses } = compileToText(workout);
    return { losses, back: () => fromWorkoutDoc(parseWorkoutText(text, {}, workout.sport).doc, workout).workout };
  },
  TrainingPeaks: (workout) => {
    const { structure, losses } = compileStructure(workout);
    return { losses, back: () => readStructure(structure, workout).workout };
  },
  iGPSport: (workout) => {
    const { course, losses } = compileCourse(workout);
    return { losses, back: () => readCourse(course).workout };
  },
  FIT: (workout) => {
    const { bytes, losses } = compileFit(workout, {}, { created: '2026-05-01T06:00:00Z' });
    return { losses, back: () => readFitWorkout(bytes).workout };
  },
  ZWO: (workout) => {
    const { xml, losses } = compileZwo(workout);
    return { losses, back: () => readZwo(xml).workout };
  },
  MRC: (workout) => {
    const { text, losses } = compileMrc(workout);
    return { losses, back: () => readErg(text).workout };
  },
  ERG: (workout) => {
    const { text, losses } = compileErg(workout, { ftp: 100 });
    return { losses, back: () => readErg(text).workout };
  },
};

const FIELDS = ['length', 'target', 'cadence', 'kind', 'name', 'note'] as const;

function plain(field: (typeof FIELDS)[number], step: Step): unknown {
  return field === 'kind' ? (step.kind ?? 'active') : step[field];
}

/** "active" is what a step without a kind is everywhere. */
function withoutDefaultKind(items: readonly Item[]): unknown[] {
  return items.map((item) => {
    if ('times' in item) return { ...item, steps: withoutDefaultKind(item.steps) };
    const { kind, ...rest } = item;
    return kind === undefined || kind === 'active' ? rest : { ...rest, kind };
  });
}

describe.each(Object.entries(TRIPS))('%s', (_, trip) => {
  it('a workout that reports no loss comes back whole', () => {
    let whole = 0;
    fc.assert(
      fc.property(anything, (workout) => {
        const { losses, back } = trip(workout);
        if (losses.length > 0) return;
        whole++;
        const read = back();
        expect(read.sport).toBe(workout.sport);
        expect(withoutDefaultKind(read.steps)).toEqual(withoutDefaultKind(workout.steps));
      }),
      { numRuns: 500 },
    );
    expect(whole).toBeGreaterThan(10);
  });

  it('each field of a step that comes back otherwise has a loss of its own', () => {
    const step = steps({ ...all, units: TARGET_UNITS });
    fc.assert(
      fc.property(fc.constantFrom(...SPORTS), step, (sport, one) => {
        const { losses, back } = trip({ sport, steps: [one] });
        const read = back().steps;
        const first = read[0];
        if (read.length > 1 || first === undefined || 'times' in first) {
          expect(losses).not.toEqual([]);
          return;
        }
        for (const field of FIELDS) {
          if (isDeepStrictEqual(plain(field, first), plain(field, one))) continue;
          const said = losses.map((loss) => loss.field as string);
          // A target or an end without a form of its own goes into the texts.
          const explained =
            field === 'name' || field === 'note' ? [field, 'name', 'note', 'target', 'length'] : [field];
          expect(
            said.some((name) => explained.includes(name)),
            `${field} of ${JSON.stringify(one)} → ${JSON.stringify(first)}`,
          ).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
