import { type Cell, Failure, type FieldChange } from '@core/mcp-kit';
import type { BlockBody, WireAvailability } from '../../client/availability/wire.ts';
import type { WireWorkout } from '../../client/workouts/wire.ts';
import { recorded } from '../recorded.ts';
import { requireSportId, sportName } from '../workouts/sport.ts';
import { isDone, isPlanned } from '../workouts/status.ts';

export const reasons = ['Appointment', 'Injury', 'Sick', 'Vacation', 'Work', 'Other'] as const;

const UNAVAILABLE = 1;
const LIMITED = 2;

/** Days without training, or with some sports only. */
export interface Block {
  readonly start_date: string;
  readonly end_date: string;
  readonly limited: boolean;
  /** Ids of the sports that remain possible; only of a limited block. */
  readonly sports: readonly number[];
  readonly reason: string;
  readonly description: string;
}

/** What a caller may set. */
export interface BlockEdit {
  readonly start_date?: string | undefined;
  readonly end_date?: string | undefined;
  /** The sports that stay possible; none makes the days unavailable. */
  readonly sports?: readonly string[] | undefined;
  readonly reason?: string | undefined;
  readonly description?: string | undefined;
}

/** What a block of the service means. Its `limitedAvailability` is always false, so that the type decides. */
export function blockOf(wire: WireAvailability): Block {
  return {
    start_date: wire.startDate ?? '',
    end_date: wire.endDate ?? wire.startDate ?? '',
    limited: wire.type === LIMITED,
    sports: wire.availableSportTypes,
    reason: wire.reason ?? 'Other',
    description: wire.description ?? '',
  };
}

/**
 * A block with what a caller wants of it. Sports make it a limited one.
 *
 * @throws Failure `bad_input` when it ends before it starts, or a sport is not one.
 */
export function changedBlock(before: Block, edit: BlockEdit): Block {
  const sports = edit.sports?.map(requireSportId) ?? before.sports;
  const limited = edit.sports === undefined ? before.limited : sports.length > 0;
  const block = {
    ...before,
    start_date: edit.start_date ?? before.start_date,
    end_date: edit.end_date ?? before.end_date,
    limited,
    sports: limited ? sports : [],
    reason: edit.reason ?? before.reason,
    description: edit.description ?? before.description,
  };
  if (block.end_date < block.start_date) {
    throw new Failure('bad_input', `end_date ${block.end_date} lies before start_date ${block.start_date}`, {
      next: 'swap the two days',
    });
  }
  return block;
}

/** A block as it is sent. The athlete is `personId`: with `athleteId` the service refuses it. */
export function blockBody(athlete: string, block: Block): BlockBody {
  return {
    personId: Number(athlete),
    startDate: `${block.start_date}T00:00:00`,
    endDate: `${block.end_date}T00:00:00`,
    type: block.limited ? LIMITED : UNAVAILABLE,
    reason: block.reason,
    description: block.description,
    availableSportTypes: block.sports,
    limitedAvailability: false,
  };
}

const sportNames = (sports: readonly number[]) =>
  sports.length === 0 ? null : sports.map((id) => sportName(id)).join(', ');

function fields(block: Block): Record<string, Cell> {
  return {
    start_date: block.start_date,
    end_date: block.end_date,
    kind: block.limited ? 'limited' : 'unavailable',
    sports: sportNames(block.sports),
    reason: block.reason,
    description: block.description === '' ? null : block.description,
  };
}

export const blockColumns = [
  'availability_id',
  'start_date',
  'end_date',
  'kind',
  'sports',
  'reason',
  'description',
] as const;

export function blockRow(wire: WireAvailability): Record<string, Cell> {
  return { availability_id: wire.id, ...fields(blockOf(wire)) };
}

export const shownBlock = (wire: WireAvailability): Record<string, unknown> => recorded(blockRow(wire));

/** A block that was sent and has not been read again. */
export const shownPlan = (block: Block): Record<string, unknown> => recorded(fields(block));

/** What differs, before and after. */
export function blockDiff(before: Block | undefined, after: Block): FieldChange[] {
  const old = before === undefined ? {} : fields(before);
  return Object.entries(fields(after))
    .map(([field, value]) => ({ field, before: old[field] ?? null, after: value }))
    .filter((change) => change.before !== change.after);
}

/** Sessions that are planned, not done, and not possible in the block, as sentences. */
export function affectedSessions(block: Block, workouts: readonly WireWorkout[]): string[] {
  const isOpen = (workout: WireWorkout) => isPlanned(workout) && !isDone(workout);
  const isPossible = ({ workoutTypeValueId: sport }: WireWorkout) =>
    block.limited && sport !== null && block.sports.includes(sport);
  const inBlock = ({ workoutDay: day }: WireWorkout) =>
    (day ?? '') >= block.start_date && (day ?? '') <= block.end_date;
  return workouts
    .filter((workout) => inBlock(workout) && isOpen(workout) && !isPossible(workout))
    .map(
      ({ workoutDay, title, workoutTypeValueId, workoutId }) =>
        `Planned and affected: ${workoutDay} "${(title ?? '').slice(0, 60)}" (${sportName(workoutTypeValueId)}, workout ${workoutId}).`,
    );
}
