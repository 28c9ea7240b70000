/** A target of a step as the service stores it. */
export interface DocTarget {
  units: string;
  value?: number;
  start?: number;
  end?: number;
  target?: string;
  /** Seconds of the best effort that a `%mmp` is a share of. */
  mmp_duration?: number;
}

/** A step of a workout_doc; absent keys are left out, as the service does. */
export interface DocStep {
  text?: string;
  duration?: number;
  distance?: number;
  reps?: number;
  steps?: DocStep[];
  warmup?: boolean;
  cooldown?: boolean;
  intensity?: string;
  ramp?: boolean;
  freeride?: boolean;
  maxeffort?: boolean;
  until_lap_press?: boolean;
  hidepower?: boolean;
  power?: DocTarget;
  hr?: DocTarget;
  pace?: DocTarget;
  cadence?: DocTarget;
}

const HEADER = /^(?!-).*?(\d+)\s*x$/i;
const WARMUP = /^warm[ -]?up$/i;
const COOLDOWN = /^cool[ -]?down$/i;

/** Reads a description the way the service was seen to: what it does not understand is prose, and is dropped. */
export function parseText(text: string, defaultPaceUnits: string): DocStep[] {
  const steps: DocStep[] = [];
  let block: DocStep | undefined;
  let section: 'warmup' | 'cooldown' | undefined;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line.startsWith('-')) {
      const step = parseStep(line.slice(1).trim(), defaultPaceUnits);
      if (!step) continue;
      if (section) step[section] = true;
      (block?.steps ?? steps).push(step);
      continue;
    }
    const header = HEADER.exec(line);
    block = undefined;
    section = WARMUP.test(line) ? 'warmup' : COOLDOWN.test(line) ? 'cooldown' : undefined;
    if (!header || Number(header[1]) === 0) continue;
    block = { reps: Number(header[1]), text: escaped(line), distance: 0, duration: 0, steps: [] };
    steps.push(block);
  }
  return steps.filter((step) => step.reps === undefined || (step.steps?.length ?? 0) > 0).map(withTotals);
}

function withTotals(step: DocStep): DocStep {
  if (step.reps === undefined || !step.steps) return step;
  const once = step.steps.reduce((sum, child) => sum + (child.duration ?? 0), 0);
  return { ...step, duration: once * step.reps };
}

const AMOUNT_SOURCES = [String.raw`(?:\d+h)?(?:\d+m(?!tr|eter|i))?(?:\d+s)?`, String.raw`(?:\d+')?(?:\d+")?`] as const;
const TIME = new RegExp(
  `(?<![\\w.~/:-])(?:(?=\\d+[hms'"])(?:${AMOUNT_SOURCES[0]}|${AMOUNT_SOURCES[1]}))(?<=[hms'"])(?![\\w/])|(?<![\\w.~])\\d+m\\d+(?!\\w)`,
  'i',
);
const DISTANCE = /(?<![\w.~/:-])(\d+(?:\.\d+)?)\s*(mtr|meters|km|mi|miles|yrd|yards|y)\b/i;
const METRES: Readonly<Record<string, number>> = {
  mtr: 1,
  meters: 1,
  km: 1000,
  mi: 1609.344,
  miles: 1609.344,
  yrd: 0.9144,
  yards: 0.9144,
  y: 0.9144,
};

function parseStep(line: string, defaultPaceUnits: string): DocStep | undefined {
  const cue = line.includes('<!>') ? line.slice(line.indexOf('<!>') + 3) : line;
  const step: DocStep = {};
  const time = TIME.exec(cue);
  const distance = DISTANCE.exec(cue);
  const seconds = time ? secondsOf(time[0]) : 0;
  if (distance && (!time || distance.index < time.index)) {
    step.distance = Number(distance[1]) * METRES[distance[2]!.toLowerCase()]!;
  } else if (seconds > 0) step.duration = seconds;
  else return undefined;
  const amountAt = step.distance === undefined ? time!.index : distance!.index;
  const label = cue === line ? labelOf(cue.slice(0, amountAt)) : line.slice(0, line.indexOf('<!>') + 3);
  if (label !== '') step.text = escaped(label);
  readTargets(step, cue, amountAt, defaultPaceUnits);
  readFlags(step, cue, amountAt);
  return step;
}

function secondsOf(amount: string): number {
  const part = (unit: string) => Number(new RegExp(`(\\d+)${unit}`, 'i').exec(amount)?.[1] ?? 0);
  const bare = /^(\d+)m(\d+)$/i.exec(amount);
  if (bare) return Number(bare[1]) * 60 + Number(bare[2]);
  return part('h') * 3600 + (part('m') + part("'")) * 60 + part('s') + part('"');
}

/** Words before the amount. A zone met there wipes them; a number with a unit ends them. */
function labelOf(before: string): string {
  if (/(^|\s)C?Z\d/i.test(before)) return '';
  const unit = /\d+(?:\.\d+)?\s*(?:%|w\b|rpm\b|min\b)/i.exec(before);
  return (unit ? before.slice(0, unit.index) : before).trim();
}

