import { type Intensity, PACE_METRES, type Sport, type Target, type TargetUnit } from '../workout.ts';
import { quoted, type Reading } from './length.ts';

/** Highest and lowest number that makes sense for a unit, and a form that works. */
const RANGE: Record<TargetUnit, readonly [low: number, high: number, example: string]> = {
  '%ftp': [1, 400, '88-94% FTP'],
  w: [0, 2500, '200-240W'],
  power_zone: [1, 10, 'Z2 power'],
  '%lthr': [30, 140, '95% LTHR'],
  '%hrmax': [30, 110, '80% HRmax'],
  bpm: [40, 240, '140-150bpm'],
  hr_zone: [1, 10, 'Z2 HR'],
  '%pace': [20, 250, '100% pace'],
  pace_zone: [1, 10, 'Z4 pace'],
  's/km': [100, 1800, '5:00/km'],
  's/mi': [160, 2900, '8:00/mi'],
  's/100m': [30, 600, '1:45/100m'],
  's/100y': [30, 600, '1:30/100y'],
  's/500m': [60, 900, '2:05/500m'],
  's/400m': [40, 900, '1:30/400m'],
  's/250m': [25, 600, '1:00/250m'],
  rpe: [1, 10, 'RPE 7'],
};

const PERCENT: Record<string, TargetUnit> = {
  ftp: '%ftp',
  lthr: '%lthr',
  hrmax: '%hrmax',
  'max hr': '%hrmax',
  maxhr: '%hrmax',
  pace: '%pace',
};
const ZONE: Record<string, TargetUnit> = { power: 'power_zone', hr: 'hr_zone', pace: 'pace_zone' };
const ON_POWER: readonly Sport[] = ['bike'];

/** Reads `at`. A bare `%` or `Z2` is power on a bike and refused elsewhere, where platforms disagree about it. */
export function readTarget(text: string, sport: Sport): Reading<Target> {
  const compact = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (compact === 'free' || compact === 'max') return { value: { unit: compact } };
  const ramp = compact.startsWith('ramp ');
  const read = readIntensity(ramp ? compact.slice(5) : compact, sport);
  if ('problem' in read) return read;
  return inOrder(read.value, ramp, text);
}

interface Numbers {
  readonly unit: TargetUnit;
  readonly from: number;
  readonly to: number;
}

function readIntensity(text: string, sport: Sport): Reading<Numbers> {
  const pace =
    /^(\d{1,2}:[0-5]\d)(?:(?:\/\w+)? ?- ?(\d{1,2}:[0-5]\d))? ?(?:min ?)?\/ ?(km|mi|100m|100y|500m|400m|250m)(?: pace)?$/.exec(
      text,
    );
  if (pace)
    return numbers(
      `s/${pace[3]}` as TargetUnit,
      clock(pace[1] ?? ''),
      pace[2] === undefined ? undefined : clock(pace[2]),
    );
  const rpe = /^rpe ?(\d+)(?: ?- ?(\d+))?$/.exec(text);
  if (rpe) return numbers('rpe', Number(rpe[1]), optional(rpe[2]));
  const zone = /^z(\d+)(?: ?- ?z?(\d+))?(?: (power|hr|pace))?$/.exec(text);
  if (zone) return readZone(zone, sport);
  const absolute = /^(\d+) ?(w|bpm)?(?: ?- ?(\d+))? ?(w|watts|bpm)$/.exec(text);
  if (absolute) return numbers(absolute[4] === 'bpm' ? 'bpm' : 'w', Number(absolute[1]), optional(absolute[3]));
  const percent = /^(\d+(?:\.\d+)?) ?%?(?: ?- ?(\d+(?:\.\d+)?))? ?%(?: ?(ftp|lthr|hrmax|max hr|maxhr|pace))?$/.exec(
    text,
  );
  if (percent) return readPercent(percent, sport);
  return { problem: `${quoted(text)} is not a target`, instead: guess(text, sport) };
}

function readZone(zone: RegExpExecArray, sport: Sport): Reading<Numbers> {
  const [, from, to, metric] = zone;
  const unit = metric === undefined ? (ON_POWER.includes(sport) ? 'power_zone' : undefined) : ZONE[metric];
  if (unit !== undefined) return numbers(unit, Number(from), optional(to));
  const written = `Z${from}${to === undefined ? '' : `-Z${to}`}`;
  return {
    problem: `"${written}" does not say which zones: write ${written} power, ${written} HR or ${written} pace`,
    instead: `${written} ${sport === 'row' ? 'power' : 'pace'}`,
  };
}

function readPercent(percent: RegExpExecArray, sport: Sport): Reading<Numbers> {
  const [, from = '', to, of] = percent;
  const unit = of === undefined ? (ON_POWER.includes(sport) ? '%ftp' : undefined) : PERCENT[of];
  const written = `${from}${to === undefined ? '' : `-${to}`}%`;
  if (unit === undefined) {
    return {
      problem: `"${written}" does not say percent of what: add FTP, LTHR, HRmax or pace`,
      instead: `${written} ${sport === 'row' ? 'FTP' : 'pace'}`,
    };
  }
  return numbers(unit, Number(from), optional(to));
}

