import type { SportFamily } from '../ports/index.ts';
import { secondsBetween } from './local-start.ts';
import type { Match } from './shape.ts';

/** One side as the question whether both are one session looks at it. */
export interface Side {
  /** Local start: to the second for a file, to the minute on a platform, or the day alone. */
  readonly start: string | null;
  readonly family: SportFamily | null;
  /** From first to last second, or the time that was moved in where nobody tells more. */
  readonly seconds: number | null;
  readonly movingS: number | null;
  readonly distanceM: number | null;
}

/** Whether a file and an activity are one session. */
export interface SameRide {
  /** `part`: one holds only a piece of the other. `unclear`: nothing to tell by. */
  readonly verdict: 'same' | 'part' | 'another' | 'unclear';
  /** What speaks for the verdict, one clause each. */
  readonly because: readonly string[];
  /** File's clock minus platform's at one moment, s; `null` when it cannot be told. 0: within the platform's minute. */
  readonly clockOffsetS: number | null;
  /** Share of the shorter that lies within the other by the clocks; `null` without both. */
  readonly overlap: number | null;
}

const WELL_ALIKE = 0.9;
const UNLIKE = 0.3;
/** Two meters on one bicycle agree better than this; two riders side by side do not. */
const OTHER_RIDER = 0.6;
/** Lengths and distances of one session differ by less than this share. */
const AS_LONG = 0.8;
const CLOCK_ERROR_S = 1800;
const HALF_HOUR_S = 1800;

/** Judges by clocks, lengths and the shape of what was recorded. */
export function sameRide(file: Side, platform: Side, found: readonly Match[]): SameRide {
  const matched = found[0] !== undefined && found[0].r >= WELL_ALIKE;
  const shift = matched ? found[0]!.lagS : 0;
  const told = secondsBetween(platform.start, file.start);
  const clockOffsetS = told === null ? null : withinMinute(told + shift);
  // Where the clocks agree, the shape knows to the second what the platform tells to the minute.
  const apart = matched && clockOffsetS === 0 ? -shift : told;
  const overlap = overlapOf(file, platform, apart);
  const alike = isAlike(found);
  const said = [...sayShape(found), ...sayClock(clockOffsetS, overlap)];
  const judged = (verdict: SameRide['verdict'], ...because: readonly string[]): SameRide => ({
    verdict,
    because: because.length > 0 ? because : said,
    clockOffsetS,
    overlap,
  });

  const against = [
    ...otherSport(file, platform),
    ...(found.length > 0 && found[0]!.r < UNLIKE ? [`${word(found[0]!)} of one does not follow the other’s`] : []),
  ];
  if (against.length > 0) return judged('another', ...against);
  const clocksAgree = overlap !== null && overlap >= 0.5;
  const clockIsOff = alike && clockOffsetS !== null && isClockError(clockOffsetS);
  const begun = overlap === null && apart !== null && Math.abs(apart) <= 300;
  if (!clocksAgree && !clockIsOff && !begun) {
    if (apart === null) return alike ? judged('same') : judged('unclear', 'there is no clock to go by');
    return judged('another', `they begin ${minutes(apart)} apart${alike ? ', though they look alike: a repeat?' : ''}`);
  }
  const lengths = shareOf(file.movingS, platform.movingS) ?? shareOf(file.seconds, platform.seconds);
  if (lengths !== null && lengths < AS_LONG) {
    const contained = overlap !== null && overlap >= 0.95;
    if (alike || contained) return judged('part', `one is ${percent(lengths)} as long as the other`, ...said);
    return judged('another', `one is ${percent(lengths)} as long as the other`);
  }
  const distances = shareOf(file.distanceM, platform.distanceM);
  if (distances !== null && distances < AS_LONG && !alike)
    return judged('another', `one is ${percent(distances)} as far as the other`);
  const [power] = found.filter(({ signal }) => signal === 'power');
  if (power !== undefined && power.r < OTHER_RIDER)
    return judged('unclear', `power hardly follows (r ${power.r.toFixed(2)}): another rider’s file, or a broken meter`);
  return judged('same');
}

/** A platform's minute holds 60 seconds: within it the clocks agree. */
function withinMinute(seconds: number): number {
  return seconds >= 0 && seconds < 60 ? 0 : seconds;
}

/** Two signals that follow each other, or power alone: a route or a workout that is done again repeats one of them. */
function isAlike(found: readonly Match[]): boolean {
  const good = found.filter(({ r }) => r >= WELL_ALIKE);
  return good.length > 1 || (good.length === 1 && found.length === 1 && good[0]!.signal === 'power');
}

/** A device clock is off by minutes; a time zone by half hours. */
function isClockError(offset: number): boolean {
  return Math.abs(offset) <= CLOCK_ERROR_S || halfHoursOff(offset) !== 0;
}

function halfHoursOff(offset: number): number {
  const halves = Math.round(offset / HALF_HOUR_S);
  return Math.abs(offset - halves * HALF_HOUR_S) <= 120 && Math.abs(halves) <= 28 ? halves : 0;
}

function overlapOf(file: Side, platform: Side, apart: number | null): number | null {
  if (apart === null || file.seconds === null || platform.seconds === null) return null;
  const shared = Math.min(apart + file.seconds, platform.seconds) - Math.max(apart, 0);
  const shorter = Math.min(file.seconds, platform.seconds);
  return shorter > 0 ? Math.max(0, Math.min(1, shared / shorter)) : null;
}

function otherSport({ family: a }: Side, { family: b }: Side): string[] {
  if (a === null || b === null || a === b || a === 'other' || b === 'other') return [];
  return [`the file is a ${a}, the activity a ${b}`];
}

function sayShape([first]: readonly Match[]): string[] {
  if (first === undefined) return [];
  return [`${word(first)} follows ${first.r >= WELL_ALIKE ? 'second by second' : 'loosely'} (r ${first.r.toFixed(2)})`];
}

function sayClock(offset: number | null, overlap: number | null): string[] {
  if (offset === null) return [];
  const shared = overlap === null ? [] : [`${percent(overlap)} of the shorter at the same time`];
  if (offset === 0) return [...shared, 'clocks agree'];
  const halves = halfHoursOff(offset);
  const zone = halves === 0 ? '' : `: a time zone of ${halves / 2} h`;
  return [...shared, `the file’s clock is ${minutes(offset)} ${offset > 0 ? 'ahead' : 'behind'}${zone}`];
}

function word({ signal }: Match): string {
  return signal.replaceAll('_', ' ');
}

function shareOf(a: number | null, b: number | null): number | null {
  return a === null || b === null || a <= 0 || b <= 0 ? null : Math.min(a, b) / Math.max(a, b);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function minutes(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  if (whole < 120) return `${whole} s`;
  return whole < 5400 ? `${Math.round(whole / 60)} min` : `${(whole / 3600).toFixed(1)} h`;
}