const RANGE = String.raw`(\d+(?:\.\d+)?)%?(?:\s*-\s*(\d+(?:\.\d+)?))?%`;
const KINDS: readonly { pattern: RegExp; field: 'power' | 'hr' | 'pace'; units: string }[] = [
  { pattern: new RegExp(`${RANGE}\\s*LTHR`, 'i'), field: 'hr', units: '%lthr' },
  { pattern: new RegExp(`${RANGE}\\s*HR`, 'i'), field: 'hr', units: '%hr' },
  { pattern: new RegExp(`${RANGE}\\s*Pace`, 'i'), field: 'pace', units: '%pace' },
  { pattern: new RegExp(`${RANGE}\\s*MMP`, 'i'), field: 'power', units: '%mmp' },
  { pattern: /\bZ(\d)(?:\s*-\s*Z(\d))?\s*HR/i, field: 'hr', units: 'hr_zone' },
  { pattern: /\bZ(\d)(?:\s*-\s*Z(\d))?\s*Pace/i, field: 'pace', units: 'pace_zone' },
  { pattern: new RegExp(`${RANGE}(?:\\s*FTP)?`, 'i'), field: 'power', units: '%ftp' },
  { pattern: /\b(\d+)w?(?:\s*-\s*(\d+))?w\b/i, field: 'power', units: 'w' },
  { pattern: /\bCZ(\d)(?:\s*-\s*CZ(\d))?/i, field: 'power', units: 'custom_zone' },
  { pattern: /(?<!C)\bZ(\d)(?:\s*-\s*Z(\d))?/i, field: 'power', units: 'power_zone' },
];

function readTargets(step: DocStep, line: string, amountAt: number, defaultPaceUnits: string): void {
  const absolute = /(\d+):(\d\d)(\/[a-z0-9]+)?(?:-(\d+):(\d\d))?(\/[a-z0-9]+)?\s*Pace/i.exec(line);
  if (absolute) step.pace = absolutePace(absolute, defaultPaceUnits);
  else readRelative(step, line, amountAt);
  const cadence = /(\d+)(?:-(\d+))?\s*rpm/i.exec(line);
  if (cadence) step.cadence = target('rpm', cadence[1]!, cadence[2]);
  const best = /MMP\s+([\dhms'"]+)/i.exec(line);
  if (best && step.power?.units === '%mmp') step.power.mmp_duration = secondsOf(best[1]!);
  const rest = /%\S*(?:\s+Pace|\s+HR|\s+LTHR)?\s+(\d+)s\s+rest\b/i.exec(line);
  if (rest && step.duration !== undefined) step.duration += Number(rest[1]);
  const window = /\b(power|hr)=(lap|1s|3s|10s|30s)/i.exec(line);
  const aimed = window?.[1]?.toLowerCase() === 'hr' ? step.hr : step.power;
  if (window && aimed) aimed.target = window[2]!.toLowerCase();
}

/** The last token of the winning kind counts; a zone before the amount counts only when nothing follows it. */
function readRelative(step: DocStep, line: string, amountAt: number): void {
  const found = KINDS.flatMap((kind) => {
    const match = [...line.matchAll(new RegExp(kind.pattern, 'gi'))].at(-1);
    return match ? [{ kind, match }] : [];
  });
  const suffixed = found.filter(({ kind }) => kind.field !== 'power' || kind.units === '%mmp');
  const candidates = suffixed.length > 0 ? suffixed : found;
  const chosen = candidates.sort(
    (a, b) => Number(b.match.index > amountAt) - Number(a.match.index > amountAt) || b.match.index - a.match.index,
  )[0];
  if (chosen) step[chosen.kind.field] = target(chosen.kind.units, chosen.match[1]!, chosen.match[2]);
}

function target(units: string, first: string, second: string | undefined): DocTarget {
  if (second === undefined || second === first) return { units, value: Number(first) };
  return { units, start: Number(first), end: Number(second) };
}

const PACE_UNITS: Readonly<Record<string, string>> = {
  MINS_KM: 'secs/km',
  MINS_MILE: 'secs/mi',
  SECS_100M: 'secs/100m',
  SECS_100Y: 'secs/100y',
  SECS_500M: 'secs/500m',
};

function absolutePace(match: RegExpExecArray, defaultPaceUnits: string): DocTarget {
  const unit = match[6] ?? match[3];
  const units = unit ? `secs${unit.toLowerCase()}` : (PACE_UNITS[defaultPaceUnits] ?? 'secs/km');
  const first = Number(match[1]) * 60 + Number(match[2]);
  if (match[4] === undefined) return { units, value: first };
  return { units, start: first, end: Number(match[4]) * 60 + Number(match[5]) };
}

function readFlags(step: DocStep, line: string, amountAt: number): void {
  const ranged = [step.power, step.hr, step.pace].some((each) => each?.start !== undefined);
  const intensity = /intensity=(warmup|active|interval|rest|recovery|cooldown|other|auto)/i.exec(line);
  if (ranged && /\bramp\b/i.test(line.slice(amountAt))) step.ramp = true;
  if (/\bfreeride\b/i.test(line)) step.freeride = true;
  if (/\bmaxeffort\b/i.test(line)) step.maxeffort = true;
  if (/press lap/i.test(line)) step.until_lap_press = true;
  if (/\/?hidepower/i.test(line)) step.hidepower = true;
  if (intensity) step.intensity = intensity[1]!.toLowerCase();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