function numbers(unit: TargetUnit, from: number, to: number | undefined): Reading<Numbers> {
  const [low, high, example] = RANGE[unit];
  for (const number of to === undefined ? [from] : [from, to]) {
    if (number >= low && number <= high) continue;
    const fraction = unit.startsWith('%') && number > 0 && number < 3;
    const percent = Math.round(number * 100);
    return fraction
      ? {
          problem: `${number} is a fraction: percent are whole numbers such as ${percent}%`,
          instead: writeTarget({ unit, from: percent, to: percent }),
        }
      : { problem: `${number} is outside ${low} to ${high} for this target`, instead: example };
  }
  return { value: { unit, from, to: to ?? from } };
}

/** Bands go from easier to harder. A reversed band of power or heart rate is more often a slip than a wish. */
function inOrder(target: Numbers, ramp: boolean, text: string): Reading<Target> {
  if (ramp) {
    if (target.from !== target.to) return { value: { ...target, ramp: true } };
    return { problem: 'a ramp needs a start and an end', instead: `ramp ${RANGE['%ftp'][2]}` };
  }
  const harderFirst = isPace(target.unit) ? target.from < target.to : target.from > target.to;
  if (!harderFirst) return { value: target };
  const turned = { ...target, from: target.to, to: target.from };
  if (isPace(target.unit)) return { value: turned };
  return {
    problem: `${quoted(text.trim())} runs from high to low: write the low end first, or "ramp" before it`,
    instead: writeTarget(turned),
  };
}

function isPace(unit: TargetUnit): boolean {
  return PACE_METRES[unit] !== undefined;
}

function optional(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function clock(text: string): number {
  const [minutes, seconds] = text.split(':');
  return Number(minutes) * 60 + Number(seconds);
}

const WORDS: readonly [RegExp, number][] = [
  [/recover|rest/, 1],
  [/easy|endur|aerobic|base|steady/, 2],
  [/tempo|sweet|marathon/, 3],
  [/thresh|ftp|ltp?/, 4],
  [/vo2|5k|hard/, 5],
];

const HEART = /\bhr\b|heart|bpm|beat/;

/** A form that works and is as near as can be to what was meant. */
function guess(text: string, sport: Sport): string {
  const metric = sport === 'bike' ? 'power' : 'pace';
  const clocked = /\d{1,2}:[0-5]\d/.exec(text)?.[0];
  if (clocked !== undefined) return `${clocked}${sport === 'swim' ? '/100m' : '/km'}`;
  const number = /\d+/.exec(text.replace('vo2', ''))?.[0];
  if (number === undefined) {
    const zone = WORDS.find(([word]) => word.test(text))?.[1];
    if (zone === undefined) return /max|all.?out|sprint/.test(text) ? 'max' : 'free';
    return `Z${zone} ${HEART.test(text) ? 'HR' : metric}`;
  }
  if (HEART.test(text)) return Number(number) > 30 ? `${number}bpm` : RANGE.hr_zone[2];
  if (/rpe|effort|\/ ?10/.test(text) && Number(number) <= 10) return `RPE ${number}`;
  if (/zone/.test(text) && Number(number) <= 7) return `Z${number} ${metric}`;
  if (/\bw|watt|power|\dw/.test(text)) return `${number}W`;
  if (Number(number) >= 20 && Number(number) <= 250) return `${number}% ${sport === 'bike' ? 'FTP' : 'pace'}`;
  return sport === 'bike' ? RANGE['%ftp'][2] : RANGE['%pace'][2];
}

/** The string that `readTarget` reads back to the same target, for every sport. */
export function writeTarget(target: Target): string {
  if (target.unit === 'free' || target.unit === 'max') return target.unit;
  return `${target.ramp ? 'ramp ' : ''}${writeIntensity(target)}`;
}

const SUFFIX: Partial<Record<TargetUnit, string>> = {
  '%ftp': '% FTP',
  w: 'W',
  '%lthr': '% LTHR',
  '%hrmax': '% HRmax',
  bpm: 'bpm',
  '%pace': '% pace',
};

function writeIntensity({ unit, from, to }: Intensity): string {
  const range = (write: (value: number) => string) => (from === to ? write(from) : `${write(from)}-${write(to)}`);
  switch (unit) {
    case 'rpe':
      return `RPE ${range(String)}`;
    case 'power_zone':
    case 'hr_zone':
    case 'pace_zone':
      return `${range((zone) => `Z${zone}`)} ${unit === 'hr_zone' ? 'HR' : unit.slice(0, unit.indexOf('_'))}`;
    default: {
      const suffix = SUFFIX[unit];
      return suffix === undefined ? `${range(asClock)}${unit.slice(1)}` : `${range(String)}${suffix}`;
    }
  }
}

/** `4:05` for 245 seconds. */
export function asClock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
