import { counted } from '../answer/counted.ts';
import type { DigestAthlete, DigestChange, RosterDigest } from '../roster/digest.ts';
import type { TriageFlag } from '../roster/triage.ts';
import { isoWeek } from './week.ts';

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const weekdayDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** `Wed 14 Oct`. */
export function dayText(day: string): string {
  return weekdayDay.format(atNoon(day)).replace(',', '');
}

/** `Week 42, 12 Oct – 18 Oct 2026`. */
export function weekText({ week, lastDay }: Pick<RosterDigest, 'week' | 'lastDay'>): string {
  const number = Number(isoWeek(week).slice(-2));
  return `Week ${number}, ${dayMonth.format(atNoon(week))} – ${dayMonth.format(atNoon(lastDay))} ${lastDay.slice(0, 4)}`;
}

/** `, so far` while the week runs: what is done then is no whole week. */
export function soFar({ asOf, lastDay }: Pick<RosterDigest, 'asOf' | 'lastDay'>): string {
  return asOf <= lastDay ? ', so far' : '';
}

/** A whole number with a real minus; `–` when nothing is known. No sign of a rounded zero. */
export function numberText(value: number | null): string {
  if (value === null) return '–';
  const whole = Math.round(value) + 0;
  return whole < 0 ? `−${-whole}` : String(whole);
}

/** With its sign: `+3`, `−8`, `±0`. */
export function signedText(value: number): string {
  const whole = Math.round(value) + 0;
  return whole === 0 ? '±0' : whole > 0 ? `+${whole}` : numberText(whole);
}

/** `7:05 h`. */
export function hoursText(seconds: number | null): string {
  if (seconds === null) return '–';
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
}

/** What a rule found, with real minus signs. */
export function saysText({ says }: TriageFlag): string {
  return says.replaceAll(/-(?=\d)/g, '−');
}

/** `form_low` as people say it. */
export function ruleText(rule: string): string {
  return rule.replaceAll('_', ' ');
}

/** `A race Sun 18 Oct: City Marathon`. */
export function raceText({ day, name, priority }: NonNullable<NonNullable<DigestAthlete['coming']>['race']>): string {
  return `${priority === null ? 'Race' : `${priority} race`} ${dayText(day)}${name === null ? '' : `: ${name}`}`;
}

/** `sick Mon 12 Oct – Fri 16 Oct`. */
export function awayText({ day, lastDay, reason }: NonNullable<NonNullable<DigestAthlete['coming']>['away']>): string {
  return `${reason} ${dayText(day)}${lastDay === day ? '' : ` – ${dayText(lastDay)}`}`;
}

/** `CTL +2, form −8; new: form low; gone: load drop`; empty when nothing moved by a point. */
export function changeText({ ctl, form, newFlags, goneFlags }: DigestChange): string {
  const moved = [
    ...(ctl === null || Math.round(ctl) === 0 ? [] : [`CTL ${signedText(ctl)}`]),
    ...(form === null || Math.round(form) === 0 ? [] : [`form ${signedText(form)}`]),
  ].join(', ');
  return [
    moved,
    newFlags.length === 0 ? '' : `new: ${newFlags.map(ruleText).join(', ')}`,
    goneFlags.length === 0 ? '' : `gone: ${goneFlags.map(ruleText).join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** `2 messages wait`. */
export function waitingText({ threads }: Pick<NonNullable<DigestAthlete['waiting']>, 'threads'>): string {
  return counted(threads, 'conversation waits', 'conversations wait');
}

/** `1 of 3`; `–` when the calendar could not be read. */
export function pairedText(planned: DigestAthlete['planned']): string {
  return planned === null ? '–' : `${planned.paired} of ${planned.sessions}`;
}
