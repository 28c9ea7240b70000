import type { DocTarget } from './doc.ts';
import type { PaceUnits, TargetFamily } from './settings.ts';

/** What a word, or a few words in a row, of a step line mean to the platform. `take` is how many words. */
export type Token = { readonly take: number } & (
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'rest'; readonly seconds: number }
  | { readonly kind: 'distance'; readonly metres: number }
  | { readonly kind: 'target'; readonly family: TargetFamily; readonly target: DocTarget; readonly zone: boolean }
  | { readonly kind: 'cadence'; readonly cadence: DocTarget }
  | { readonly kind: 'window'; readonly family: 'power' | 'hr'; readonly window: string }
  | { readonly kind: 'intensity'; readonly value: string }
  | { readonly kind: 'flag'; readonly flag: 'freeride' | 'maxeffort' | 'hidepower' }
  | { readonly kind: 'press lap' }
  | { readonly kind: 'ramp' }
);

// Hyphen, and the dashes that word processors put in its place (read, but only half understood: see lint).
const DASH = '[-\u2010-\u2015]';
const NUMBER = '(\\d{1,6}(?:\\.\\d{1,6})?)';
const TIME = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/i;
const SHORT_TIME = /^(\d{1,5})m(\d{1,2})$/i;
const QUOTED_TIME = /^(?:(\d{1,5})['’])?(?:(\d{1,5})["”])?$/;
const METRES: Readonly<Record<string, number>> = {
  km: 1000,
  mtr: 1,
  meters: 1,
  mi: 1609.344,
  mile: 1609.344,
  miles: 1609.344,
  yrd: 0.9144,
  yards: 0.9144,
  y: 0.9144,
};
const DISTANCE = new RegExp(`^${NUMBER}(${Object.keys(METRES).join('|')})$`, 'i');
const PERCENT = new RegExp(`^${NUMBER}%?(?:${DASH}${NUMBER})?%$`);
const WATTS = new RegExp(`^${NUMBER}w?(?:${DASH}${NUMBER})?w$`, 'i');
const ZONE = new RegExp(`^(c?)z(\\d{1,2})(?:${DASH}c?z(\\d{1,2}))?$`, 'i');
const PACE_UNIT = '(?:/(km|mi|100m|100y|500m|400m|250m))';
const PACE = new RegExp(`^(\\d{1,2}):(\\d{2})${PACE_UNIT}?(?:${DASH}(\\d{1,2}):(\\d{2})${PACE_UNIT}?)?$`, 'i');
const RPM = new RegExp(`^(\\d{1,3})(?:${DASH}(\\d{1,3}))?rpm$`, 'i');
const RPM_NUMBERS = new RegExp(`^(\\d{1,3})(?:${DASH}(\\d{1,3}))?$`);

const DEFAULT_PACE: Readonly<Record<PaceUnits, string>> = {
  SECS_100M: '100m',
  SECS_100Y: '100y',
  MINS_KM: 'km',
  MINS_MILE: 'mi',
  SECS_500M: '500m',
  SECS_400M: '400m',
  SECS_250M: '250m',
  NONE: 'km',
};

/** The token that starts at word `at`, or undefined where the platform sees only a word. */
export function tokenAt(words: readonly string[], at: number, paceUnits: PaceUnits | undefined): Token | undefined {
  const word = words[at] ?? '';
  const next = words[at + 1]?.toLowerCase();
  return wordToken(word, next) ?? amount(word, next) ?? target(words, at, paceUnits) ?? cadence(word, next);
}

function wordToken(word: string, next: string | undefined): Token | undefined {
  const lower = word.toLowerCase();
  if (lower === 'press' && next === 'lap') return { take: 2, kind: 'press lap' };
  if (lower === 'ramp') return { take: 1, kind: 'ramp' };
  if (lower === 'freeride' || lower === 'maxeffort') return { take: 1, kind: 'flag', flag: lower };
  if (lower === 'hidepower' || lower === '/hidepower') return { take: 1, kind: 'flag', flag: 'hidepower' };
  const set = /^(power|hr)=(lap|1s|3s|10s|30s)$/.exec(lower);
  if (set) return { take: 1, kind: 'window', family: set[1] as 'power' | 'hr', window: set[2] ?? '' };
  const intensity = /^intensity=(warmup|active|interval|rest|recovery|cooldown|other|auto)$/.exec(lower);
  return intensity ? { take: 1, kind: 'intensity', value: intensity[1] ?? '' } : undefined;
}

function amount(word: string, next: string | undefined): Token | undefined {
  const seconds = secondsOf(word);
  if (seconds !== undefined) {
    return next === 'rest' ? { take: 2, kind: 'rest', seconds } : { take: 1, kind: 'time', seconds };
  }
  const joined = DISTANCE.exec(word);
  if (joined) return distance(1, joined[1], joined[2]);
  const spaced = next !== undefined && next in METRES && new RegExp(`^${NUMBER}$`).test(word);
  return spaced ? distance(2, word, next) : undefined;
}

function distance(take: number, amount: string | undefined, unit: string | undefined): Token {
  const metres = Number(amount) * (METRES[unit?.toLowerCase() ?? ''] ?? 1);
  return { take, kind: 'distance', metres: Math.round(metres * 1000) / 1000 };
}

/** Seconds of `1h2m30s`, `1m30`, `5'`, `1'30"`; a bare `m` is always minutes. */
export function secondsOf(word: string): number | undefined {
  if (word === '') return undefined;
  const short = SHORT_TIME.exec(word);
  if (short) return Number(short[1]) * 60 + Number(short[2]);
  const time = TIME.exec(word);
  if (time) return Number(time[1] ?? 0) * 3600 + Number(time[2] ?? 0) * 60 + Number(time[3] ?? 0);
  const quoted = QUOTED_TIME.exec(word);
  return quoted ? Number(quoted[1] ?? 0) * 60 + Number(quoted[2] ?? 0) : undefined;
}

function target(words: readonly string[], at: number, paceUnits: PaceUnits | undefined): Token | undefined {
  const word = words[at] ?? '';
  const next = words[at + 1]?.toLowerCase();
  const percent = PERCENT.exec(word);
  if (percent) return percentTarget(bounds(percent[1], percent[2]), next, words[at + 2]);
  const watts = WATTS.exec(word);
  if (watts)
    return {
      take: 1,
      kind: 'target',
      family: 'POWER',
      zone: false,
      target: { units: 'w', ...bounds(watts[1], watts[2]) },
    };
  const zone = ZONE.exec(word);
  if (zone) return zoneTarget(zone, next);
  const pace = PACE.exec(word);
  if (!pace || next !== 'pace') return undefined;
  const [, min, sec, firstUnit, min2, sec2, lastUnit] = pace;
  const unit = (lastUnit ?? firstUnit)?.toLowerCase() ?? DEFAULT_PACE[paceUnits ?? 'MINS_KM'];
  const clock = (m: string | undefined, s: string | undefined) => String(Number(m) * 60 + Number(s));
  const band = bounds(clock(min, sec), min2 === undefined ? undefined : clock(min2, sec2));
  return { take: 2, kind: 'target', family: 'PACE', zone: false, target: { units: `secs/${unit}`, ...band } };
}

function percentTarget(band: Omit<DocTarget, 'units'>, next: string | undefined, after: string | undefined): Token {
  const as = (take: number, family: TargetFamily, units: string, more: Partial<DocTarget> = {}): Token => {
    return { take, kind: 'target', family, zone: false, target: { units, ...band, ...more } };
  };
  switch (next) {
    case 'hr':
      return as(2, 'HR', '%hr');
    case 'lthr':
      return as(2, 'HR', '%lthr');
    case 'pace':
      return as(2, 'PACE', '%pace');
    case 'ftp':
      return as(2, 'POWER', '%ftp');
    case 'mmp': {
      const seconds = secondsOf(after ?? '');
      return seconds === undefined ? as(2, 'POWER', '%mmp') : as(3, 'POWER', '%mmp', { mmp_duration: seconds });
    }
    default:
      return as(1, 'POWER', '%ftp');
  }
}

function zoneTarget(zone: RegExpExecArray, next: string | undefined): Token {
  const band = bounds(zone[2], zone[3]);
  const as = (take: number, family: TargetFamily, units: string): Token => {
    return { take, kind: 'target', family, zone: true, target: { units, ...band } };
  };
  if (zone[1] !== '') return as(1, 'POWER', 'custom_zone');
  if (next === 'hr') return as(2, 'HR', 'hr_zone');
  if (next === 'pace') return as(2, 'PACE', 'pace_zone');
  if (next === 'power') return as(2, 'POWER', 'power_zone');
  return as(1, 'POWER', 'power_zone');
}

function cadence(word: string, next: string | undefined): Token | undefined {
  const joined = RPM.exec(word);
  if (joined) return { take: 1, kind: 'cadence', cadence: { units: 'rpm', ...bounds(joined[1], joined[2]) } };
  const spaced = next === 'rpm' ? RPM_NUMBERS.exec(word) : null;
  return spaced ? { take: 2, kind: 'cadence', cadence: { units: 'rpm', ...bounds(spaced[1], spaced[2]) } } : undefined;
}

function bounds(
  first: string | undefined,
  second: string | undefined,
): { value: number } | { start: number; end: number } {
  return second === undefined ? { value: Number(first) } : { start: Number(first), end: Number(second) };
}

// A whole number against a unit at the end of a word (`<40%`, `20min`). Not part of a decimal: `0.33s` is prose.
const UNIT_AT_END = /(?<![\d.])\d{1,6}(?:%|w|h|s|min|mtr|mi|km|rpm|m)$/i;

/** Where in a word the platform stops reading a label although the word is no token; -1 where it goes on. */
export function labelStop(word: string): number {
  return UNIT_AT_END.exec(word)?.index ?? -1;
}
