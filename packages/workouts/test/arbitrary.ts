import fc from 'fast-check';
import type {
  Cadence,
  Fixed,
  Intensity,
  Item,
  Kind,
  Length,
  Repeat,
  Sport,
  Step,
  Target,
  TargetUnit,
  Workout,
} from '../src/index.ts';

/** What a target format can hold without loss; its property test draws workouts from exactly that. */
export interface Expressible {
  readonly sports?: readonly Sport[];
  readonly lengths?: readonly Length['by'][];
  readonly units: readonly TargetUnit[];
  readonly kinds?: readonly Kind[];
  /** The format gives every step a class. */
  readonly kindRequired?: boolean;
  /** Whether a lap step keeps its planned length. Default: it may have one. */
  readonly lapPlan?: 'always' | 'never';
  readonly ranges?: boolean;
  readonly ramps?: boolean;
  readonly free?: boolean;
  readonly max?: boolean;
  readonly cadence?: boolean;
  readonly names?: boolean;
  readonly notes?: boolean;
  readonly repeats?: boolean;
  readonly repeatNames?: boolean;
  readonly nested?: boolean;
}

const WORDS = [
  'Hard',
  'easy',
  'spin',
  'tempo',
  'build',
  'over',
  'under',
  'seated',
  'relax',
  'float',
  'hügel',
  '踏む',
  'A&B',
  '(low)',
];

export const label = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

const seconds = fc.oneof(
  fc.integer({ min: 1, max: 600 }),
  fc.integer({ min: 1, max: 600 }).map((half) => half * 30),
);
const metres = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((quarter) => quarter * 25),
  fc.integer({ min: 1, max: 500 }).map((tenth) => tenth * 100),
);
const fixed: fc.Arbitrary<Fixed> = fc.oneof(
  seconds.map((value) => ({ by: 'time' as const, seconds: value })),
  metres.map((value) => ({ by: 'distance' as const, metres: value })),
);

function lengths(by: readonly Length['by'][], lapPlan: Expressible['lapPlan']): fc.Arbitrary<Length> {
  const plan =
    lapPlan === 'always' ? fixed : lapPlan === 'never' ? fc.constant(undefined) : fc.option(fixed, { nil: undefined });
  const all: Record<Length['by'], fc.Arbitrary<Length>> = {
    time: seconds.map((value) => ({ by: 'time', seconds: value })),
    distance: metres.map((value) => ({ by: 'distance', metres: value })),
    energy: fc.integer({ min: 1, max: 2000 }).map((kilocalories) => ({ by: 'energy', kilocalories })),
    lap: plan.map((one) => (one === undefined ? { by: 'lap' } : { by: 'lap', plan: one })),
    hr: fc
      .record({ when: fc.constantFrom('above' as const, 'below' as const), bpm: fc.integer({ min: 60, max: 200 }) })
      .map((hr) => ({ by: 'hr', ...hr })),
  };
  return fc.oneof(...by.map((one) => all[one]));
}

/** Numbers that make sense for each unit. */
function bounds(unit: TargetUnit): readonly [number, number] {
  if (unit === 'power_zone') return [1, 7];
  if (unit === 'hr_zone' || unit === 'pace_zone') return [1, 5];
  if (unit === 'rpe') return [1, 10];
  if (unit === 'w') return [50, 900];
  if (unit === 'bpm') return [80, 200];
  if (unit === 's/km' || unit === 's/mi') return [180, 700];
  if (unit.startsWith('s/')) return [60, 400];
  return [40, 130].map((value) => (unit === '%hrmax' ? Math.min(value, 100) : value)) as [number, number];
}

function intensities({ units, ranges = true, ramps = true }: Expressible): fc.Arbitrary<Intensity> {
  return fc.constantFrom(...units).chain((unit) => {
    const [low, high] = bounds(unit);
    const slowFirst = unit.startsWith('s/');
    const number = fc.integer({ min: low, max: high });
    return fc.tuple(number, number, fc.constantFrom('value', 'range', 'ramp')).map(([a, b, shape]): Intensity => {
      if (shape === 'ramp' && ramps && a !== b) return { unit, from: a, to: b, ramp: true };
      if (shape === 'value' || !ranges) return { unit, from: a, to: a };
      const [from, to] = a > b === slowFirst ? [a, b] : [b, a];
      return { unit, from, to };
    });
  });
}

function targets(can: Expressible): fc.Arbitrary<Target> {
  const choices: fc.Arbitrary<Target>[] = [intensities(can)];
  if (can.free === true) choices.push(fc.constant({ unit: 'free' }));
  if (can.max === true) choices.push(fc.constant({ unit: 'max' }));
  return fc.oneof(...choices);
}

const cadences: fc.Arbitrary<Cadence> = fc
  .tuple(fc.integer({ min: 40, max: 120 }), fc.integer({ min: 0, max: 20 }))
  .map(([low, more]) => ({ low, high: low + more }));

export function steps(can: Expressible): fc.Arbitrary<Step> {
  const optional: Record<string, fc.Arbitrary<unknown>> = { target: targets(can) };
  if (can.cadence === true) optional.cadence = cadences;
  if (can.kinds !== undefined && can.kinds.length > 0) optional.kind = fc.constantFrom(...can.kinds);
  if (can.names === true) optional.name = label;
  if (can.notes === true) optional.note = label;
  const required: Record<string, fc.Arbitrary<unknown>> = {
    length: lengths(can.lengths ?? ['time', 'distance'], can.lapPlan),
  };
  const requiredKeys = can.kindRequired === true ? ['length', 'kind'] : ['length'];
  return fc.record({ ...required, ...optional }, { requiredKeys }) as fc.Arbitrary<unknown> as fc.Arbitrary<Step>;
}

function repeats(can: Expressible, inner: fc.Arbitrary<Item>): fc.Arbitrary<Repeat> {
  const times = fc.integer({ min: 2, max: 6 });
  const list = fc.array(inner, { minLength: 1, maxLength: 3 });
  return can.repeatNames === true
    ? (fc.record({ times, steps: list, name: label }, { requiredKeys: ['times', 'steps'] }) as fc.Arbitrary<Repeat>)
    : fc.record({ times, steps: list });
}

export function workouts(can: Expressible): fc.Arbitrary<Workout> {
  const step = steps(can);
  const repeat = repeats(can, step);
  const nested = can.nested === true ? repeats(can, fc.oneof(step, repeat)) : repeat;
  const item: fc.Arbitrary<Item> =
    can.repeats === false ? step : fc.oneof({ weight: 3, arbitrary: step }, { weight: 1, arbitrary: nested });
  return fc.record({
    sport: fc.constantFrom(...(can.sports ?? (['bike'] as const))),
    steps: fc.array(item, { minLength: 1, maxLength: 6 }),
  });
}
