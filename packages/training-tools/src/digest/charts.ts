import { counted } from '../answer/counted.ts';
import type { DigestAthlete } from '../roster/digest.ts';
import { escaped, niceCeiling, px, scale, svg } from './svg.ts';
import { needsALook } from './totals.ts';
import { numberText, signedText } from './words.ts';

const WIDTH = 460;
const NAMES = 150;
const ROW = 22;
const TOP = 22;
/** Longest name in characters that fits its column. */
const NAME_LENGTH = 18;

/** Load done in the week as bars, a usual week as a tick: one row an athlete, in the order of the digest. */
export function loadChart(athletes: readonly DigestAthlete[]): string {
  const known = athletes.flatMap(({ done, usualWeekLoad }) => [done?.load ?? 0, usualWeekLoad ?? 0]);
  const most = niceCeiling(Math.max(1, ...known));
  const x = scale(0, most, NAMES, WIDTH - 44);
  const rows = athletes.map((athlete, i) => {
    const load = athlete.done?.load ?? null;
    const usual = athlete.usualWeekLoad;
    const y = TOP + i * ROW;
    const bar =
      load === null
        ? ''
        : `<rect class="bar${look(athlete)}" x="${NAMES}" y="${y + 5}" width="${px(x(load) - NAMES)}" height="12" rx="2"/>`;
    const tick =
      usual === null
        ? ''
        : `<line class="tick" x1="${px(x(usual))}" x2="${px(x(usual))}" y1="${y + 2}" y2="${y + 20}"/>`;
    const end = Math.max(load === null ? NAMES : x(load), usual === null ? NAMES : x(usual));
    return `${nameAt(athlete, y)}${bar}${tick}<text class="value" x="${px(end + 6)}" y="${y + 15}">${numberText(load)}</text>`;
  });
  return svg(WIDTH, TOP + athletes.length * ROW + 6, 'Load of the week against a usual week, athlete by athlete', [
    ...axis([0, most / 2, most], x, athletes.length, String),
    ...rows,
  ]);
}

/** Form now as dots around zero, lowest first. */
export function formChart(athletes: readonly DigestAthlete[]): string {
  const known = athletes
    .flatMap((athlete) => (athlete.form === null ? [] : [{ athlete, form: athlete.form }]))
    .sort((a, b) => a.form - b.form);
  const reach = niceCeiling(Math.max(20, ...known.map(({ form }) => Math.abs(form))));
  const x = scale(-reach, reach, NAMES + 40, WIDTH - 44);
  const rows = known.map(({ athlete, form }, i) => {
    const y = TOP + i * ROW + 11;
    const at = x(form);
    const label = form < 0 ? `x="${px(at - 9)}" text-anchor="end"` : `x="${px(at + 9)}"`;
    return `${nameAt(athlete, y - 11)}<line class="stem" x1="${px(x(0))}" x2="${px(at)}" y1="${y}" y2="${y}"/><circle class="dot${look(athlete)}" cx="${px(at)}" cy="${y}" r="5"/><text class="value" ${label} y="${y + 4}">${signedText(form)}</text>`;
  });
  return svg(WIDTH, TOP + known.length * ROW + 6, 'Form now, lowest first', [
    ...axis([-reach, -reach / 2, 0, reach / 2, reach], x, known.length, (value) =>
      value === 0 ? '0' : signedText(value),
    ),
    ...rows,
  ]);
}

/** The week of one athlete in a strip: load done as a bar, a usual week as a tick, what was planned as an outline. */
export function weekStrip({ done, usualWeekLoad, planned }: DigestAthlete): string {
  const load = done?.load ?? null;
  const values = [load ?? 0, usualWeekLoad ?? 0, planned?.load ?? 0];
  const x = scale(0, niceCeiling(Math.max(1, ...values)), 1, 239);
  const says = `Load ${numberText(load)}, usual ${numberText(usualWeekLoad)}, planned ${numberText(planned?.load ?? null)}`;
  return svg(240, 20, says, [
    '<rect class="track" x="1" y="4" width="238" height="12" rx="3"/>',
    load === null ? '' : `<rect class="bar" x="1" y="4" width="${px(x(load) - 1)}" height="12" rx="3"/>`,
    planned === null || planned.load === null
      ? ''
      : `<rect class="plan" x="1" y="4" width="${px(x(planned.load) - 1)}" height="12" rx="3"/>`,
    usualWeekLoad === null
      ? ''
      : `<line class="tick" x1="${px(x(usualWeekLoad))}" x2="${px(x(usualWeekLoad))}" y1="1" y2="19"/>`,
  ]);
}

/** Most sessions that are drawn one by one. */
const MOST_DOTS = 14;

/** Planned sessions as dots, full where an activity is paired with one. */
export function sessionDots(planned: NonNullable<DigestAthlete['planned']>): string {
  if (planned.sessions === 0 || planned.sessions > MOST_DOTS) return '';
  const dots = Array.from({ length: planned.sessions }, (_, i) => {
    const kind = i < planned.paired ? 'did' : 'missed';
    return `<circle class="${kind}" cx="${7 + i * 15}" cy="8" r="5"/>`;
  });
  return svg(
    planned.sessions * 15,
    16,
    `${planned.paired} of ${counted(planned.sessions, 'planned session')} done`,
    dots,
  );
}

function axis(
  at: readonly number[],
  x: (value: number) => number,
  rows: number,
  text: (value: number) => string,
): string[] {
  return at.map((value) => {
    const place = px(x(value));
    const line = `<line class="grid${value === 0 ? ' zero' : ''}" x1="${place}" x2="${place}" y1="${TOP - 4}" y2="${TOP + rows * ROW}"/>`;
    return `${line}<text class="scale" x="${place}" y="12" text-anchor="middle">${text(value)}</text>`;
  });
}

function nameAt({ athlete }: DigestAthlete, y: number): string {
  const { name } = athlete;
  const short = shortened(name);
  return `<text class="name" x="${NAMES - 8}" y="${y + 15}" text-anchor="end"><title>${escaped(name)}</title>${escaped(short)}</text>`;
}

/** A name that fits its column; of an id behind it the end stays, which is what tells two of one name apart. */
function shortened(name: string): string {
  if (name.length <= NAME_LENGTH) return name;
  const end = / \((?:.*)(.{4})\)$/.exec(name)?.[1];
  if (end === undefined) return `${name.slice(0, NAME_LENGTH - 1)}…`;
  const own = name.slice(0, name.lastIndexOf(' ('));
  const room = NAME_LENGTH - end.length - 2;
  return `${own.length > room ? `${own.slice(0, room - 1)}…` : own} …${end}`;
}

function look(athlete: DigestAthlete): string {
  return needsALook(athlete) ? ' flagged' : '';
}
