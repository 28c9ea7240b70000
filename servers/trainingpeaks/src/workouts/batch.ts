import { type Athlete, addDays, daysBetween } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { PAGE_DAYS } from '../domain/pages.ts';
import { versionOf as hashOf } from '../domain/version.ts';
import { contentHash, editedBody, newBody, planCopy, versionOf } from '../domain/workouts/body.ts';
import { movePatch } from '../domain/workouts/edit.ts';
import { statusOf } from '../domain/workouts/status.ts';
import { readNewWorkout } from '../params/workout.ts';
import { chosen, refuseTooMany, type Which } from './batch-selection.ts';
import { draftOf } from './draft.ts';
import { requireUnlocked, samePlan, workoutsBetween, workoutsOn } from './stored.ts';

/** One write of a batch. Without `write` it is there already. */
export interface BatchStep {
  readonly title: string;
  /** The day it stands on now; `null` for a new one. */
  readonly before: string | null;
  readonly date: string;
  /** The stored workout that it is about, or that is there already. */
  readonly id: string | null;
  /** Yields the id of what was written. */
  readonly write?: () => Promise<string>;
}

export interface BatchPlan {
  readonly summary: string;
  /** What became of a step that was written. */
  readonly done: string;
  readonly steps: readonly BatchStep[];
  readonly notes: readonly string[];
  readonly version: string;
}

/** The plans of some days, each as far after `target_date` as it stood after the first of those days. */
export async function batchCopy(port: TrainingPeaksPort, athlete: Athlete, which: Which): Promise<BatchPlan> {
  const { found, from, target } = await chosen(port, athlete, which);
  const plans = found.filter((workout) => statusOf(workout) !== 'unplanned');
  const shift = daysBetween(from, target);
  const dates = plans.map(({ workoutDay }) => addDays(workoutDay ?? from, shift)).sort();
  const there = await onDays(port, athlete, dates);
  const steps = plans.map((workout): BatchStep => {
    const date = addDays(workout.workoutDay ?? from, shift);
    const body = newBody(athlete.id, date, planCopy(workout, date));
    const same = samePlan(there, body);
    const about = { title: workout.title ?? workout.workoutId, before: workout.workoutDay, date };
    if (same !== undefined) return { ...about, id: same.workoutId };
    const write = async () => (await port.workouts.create({ athlete: athlete.id, body })).workoutId;
    return { ...about, id: workout.workoutId, write };
  });
  return {
    summary: `Copy ${counted(steps.length)} to ${spanOf(dates, target)}`,
    done: 'copied',
    steps,
    notes: leftOut(
      found.length - plans.length,
      'was done without a plan and is not copied',
      'were done without a plan and are not copied',
    ),
    version: found.map(versionOf).join(''),
  };
}

/** The same workouts on other days. What was done stays where it is. */
export async function batchMove(port: TrainingPeaksPort, athlete: Athlete, which: Which): Promise<BatchPlan> {
  const { found, from, target } = await chosen(port, athlete, which);
  const open = found.filter((workout) => statusOf(workout) === 'planned');
  open.forEach(requireUnlocked);
  const shift = daysBetween(from, target);
  const steps = open.map((workout): BatchStep => {
    const { workoutId: id, workoutDay } = workout;
    const date = addDays(workoutDay ?? from, shift);
    const about = { title: workout.title ?? id, before: workoutDay, date, id };
    if (date === workoutDay) return about;
    const write = async () => {
      const key = { athlete: athlete.id, workout: id };
      const fresh = await port.workouts.getNow(key);
      await port.workouts.update({ ...key, body: editedBody(fresh, movePatch(fresh, date)) });
      return id;
    };
    return { ...about, write };
  });
  return {
    summary: `Move ${counted(steps.length)} to ${spanOf(steps.map(({ date }) => date).sort(), target)}`,
    done: 'moved',
    steps,
    notes: leftOut(found.length - open.length, 'was done and stays', 'were done and stay'),
    version: found.map(versionOf).join(''),
  };
}

/** New workouts, each as for the tool that creates one. All are read and compiled before the first is written. */
export async function batchCreate(port: TrainingPeaksPort, athlete: Athlete, { workouts }: Which): Promise<BatchPlan> {
  refuseTooMany(workouts.length);
  const inputs = workouts.map(readNewWorkout);
  const dates = inputs.map(({ date }) => date).sort();
  const dayOf = await daysOf(port, athlete.id, dates);
  const drafts = await Promise.all(inputs.map((input) => draftOf(port, athlete, input, dayOf)));
  const sent = new Set<string>();
  const steps = drafts.map(({ input, body, same }): BatchStep => {
    const about = { title: input.title, before: null, date: input.date };
    const hash = contentHash(body);
    if (same !== undefined || sent.has(hash)) return { ...about, id: same?.workoutId ?? null };
    sent.add(hash);
    const write = async () => (await port.workouts.create({ athlete: athlete.id, body })).workoutId;
    return { ...about, id: null, write };
  });
  return {
    summary: `Plan ${counted(steps.length)}, ${spanOf(dates, '')}`,
    done: 'created',
    steps,
    notes: drafts.flatMap(({ input, session }) => (session?.notes ?? []).map((note) => `${input.title}: ${note}`)),
    version: hashOf([...sent]),
  };
}

async function onDays(port: TrainingPeaksPort, athlete: Athlete, sorted: readonly string[]): Promise<WireWorkout[]> {
  const [oldest, newest] = [sorted[0], sorted.at(-1)];
  if (oldest === undefined || newest === undefined) return [];
  return (await workoutsBetween(port, athlete.id, { oldest, newest })).items;
}

const counted = (count: number) => (count === 1 ? '1 workout' : `${count} workouts`);

function spanOf(sorted: readonly string[], fallback: string): string {
  const [first, last] = [sorted[0] ?? fallback, sorted.at(-1) ?? fallback];
  return first === last ? first : `${first} to ${last}`;
}

function leftOut(count: number, one: string, many: string): string[] {
  if (count === 0) return [];
  return [`${count === 1 ? `1 workout ${one}` : `${count} workouts ${many}`}.`];
}

/** Days of a batch: all with one request where they lie close together, else each with its own. */
async function daysOf(port: TrainingPeaksPort, athlete: string, sorted: readonly string[]) {
  const [oldest, newest] = [sorted[0], sorted.at(-1)];
  if (oldest === undefined || newest === undefined || daysBetween(oldest, newest) >= PAGE_DAYS) {
    return async (day: string) => ({ that: await workoutsOn(port, athlete, day) });
  }
  const { items } = await port.workouts.list({ athlete, oldest, newest });
  return async (day: string) => ({ that: items.filter(({ workoutDay }) => workoutDay === day) });
}
