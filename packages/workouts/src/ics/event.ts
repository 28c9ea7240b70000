import { writeCadence } from '../grammar/cadence.ts';
import { writeLength } from '../grammar/length.ts';
import { writeTarget } from '../grammar/target.ts';
import { type Item, isRepeat, type Step, type Workout } from '../workout.ts';
import { contentLine, escapeText } from './lines.ts';

/** When the session starts. */
export type IcsStart =
  /** A whole day, `2026-05-01`. */
  | { readonly date: string }
  /** Wall-clock time wherever the athlete is, `2026-05-01T06:30:00`. */
  | { readonly local: string }
  /** A moment, `2026-05-01T06:30:00Z`. */
  | { readonly utc: string }
  /** No date yet: the text `{{SCHEDULED_DATE}}` stands for `YYYYMMDD` and must be replaced before use. */
  | { readonly placeholder: true };

export interface IcsOptions {
  /** Stays the same when the event is sent again. */
  readonly uid: string;
  readonly start: IcsStart;
  /** When this text is made, ISO UTC. */
  readonly stamp: string;
  /** Planned seconds, for the length of a timed event (see `planned`). Without it a timed event has no length. */
  readonly seconds?: number;
}

export const PLACEHOLDER = '{{SCHEDULED_DATE}}';

/**
 * An iCalendar file (RFC 5545) with the workout as one event: summary, steps as text, escaped and folded, CRLF line ends.
 * A calendar entry, not a structured workout: nothing reads it back as steps.
 * @throws {RangeError} for a date or time that does not exist
 */
export function compileIcs(workout: Workout, options: IcsOptions): string {
  const { uid, stamp, start, seconds } = options;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//core//workouts//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utcTime(stamp)}`,
    ...whenLines(start, seconds),
    `SUMMARY:${escapeText(workout.name ?? 'Workout')}`,
    `DESCRIPTION:${escapeText(describeWorkout(workout))}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(contentLine).join('');
}

/** A day has no time-based DURATION (RFC 5545 3.8.2.5): one day is the default. */
function whenLines(start: IcsStart, seconds: number | undefined): string[] {
  if ('placeholder' in start) return [`DTSTART;VALUE=DATE:${PLACEHOLDER}`];
  if ('date' in start) return [`DTSTART;VALUE=DATE:${day(start.date)}`];
  const length = seconds === undefined || seconds <= 0 ? [] : [`DURATION:${duration(Math.round(seconds))}`];
  return [`DTSTART:${'utc' in start ? utcTime(start.utc) : localTime(start.local)}`, ...length];
}

function day(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match || !exists(`${date}T00:00:00Z`)) throw new RangeError(`"${date}" is not a date such as 2026-05-01`);
  return `${match[1]}${match[2]}${match[3]}`;
}

function localTime(time: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(time);
  if (!match || !exists(`${match[1]}T${match[2]}:${match[3]}:${match[4] ?? '00'}Z`)) {
    throw new RangeError(`"${time}" is not a local time such as 2026-05-01T06:30:00`);
  }
  return `${day(match[1] ?? '')}T${match[2]}${match[3]}${match[4] ?? '00'}`;
}

function utcTime(time: string): string {
  if (!/Z$/.test(time) || !exists(time))
    throw new RangeError(`"${time}" is not a UTC time such as 2026-05-01T06:30:00Z`);
  return new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/** The calendar rolls 30 February over to March; such a date is refused. */
function exists(utc: string): boolean {
  const moment = new Date(utc);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === utc.slice(0, 10);
}

function duration(seconds: number): string {
  const h = Math.floor(seconds / 3600);
  const m = Math.floor((seconds % 3600) / 60);
  const s = seconds % 60;
  return `PT${h === 0 ? '' : `${h}H`}${m === 0 ? '' : `${m}M`}${s === 0 ? '' : `${s}S`}`;
}

/** The description and one line a step, repeats indented. */
export function describeWorkout({ description, steps }: Workout): string {
  const outline = steps.flatMap((item) => describeItem(item, '')).join('\n');
  return description === undefined ? outline : `${description}\n\n${outline}`;
}

function describeItem(item: Item, indent: string): string[] {
  if (!isRepeat(item)) return [`${indent}- ${describeStep(item)}`];
  const name = item.name === undefined ? '' : ` ${item.name}`;
  return [`${indent}${item.times}x${name}`, ...item.steps.flatMap((inner) => describeItem(inner, `${indent}  `))];
}

function describeStep({ length, target, cadence, kind, name, note }: Step): string {
  const parts = [
    name,
    writeLength(length),
    target === undefined ? undefined : writeTarget(target),
    cadence === undefined ? undefined : `${writeCadence(cadence)} rpm`,
    kind === undefined ? undefined : `(${kind})`,
  ];
  const line = parts.filter((part) => part !== undefined).join(' ');
  return note === undefined ? line : `${line}: ${note}`;
}
