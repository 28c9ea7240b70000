import { parameterNames } from './parameters.ts';

/** One set: what is asked, by the service's name of the measure. Values are texts, `6-8` too. */
export type GivenSet = Readonly<Record<string, string>>;

const NUMBER = String.raw`\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?`;
const NUMBERS = `${NUMBER}(?:\\s*,\\s*${NUMBER})*`;
const SETS = new RegExp(
  `^(?:(\\d{1,2})\\s*[x×]\\s*)?(${NUMBERS})\\s*(reps|s|sec|min|m|km|mi|yd|ft|cal)?(\\s*/\\s*side)?` +
    `(?:\\s*@\\s*(${NUMBERS})\\s*(kg|lb|%|W)(\\s*/\\s*side)?)?(?:\\s*,?\\s*RPE\\s*(${NUMBERS}))?$`,
  'i',
);

const AMOUNT: Readonly<Record<string, string>> = {
  s: 'Duration',
  sec: 'Duration',
  min: 'Duration',
  m: 'DistanceMeters',
  km: 'DistanceKm',
  mi: 'DistanceMiles',
  yd: 'DistanceYd',
  ft: 'DistanceFt',
  cal: 'Cals',
};
const WEIGHT: Readonly<Record<string, string>> = {
  kg: 'WeightKg',
  lb: 'WeightLb',
  '%': 'WeightPercentage',
  w: 'Watts',
  'kg/side': 'WeightPerSideKg',
  'lb/side': 'WeightPerSideLb',
};

/** Reads `3x6 @60kg`, `5,5,3 @60,65,70kg`, `3x45s`, `2x10/side RPE 7`; `undefined` for something else. */
export function readSets(text: string): GivenSet[] | undefined {
  const found = SETS.exec(text.trim());
  if (found === null) return undefined;
  const [, times, amounts = '', unit, side, weights, weightUnit, weightSide, rpe] = found;
  const columns: [string, string[]][] = [[amountName(unit, side), values(amounts, unit?.toLowerCase() === 'min')]];
  if (weights !== undefined && weightUnit !== undefined) {
    const key = `${weightUnit.toLowerCase()}${weightSide === undefined ? '' : '/side'}`;
    const name = WEIGHT[key];
    if (name === undefined) return undefined;
    columns.push([name, values(weights)]);
  }
  if (rpe !== undefined) columns.push(['RPE', values(rpe)]);
  const count = Math.max(times === undefined ? 1 : Number(times), ...columns.map(([, list]) => list.length));
  if (count === 0 || columns.some(([, list]) => list.length !== 1 && list.length !== count)) return undefined;
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(columns.map(([name, list]) => [name, list[index] ?? list[0] ?? ''])),
  );
}

function amountName(unit: string | undefined, side: string | undefined): string {
  return AMOUNT[unit?.toLowerCase() ?? ''] ?? (side === undefined ? 'Reps' : 'RepsPerSide');
}

function values(list: string, minutes = false): string[] {
  return list.split(',').map((each) => {
    const bare = each.trim();
    return minutes ? bare.replace(/\d+(\.\d+)?/g, (number) => String(Math.round(Number(number) * 60))) : bare;
  });
}

/** Checks sets that came as objects. Says what is wrong, or nothing. */
export function wrongSet(set: GivenSet): string | undefined {
  const names = Object.keys(set);
  if (names.length === 0) return 'a set needs at least one measure, e.g. {"Reps":"6"}';
  const unknown = names.find((name) => !parameterNames.includes(name));
  return unknown === undefined ? undefined : `"${unknown}" is no measure; there are ${parameterNames.join(', ')}`;
}

/** A measure as it stands behind a number. */
const SUFFIX: Readonly<Record<string, string>> = {
  Reps: '',
  RepsPerSide: '/side',
  Duration: 's',
  DistanceMeters: 'm',
  DistanceKm: 'km',
  DistanceMiles: 'mi',
  DistanceYd: 'yd',
  DistanceFt: 'ft',
  Cals: 'cal',
  WeightKg: 'kg',
  WeightLb: 'lb',
  WeightPerSideKg: 'kg/side',
  WeightPerSideLb: 'lb/side',
  WeightPercentage: '%',
  Watts: 'W',
};

const isWeight = (name: string) => Object.values(WEIGHT).includes(name);

/** Sets in the form in which {@link readSets} takes them; measures that it has no word for are named. `?` has no value. */
export function setsText(sets: readonly Readonly<Record<string, string | null>>[]): string {
  const names = [...new Set(sets.flatMap((set) => Object.keys(set)))];
  const amount = names.find((name) => name in SUFFIX && !isWeight(name));
  const weight = names.find(isWeight);
  const list = (name: string) => sets.map((set) => set[name] ?? '?');
  const alike = names.every((name) => new Set(list(name)).size === 1);
  const column = (name: string) => (alike ? (list(name)[0] ?? '?') : list(name).join(','));
  const times = alike || amount === undefined ? `${sets.length}x` : '';
  return [
    `${times}${amount === undefined ? '?' : `${column(amount)}${SUFFIX[amount]}`}`,
    ...(weight === undefined ? [] : [`@${column(weight)}${SUFFIX[weight]}`]),
    ...names.filter((name) => name !== amount && name !== weight).map((name) => `${name} ${column(name)}`),
  ].join(' ');
}
