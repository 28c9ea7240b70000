import { closest, Failure } from '@core/mcp-kit';
import type { Sport } from '@core/workouts';
import type { WireWorkoutType } from '../../client/workouts/wire.ts';

interface KnownSport {
  readonly id: number;
  readonly name: string;
  /** The family of structured workouts. */
  readonly family: Sport;
  /** Other words people use for it. */
  readonly alias?: readonly string[];
}

/** The platform's sports. Ids are fixed; names are those that existing tools use. */
const SPORTS: readonly KnownSport[] = [
  { id: 1, name: 'Swim', family: 'swim', alias: ['Swimming'] },
  { id: 2, name: 'Bike', family: 'bike', alias: ['Ride', 'Cycling', 'Road Bike'] },
  { id: 3, name: 'Run', family: 'run', alias: ['Running'] },
  { id: 4, name: 'Brick', family: 'other' },
  { id: 5, name: 'Crosstrain', family: 'other', alias: ['Cross Train', 'Crosstraining'] },
  { id: 6, name: 'Race', family: 'other' },
  { id: 7, name: 'DayOff', family: 'other', alias: ['Day Off', 'Rest', 'Rest Day'] },
  { id: 8, name: 'MtnBike', family: 'bike', alias: ['Mountain Bike', 'MTB'] },
  { id: 9, name: 'Strength', family: 'other' },
  { id: 10, name: 'Custom', family: 'other' },
  { id: 11, name: 'XCSki', family: 'ski', alias: ['XC-Ski', 'XC Ski', 'Nordic Ski'] },
  { id: 12, name: 'Rowing', family: 'row', alias: ['Row'] },
  { id: 13, name: 'Walk', family: 'walk', alias: ['Walking', 'Hike'] },
  { id: 29, name: 'Strength', family: 'other' },
  { id: 100, name: 'Other', family: 'other' },
];

/** The new strength family: its sub types (yoga, mobility …) belong to it and not to the old `Strength`. */
export const NEW_STRENGTH = 29;

/** Names that {@link sportId} takes. */
export const sportNames: readonly string[] = [...new Set(SPORTS.map(({ name }) => name))];

const bare = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '');

/** The sport of an id; an id that came later is shown as it is. */
export function sportName(id: number | null): string | null {
  if (id === null) return null;
  return SPORTS.find((sport) => sport.id === id)?.name ?? `type ${id}`;
}

/** The family of a sport, as structured workouts know it. */
export function sportFamily(id: number | null): Sport {
  return SPORTS.find((sport) => sport.id === id)?.family ?? 'other';
}

/** Whether cadence counts strides of one foot, and speed is talked of as a pace. */
export const isOnFoot = (id: number | null): boolean => ['run', 'walk'].includes(sportFamily(id));

/** The id of a sport by name, other common name, or the id itself as text. */
export function sportId(text: string): number | undefined {
  if (/^\d+$/.test(text.trim())) return Number(text);
  const wanted = bare(text);
  return SPORTS.find(({ name, alias = [] }) => [name, ...alias].some((each) => bare(each) === wanted))?.id;
}

/** @throws Failure `bad_input` naming the sports there are. */
export function requireSportId(text: string): number {
  const id = sportId(text);
  if (id !== undefined) return id;
  const near = closest(text, sportNames, 1)[0];
  throw new Failure('bad_input', `"${text.slice(0, 40)}" is not a sport of TrainingPeaks`, {
    next:
      near === undefined ? `use one of ${sportNames.join(', ')}` : `write "${near}" or one of ${sportNames.join(', ')}`,
  });
}

/** A sport with the sub type under it. */
export interface SportChoice {
  readonly sport: number;
  /** `null`: none. */
  readonly subType: number | null;
}

/**
 * The sub type of a sport by id or name, out of the platform's own list. A name of two words is known by its beginning:
 * `Road` is `Road Bike`. Sub types of strength are those of its new family, which is then the sport.
 *
 * @throws Failure `bad_input` with the sub types of the sport.
 */
export function chooseSubType(sport: number, wanted: string, types: readonly WireWorkoutType[]): SportChoice {
  const families = sport === 9 ? [9, NEW_STRENGTH] : [sport];
  const offered = families.flatMap((id) =>
    (types.find((type) => type.id === id)?.subTypes ?? []).map((subType) => ({ sport: id, ...subType })),
  );
  const word = bare(wanted);
  const found =
    offered.find(({ id, name }) => String(id) === wanted.trim() || bare(name ?? '') === word) ??
    onlyOne(offered.filter(({ name }) => word !== '' && bare(name ?? '').startsWith(word)));
  if (found?.id !== undefined && found.id !== null) return { sport: found.sport, subType: found.id };
  const names = offered.map(({ name }) => name).filter((name) => name !== null);
  throw new Failure('bad_input', `"${wanted.slice(0, 40)}" is not a sub type of ${sportName(sport)}`, {
    next: names.length === 0 ? `leave subtype out: ${sportName(sport)} has none` : `use one of ${names.join(', ')}`,
  });
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** The name of a sub type; its id where the list does not have it. */
export function subTypeName(id: number | null, types: readonly WireWorkoutType[]): string | null {
  if (id === null) return null;
  const all = types.flatMap(({ subTypes }) => subTypes);
  return all.find((each) => each.id === id)?.name ?? `sub type ${id}`;
}
