import { type Cell, daysBetween, type FieldChange } from '@core/mcp-kit';
import { type EventBody, type WireEvent, wireEvent } from '../../client/events/wire.ts';
import { recorded } from '../recorded.ts';

const KM_PER_MILE = 1.609344;

/**
 * Kilometres of an event. The same race came back as 50000 Meters, 50 Kilometers, 50000 without a unit and 50 without one:
 * the unit counts where there is one, and without it 1000 or more are metres.
 */
export function eventKilometres(distance: number | null, units: string | null): number | null {
  if (distance === null) return null;
  const unit = (units ?? '').toLowerCase();
  if (unit.startsWith('mile')) return distance * KM_PER_MILE;
  if (unit.startsWith('kilo')) return distance;
  if (unit.startsWith('meter') || unit.startsWith('metre')) return distance / 1000;
  return distance >= 1000 ? distance / 1000 : distance;
}

const orNull = (text: string | null) => (text === '' ? null : text);

/** An event in a line. */
export function eventRow(event: WireEvent, today: string): Record<string, Cell> {
  return {
    event_id: event.id,
    date: event.eventDate,
    days_left: event.eventDate === null || event.eventDate < today ? null : daysBetween(today, event.eventDate),
    name: event.name,
    type: event.eventType,
    priority: orNull(event.atpPriority),
    distance_km: eventKilometres(event.distance, event.distanceUnits),
    ctl_target: event.ctlTarget,
    goal: inWords(goalsOf(event)),
    result: resultsOf(event).map(inWords).join('; ') || null,
    workout_ids: event.workouts.length > 0 ? event.workouts.join(', ') : null,
  };
}

/** What somebody wants of the day; nothing where nobody said. */
function goalsOf({ goals }: WireEvent): Readonly<Record<string, unknown>> {
  const written = (goals?.written ?? []).flatMap((entry) => writtenText(entry) ?? []);
  return recorded({
    time: orNull(goals?.time ?? null),
    place: orNull(goals?.place ?? null),
    distance: orNull(goals?.distance ?? null),
    finish: goals?.finish === true ? true : null,
    personal_record: goals?.pr === true ? true : null,
    written: written.length > 0 ? written : null,
  });
}

/** An entry is a text, or holds one. */
function writtenText(entry: unknown): string | undefined {
  if (typeof entry === 'string') return orNull(entry.trim()) ?? undefined;
  if (typeof entry !== 'object' || entry === null) return undefined;
  return Object.values(entry).find((value): value is string => typeof value === 'string' && value.trim() !== '');
}

const resultsOf = ({ results }: WireEvent) =>
  results.filter(({ place }) => place !== null).map(({ resultType, ...rest }) => recorded({ in: resultType, ...rest }));

/** `time 2:25:00, place 10, finish`: a flag is its name. */
function inWords(values: Readonly<Record<string, unknown>>): string | null {
  const words = Object.entries(values).map(([name, value]) => {
    if (value === true) return name.replace('_', ' ');
    if (Array.isArray(value)) return value.map((text) => `"${text}"`).join(', ');
    return name === 'in' ? String(value) : `${name} ${String(value)}`;
  });
  return words.length === 0 ? null : words.join(', ');
}

export const eventColumns = [
  'event_id',
  'date',
  'days_left',
  'name',
  'type',
  'priority',
  'distance_km',
  'ctl_target',
  'goal',
  'result',
  'workout_ids',
] as const;

/** An event with its goals, results and text. */
export function shownEvent(event: WireEvent, today: string): Record<string, unknown> {
  const { goal: _goal, result: _result, ...row } = eventRow(event, today);
  const goals = goalsOf(event);
  const results = resultsOf(event);
  return recorded({
    ...row,
    description: orNull(event.description),
    comment: orNull(event.comment),
    goals: Object.keys(goals).length > 0 ? goals : null,
    results: results.length > 0 ? results : null,
    legs: event.legs.length > 0 ? event.legs.length : null,
  });
}

/** What a caller may set. */
export interface EventEdit {
  readonly name?: string | undefined;
  readonly date?: string | undefined;
  readonly event_type?: string | undefined;
  readonly priority?: string | undefined;
  readonly distance_km?: number | undefined;
  readonly ctl_target?: number | undefined;
  readonly description?: string | undefined;
  readonly workout_ids?: readonly string[] | undefined;
}

/** The wire's keys for what is given. The day goes out bare, as this controller wants it. */
export function eventPatch(edit: EventEdit): EventBody {
  const patch = {
    name: edit.name,
    eventDate: edit.date,
    eventType: edit.event_type,
    atpPriority: edit.priority,
    distance: edit.distance_km,
    distanceUnits: edit.distance_km === undefined ? undefined : 'Kilometers',
    ctlTarget: edit.ctl_target,
    description: edit.description,
    workouts: edit.workout_ids?.map(Number),
  };
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

/** A new event, whole. */
export function newEvent(athlete: string, edit: EventEdit): EventBody {
  return {
    personId: Number(athlete),
    eventType: 'OtherOther',
    atpPriority: 'C',
    distance: null,
    distanceUnits: null,
    goals: {},
    legs: [],
    workouts: [],
    results: [{ resultType: 'Division' }, { resultType: 'Gender' }, { resultType: 'Overall' }],
    ...eventPatch(edit),
  };
}

/** The event as it is sent back: everything that came, its day bare, and what changes. */
export function changedEvent(event: WireEvent, edit: EventEdit): EventBody {
  return { ...event.whole, eventDate: event.eventDate, ...eventPatch(edit) };
}

/** How an event will read once it is stored. */
export const eventOf = (body: EventBody): WireEvent => wireEvent.parse(body);

/** What of an event differs, before and after; attached workouts in any order. */
export function eventDiff(before: WireEvent | undefined, after: WireEvent): FieldChange[] {
  const fields = (event: WireEvent): Record<string, Cell> => ({
    ...eventRow(event, ''),
    days_left: null,
    event_id: null,
    description: orNull(event.description),
    workout_ids: event.workouts.length > 0 ? [...event.workouts].sort().join(', ') : null,
  });
  const old = before === undefined ? {} : fields(before);
  return Object.entries(fields(after))
    .map(([field, value]) => ({ field, before: old[field] ?? null, after: value }))
    .filter((change) => change.before !== change.after);
}
