import { addDays, type Cell, daysBetween, Failure } from '@core/mcp-kit';
import type { WireEvent } from '../../client/events/wire.ts';
import type { WireNote } from '../../client/notes/wire.ts';
import type { WirePlan } from '../../client/plans/wire.ts';
import type { WireSession } from '../../client/strength/wire.ts';
import type { WireWorkout } from '../../client/workouts/wire.ts';
import { workoutRow } from '../workouts/row.ts';
import { isPlanned } from '../workouts/status.ts';

/** What is on the days of a plan. Days are the plan's own, some year or other. */
export type PlanItem = { readonly day: string; readonly title: string } & (
  | { readonly kind: 'workout'; readonly workout: WireWorkout }
  | { readonly kind: 'note'; readonly note: WireNote }
  | { readonly kind: 'event'; readonly event: WireEvent }
  | { readonly kind: 'strength'; readonly session: WireSession }
);

export interface PlanContents {
  readonly plan: WirePlan;
  /** Day 1 of week 1. */
  readonly start: string;
  readonly items: readonly PlanItem[];
  /** Headings of periods: no training, and not copied. */
  readonly banners: number;
  readonly notes: readonly string[];
}

/** Rows of this type are headings unless something is planned in them. */
const BANNER = 100;

export const isBanner = (workout: WireWorkout) => workout.workoutTypeValueId === BANNER && !isPlanned(workout);

interface Lists {
  readonly workouts: readonly WireWorkout[];
  readonly notes: readonly WireNote[];
  readonly events: readonly WireEvent[];
  readonly sessions: readonly WireSession[];
}

/** Everything on the days of a plan in their order. What names no day is left out. */
export function itemsOf({ workouts, notes, events, sessions }: Lists): PlanItem[] {
  const all = [
    ...workouts
      .filter((workout) => !isBanner(workout))
      .map((workout) => ({
        kind: 'workout' as const,
        day: workout.workoutDay,
        title: workout.title ?? String(workoutRow(workout).sport),
        workout,
      })),
    ...sessions.map((session) => ({
      kind: 'strength' as const,
      day: session.prescribedDate,
      title: session.title ?? 'Strength',
      session,
    })),
    ...notes.map((note) => ({ kind: 'note' as const, day: note.noteDate, title: note.title ?? 'Note', note })),
    ...events.map((event) => ({ kind: 'event' as const, day: event.eventDate, title: event.name ?? 'Event', event })),
  ];
  return all
    .flatMap((item): PlanItem[] => (item.day === null ? [] : [{ ...item, day: item.day }]))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** Week of a day of the plan, from 1. */
export const weekOf = (day: string, start: string) => Math.floor(daysBetween(start, day) / 7) + 1;

/** Where a day of the plan lands when the plan begins on `date`. */
export const dayOn = (day: string, start: string, date: string) => addDays(date, daysBetween(start, day));

/**
 * Items of some weeks: `3` or `2-5`; all without.
 *
 * @throws Failure `bad_input` when that is no range, or none of the plan has.
 */
export function inWeeks({ items, start }: PlanContents, weeks: string | undefined): readonly PlanItem[] {
  if (weeks === undefined) return items;
  const [, first, last = first] = /^\s*(\d{1,3})\s*(?:-\s*(\d{1,3}))?\s*$/.exec(weeks) ?? [];
  const found = items.filter(({ day }) => weekOf(day, start) >= Number(first) && weekOf(day, start) <= Number(last));
  if (first !== undefined && found.length > 0) return found;
  const most = Math.max(1, ...items.map(({ day }) => weekOf(day, start)));
  throw new Failure('bad_input', `The plan has nothing in weeks "${weeks.slice(0, 20)}"`, {
    next: `write e.g. weeks: "1-${most}"`,
  });
}

export const contentColumns = [
  'week',
  'day',
  'kind',
  'title',
  'sport',
  'planned_time_s',
  'planned_distance_km',
  'planned_tss',
  'session',
  'description',
] as const;

const EXCERPT = 120;
const short = (text: string | null) => {
  if (text === null || text.trim() === '') return null;
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text;
};

/** One thing on a day of a plan, in a line. */
export function contentRow(item: PlanItem, start: string, session: string | null): Record<string, Cell> {
  const about = {
    week: weekOf(item.day, start),
    day: (daysBetween(start, item.day) % 7) + 1,
    kind: item.kind,
    title: item.title,
  };
  if (item.kind === 'workout') {
    const { sport, planned_time_s, planned_distance_km, planned_tss } = workoutRow(item.workout);
    return {
      ...about,
      sport,
      planned_time_s,
      planned_distance_km,
      planned_tss,
      session,
      description: short(item.workout.description),
    };
  }
  if (item.kind === 'strength') {
    const { prescribedDurationInSeconds: seconds, sequenceSummary } = item.session;
    const exercises = sequenceSummary.flatMap(({ title }) => title ?? []).join(', ');
    return { ...about, planned_time_s: seconds, session: exercises === '' ? null : exercises };
  }
  return { ...about, description: short(item.kind === 'note' ? item.note.description : item.event.description) };
}
