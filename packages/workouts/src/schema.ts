import * as z from 'zod/mini';
import { tooDeep } from './depth.ts';
import { LIMITS } from './limits.ts';
import { keysOf } from './path.ts';
import { problemsOf } from './read.ts';
import { KINDS, SPORTS } from './workout.ts';

const text = () => z.optional(z.string());

const stepShape = z.strictObject({
  repeat: z.optional(z.int().check(z.gte(1), z.lte(LIMITS.times))),
  get steps() {
    return z.optional(z.array(stepShape));
  },
  for: z.optional(
    z.string().check(z.describe('30s, 10min, 1h30, 5km, 400mtr, 1mi, 100yd, 50kcal, lap, lap 10min, HR>150')),
  ),
  at: z.optional(
    z
      .string()
      .check(
        z.describe(
          '88-94% FTP, 250W, Z2 HR, Z4 pace, 95% LTHR, 80% HRmax, 150bpm, 100% pace, 5:00/km, 1:45/100m, RPE 7, ramp 50-75% FTP, free, max',
        ),
      ),
  ),
  cadence: z.optional(z.string().check(z.describe('90, 85-95'))),
  kind: z.optional(z.enum(KINDS)),
  name: text(),
  note: text(),
});

const shape = z
  .strictObject({
    sport: z.enum(SPORTS),
    name: text(),
    description: text(),
    steps: z.array(stepShape),
  })
  .check((context) => {
    for (const problem of problemsOf(context.value)) {
      context.issues.push({ code: 'custom', path: [...problem.keys], message: problem.message, input: context.value });
    }
  });

/** Refuses what nests too deep before a recursive schema sees it. `asWorkout` says where steps begin. */
function depthGuard(asWorkout: (value: unknown) => unknown, skip: number) {
  return z.transform((value: unknown, context) => {
    const path = tooDeep(asWorkout(value));
    if (path === undefined) return value;
    const message = `is a repeat inside ${LIMITS.depth} others: nest at most ${LIMITS.depth} deep`;
    context.issues.push({ code: 'custom', path: keysOf(path).slice(skip), message, input: path });
    return z.NEVER;
  });
}

/**
 * A step as a model writes it: lengths and targets are short strings, so that the advertised JSON Schema has no union
 * and stays small. A repeat is the same object with `repeat` and `steps`. The strings are checked by `workout` and
 * `readWorkout`, which know the sport.
 */
export const step = z.pipe(
  depthGuard((value) => ({ steps: [value] }), 2),
  stepShape,
);

/**
 * The workout that tools take. Plain input, nothing is changed: hand the parsed value to `readWorkout`. Embeds in the
 * schemas of another zod 4 copy. Wrong strings are reported at their step (`steps[2].steps[0].for`).
 */
export const workout = z.pipe(
  depthGuard((value) => value, 0),
  shape,
);

export type StepInput = z.infer<typeof stepShape>;
export type WorkoutInput = z.infer<typeof shape>;
