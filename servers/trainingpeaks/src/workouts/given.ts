import { Failure } from '@core/mcp-kit';
import type { Thresholds } from '@core/workouts';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import type { ChosenSport } from '../domain/workouts/edit.ts';
import { type Session, sessionOf } from '../domain/workouts/session.ts';
import { chooseSubType, requireSportId } from '../domain/workouts/sport.ts';
import { readSteps } from '../domain/workouts/steps.ts';
import { readStructureInput } from '../domain/workouts/structure-input.ts';
import { workoutThresholds } from '../domain/workouts/thresholds.ts';
import { withOwnZones } from '../domain/workouts/zone-targets.ts';

/**
 * The sport that a caller names, with its sub type; `undefined` when nothing changes. Another sport drops the sub type of
 * the old one.
 *
 * @throws Failure `bad_input` naming what there is.
 */
export async function givenSport(
  port: TrainingPeaksPort,
  { sport, subtype }: { readonly sport?: string | undefined; readonly subtype?: string | undefined },
  stored?: Pick<WireWorkout, 'workoutTypeValueId'>,
): Promise<ChosenSport | undefined> {
  const id = sport === undefined ? (stored?.workoutTypeValueId ?? null) : requireSportId(sport);
  if (id === null || (sport === undefined && subtype === undefined)) return undefined;
  if (subtype !== undefined) return chooseSubType(id, subtype, (await port.workouts.types()).items);
  return id === stored?.workoutTypeValueId ? undefined : { sport: id, subType: null };
}

/** The athlete's thresholds and zones for a sport. */
export async function thresholdsFor(
  port: TrainingPeaksPort,
  athlete: string,
  sport: number | null,
): Promise<Thresholds> {
  return workoutThresholds(await port.settings.get({ athlete }), sport);
}

export interface GivenSteps {
  readonly steps?: readonly unknown[] | undefined;
  /** The platform's own structure, or the simple form of other tools. */
  readonly structure?: unknown;
}

/**
 * The session that a caller describes, compiled for this athlete; `undefined` without steps.
 *
 * @throws Failure `bad_input` naming the step that cannot be read.
 */
export async function givenSession(
  port: TrainingPeaksPort,
  athlete: string,
  sport: number | null,
  { steps = [], structure }: GivenSteps,
): Promise<Session | undefined> {
  if (steps.length > 0 && structure !== undefined) {
    throw new Failure('bad_input', 'Both `steps` and `structure` are given', { next: 'send only `steps`' });
  }
  if (steps.length === 0 && structure === undefined) return undefined;
  const settings = await port.settings.get({ athlete });
  const thresholds = workoutThresholds(settings, sport);
  if (structure !== undefined) return sessionOf(readStructureInput(structure, sport), thresholds);
  const { workout, notes } = withOwnZones(readSteps(steps, sport), settings, sport);
  const session = sessionOf({ workout, losses: [] }, thresholds);
  return { ...session, notes: [...notes, ...session.notes] };
}
