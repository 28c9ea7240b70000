import type { Leaf } from './leaves.ts';

/** Ends of a name that say the unit of its number: `distance_km`, `sleep_hours`. */
const unit =
  /(^|_)(s|ms|min|h|hours|days|weeks|km|m|cm|mm|mi|ft|yd|in|kg|lb|g|mg|ml|l|w|kj|kcal|bpm|rpm|spm|pct|deg|c|f|km_h|mph|mb)$/;
const rate = /_per_(km|mi|m|100m|100yd|500m|h|min|s|kg|beat|week|day|x)$/;
/** `rpe_1to10`, `mood_1to4_1_is_best`. */
const scale = /_\d+to\d+(_|$)/;
/** `days_left`: time counted in days. */
const span = /^(days|weeks|hours|minutes)_/;

/** Numbers that have no unit, by the last word of their name. Whoever adds a word claims that it cannot be taken for a quantity with one. */
const unitless: ReadonlySet<string> = new Set([
  // Points of load, and what is made of them.
  ...['load', 'tss', 'ctl', 'atl', 'form', 'ramp', 'trimp', 'score', 'monotony', 'strain'],
  // Ratios and statistics.
  ...['factor', 'index', 'ratio', 'r', 'r2', 'p', 'n', 'z', 'ci95', 'bias'],
  // Places in an order.
  ...['rank', 'place', 'page', 'lap', 'split', 'zone', 'step', 'set', 'week', 'day'],
  // Numbers that stand for something, and degrees by definition.
  ...['id', 'code', 'method', 'latitude', 'longitude'],
  // Things that are counted.
  ...['count', 'total', 'repeat', 'reps', 'steps', 'sets', 'points', 'samples', 'pairs', 'bytes', 'files', 'places'],
  ...['activities', 'rides', 'riders', 'sessions', 'workouts', 'laps', 'zones', 'events', 'goals', 'races', 'comments'],
  ...[
    'messages',
    'threads',
    'athletes',
    'coaches',
    'templates',
    'recipes',
    'records',
    'calendars',
    'rows',
    'times',
    'unread',
  ],
]);

/** Whole names that count or point without a word for it. */
const known: ReadonlySet<string> = new Set([
  ...['left_out', 'missed', 'done', 'derived', 'estimated', 'hidden', 'shared', 'trained', 'collected'],
  ...['session_rpe', 'z_today', 'largest_difference', 'grade', 'met', 'of'],
]);

/** Objects whose numbers count what their name says: `coverage.days_with_data`, `skipped.no load`. */
const counting: ReadonlySet<string> = new Set(['coverage', 'skipped', 'adherence']);

/** A tail that says which of them: `athletes_with_it`, `planned_time_s_by_week`, `load_from_power`. */
const tail = /_(from|with|without|in|by|on|of|to|now|left|ridden|after|since|change|low|high|target)(_.*)?$/;

/** Beside a `value` or a bound, what it is a value of: `{ field: 'weight_kg', before: 61 }`, `{ kind: 'power W', from: 140 }`. */
const named: ReadonlySet<string> = new Set([
  'value',
  'before',
  'after',
  'from',
  'to',
  'platform',
  'file',
  'difference',
]);
const namers = ['field', 'metric', 'kind', 'what'] as const;

/** Whether a reader knows what a number is measured in: by its name, by one above it, or by what stands beside it. */
export function saysItsUnit({ names, holder }: Pick<Leaf, 'names' | 'holder'>): boolean {
  const own = names.at(-1) ?? '';
  if (nameSaysUnit(own) || names.some((name) => counting.has(name) || measured(name))) return true;
  if (typeof holder.unit === 'string' || typeof holder.units === 'string') return true;
  if (!names.some((name) => named.has(name))) return false;
  return namers.some((namer) => typeof holder[namer] === 'string' && labelSaysUnit(holder[namer]));
}

function measured(name: string): boolean {
  return [name, name.replace(tail, '')].some((each) => [unit, rate, scale, span].some((says) => says.test(each)));
}

function nameSaysUnit(name: string): boolean {
  const counts = [name, name.replace(tail, '')].some(
    (each) => known.has(each) || unitless.has(each.split('_').at(-1) ?? ''),
  );
  return counts || measured(name);
}

/** A name, or words that end in a unit: `power % FTP`, `heart rate bpm`, `2026-10-12 weight_kg`. */
function labelSaysUnit(label: string): boolean {
  return /( W|bpm|%.*|\/km|\/100 ?m)$/.test(label) || nameSaysUnit(label.trim().toLowerCase().replaceAll(/[ .]/g, '_'));
}
