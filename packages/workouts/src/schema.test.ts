import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { workouts } from '../test/arbitrary.ts';
import { readWorkout } from './read.ts';
import { workout } from './schema.ts';
import { KINDS, SPORTS, TARGET_UNITS } from './workout.ts';
import { writeWorkout } from './write.ts';

describe('the schema inside the tool input of a server', () => {
  const input = z.strictObject({ date: z.string(), workout });
  const advertised = z.toJSONSchema(input);
  const text = JSON.stringify(advertised);

  it('has no union at any depth: some hosts refuse those', () => {
    expect(text).not.toMatch(/anyOf|oneOf|allOf/);
  });

  it('stays small: the workout itself adds under 1,000 characters, about 250 tokens', () => {
    const without = JSON.stringify(z.toJSONSchema(z.strictObject({ date: z.string(), workout: z.object({}) })));
    expect(text.length - without.length).toBeLessThan(1000);
  });

  it('reads the same as an input and as an output schema, and is required', () => {
    const asInput = z.toJSONSchema(input, { io: 'input' });
    expect(asInput).toEqual(advertised);
    expect(asInput.required).toEqual(['date', 'workout']);
    expect(input.safeParse({ date: '' }).success).toBe(false);
  });

  it('keeps the descriptions', () => {
    expect(text).toContain('ramp 50-75% FTP');
  });

  it('reports a wrong string at its step, under the key of the tool', () => {
    const result = input.safeParse({
      date: '',
      workout: { sport: 'run', steps: [{ repeat: 2, steps: [{ for: '400m' }] }] },
    });
    expect(result.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      [
        'workout.steps.0.steps.0.for',
        '"400m" may mean minutes or metres: write 400min or 400mtr. Write {"for":"400mtr"}',
      ],
    ]);
  });

  it('refuses unknown keys', () => {
    const result = input.safeParse({ date: '', workout: { sport: 'run', steps: [{ for: '1min', power: 200 }] } });
    expect(result.error?.issues[0]).toMatchObject({
      code: 'unrecognized_keys',
      keys: ['power'],
      path: ['workout', 'steps', 0],
    });
  });
});

describe('compact form', () => {
  it('round-trips every workout of the model', () => {
    const all = workouts({
      sports: SPORTS,
      units: TARGET_UNITS,
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
    fc.assert(
      fc.property(all, (one) => {
        const compact = writeWorkout(one);
        expect(workout.safeParse(compact).error?.issues).toBeUndefined();
        expect(readWorkout(compact)).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });
});
