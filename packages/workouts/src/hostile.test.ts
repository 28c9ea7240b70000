import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readWorkout, type WorkoutError } from './read.ts';
import { type StepInput, step as stepSchema, workout } from './schema.ts';

function problems(steps: StepInput[]) {
  try {
    readWorkout({ sport: 'bike', steps });
    return [];
  } catch (error) {
    return (error as WorkoutError).problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

describe('enormous and malformed input is refused in bounded time', () => {
  const timed = <T>(work: () => T): T => {
    const start = performance.now();
    const result = work();
    expect(performance.now() - start).toBeLessThan(5000);
    return result;
  };

  it('10,000 steps', () => {
    const steps = Array.from({ length: 10_000 }, () => ({ for: '1min' }));
    expect(timed(() => problems(steps))).toEqual([
      'steps[400]: is step 401: a workout has at most 400. Use {"repeat":n,"steps":[…]}',
    ]);
  });

  it('repeats 50 deep', () => {
    let inner: StepInput = { for: '1min' };
    for (let depth = 0; depth < 50; depth++) inner = { repeat: 2, steps: [inner] };
    expect(timed(() => problems([inner]))[0]).toMatch(/^steps\[0\](\.steps\[0\]){5}: is a repeat inside 5 others/);
  });

  it('repeats 100,000 deep, where the schema itself would overflow', () => {
    let inner: StepInput = { for: '1min' };
    for (let depth = 0; depth < 100_000; depth++) inner = { repeat: 2, steps: [inner] };
    const result = timed(() => workout.safeParse({ sport: 'bike', steps: [inner] }));
    expect(result.error?.issues).toMatchObject([
      {
        path: Array.from({ length: 6 }, () => ['steps', 0]).flat(),
        message: 'is a repeat inside 5 others: nest at most 5 deep',
      },
    ]);
    const embedded = timed(() => z.object({ steps: z.array(stepSchema) }).safeParse({ steps: [inner] }));
    expect(embedded.error?.issues[0]?.path).toEqual(Array.from({ length: 6 }, () => ['steps', 0]).flat());
    expect(timed(() => problems([inner]))[0]).toMatch(/is a repeat inside 5 others/);
  });

  it('repeats that multiply out to too many steps', () => {
    const steps = [{ repeat: 200, steps: [{ repeat: 200, steps: [{ for: '1s' }] }] }];
    expect(problems(steps)[0]).toMatch(/^steps: come to more than 2000 steps/);
  });

  it('at most ten problems, however many there are', () => {
    expect(problems(Array.from({ length: 300 }, () => ({ for: '?' })))).toHaveLength(10);
  });

  it.each(['(', '9'.repeat(100_000), '1 '.repeat(50_000), 'ramp '.repeat(20_000), `${'1'.repeat(50_000)}:`])(
    'a hostile string (%#)',
    (text) => {
      const messages = timed(() => problems([{ for: text, at: text, cadence: text, note: text }]));
      expect(messages.length).toBeGreaterThan(0);
      expect(messages.join('').length).toBeLessThan(6000);
    },
  );
});
