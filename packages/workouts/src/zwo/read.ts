import { LIMITS } from '../limits.ts';
import { type Loss, Losses } from '../loss.ts';
import { child, type Path } from '../path.ts';
import { stepOf } from '../read.ts';
import type { Cadence, Item, Kind, Target, Workout } from '../workout.ts';
import { readXml, type XmlElement } from './xml.ts';

/**
 * The workout of a ZWO file. Names are compared without case, as hand-edited files vary. What has no counterpart is in
 * `losses`.
 * @throws {TypeError} when it is no workout file
 */
export function readZwo(source: string): { workout: Workout; losses: readonly Loss[] } {
  const root = readXml(source);
  const list = root.children.find(({ name }) => name.toLowerCase() === 'workout');
  if (root.name.toLowerCase() !== 'workout_file' || list === undefined)
    throw new TypeError('not a ZWO file: expected <workout_file> with <workout>');
  const losses = new Losses();
  const steps: Item[] = [];
  for (const part of list.children) {
    const item = readPart(part, child('', steps.length), losses);
    if (item !== undefined && steps.length < LIMITS.unrolled) steps.push(item);
  }
  const head = (name: string) =>
    root.children.find((one) => one.name.toLowerCase() === name.toLowerCase())?.text.trim() ?? '';
  const name = head('name');
  const description = head('description');
  const workout: Workout = {
    sport: head('sportType').toLowerCase() === 'run' ? 'run' : 'bike',
    ...(name === '' || name === 'Workout' ? {} : { name: name.slice(0, LIMITS.name) }),
    ...(description === '' ? {} : { description: description.slice(0, LIMITS.description) }),
    steps,
  };
  return { workout, losses: losses.list };
}

class Attributes {
  readonly #values = new Map<string, string>();

  constructor({ attributes }: XmlElement) {
    for (const [name, value] of Object.entries(attributes)) this.#values.set(name.toLowerCase(), value);
  }

  number(name: string): number | undefined {
    const text = this.#values.get(name.toLowerCase());
    const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
  }

  /** Percent of a share of FTP. */
  percent(name: string): number | undefined {
    const value = this.number(name);
    return value === undefined ? undefined : Math.round(value * 10_000) / 100;
  }

  text(name: string): string {
    return this.#values.get(name.toLowerCase()) ?? '';
  }
}

function readPart(part: XmlElement, path: Path, losses: Losses): Item | undefined {
  const has = new Attributes(part);
  switch (part.name.toLowerCase()) {
    case 'intervalst':
      return readIntervals(has, path, losses);
    case 'steadystate':
      return readStep(part, has, path, steady(has), undefined, losses);
    case 'warmup':
      return readStep(part, has, path, ramp(has), 'warmup', losses);
    case 'cooldown':
      return readStep(part, has, path, ramp(has), 'cooldown', losses);
    case 'ramp':
      return readStep(part, has, path, ramp(has), undefined, losses);
    case 'freeride':
      return readStep(part, has, path, { unit: 'free' }, undefined, losses);
    case 'maxeffort':
      return readStep(part, has, path, { unit: 'max' }, undefined, losses);
    default:
      losses.add(path, 'workout', 'dropped', `<${part.name.slice(0, 40)}> has no counterpart`);
      return undefined;
  }
}

function steady(has: Attributes): Target | undefined {
  const power = has.percent('Power');
  const from = power ?? has.percent('PowerLow') ?? has.percent('PowerHigh');
  const to = power ?? has.percent('PowerHigh') ?? from;
  return from === undefined || to === undefined
    ? undefined
    : { unit: '%ftp', from: Math.min(from, to), to: Math.max(from, to) };
}

function ramp(has: Attributes): Target | undefined {
  const from = has.percent('PowerLow') ?? has.percent('Power');
  const to = has.percent('PowerHigh') ?? from;
  if (from === undefined || to === undefined) return undefined;
  return { unit: '%ftp', from, to, ...(from === to ? {} : { ramp: true }) };
}

function readCadence(has: Attributes): Cadence | undefined {
  const one = has.number('Cadence');
  const low = has.number('CadenceLow') ?? one;
  const high = has.number('CadenceHigh') ?? one;
  return low === undefined || high === undefined ? undefined : { low, high };
}

function readStep(
  part: XmlElement,
  has: Attributes,
  path: Path,
  target: Target | undefined,
  kind: Kind | undefined,
  losses: Losses,
): Item | undefined {
  const seconds = has.number('Duration');
  if (seconds === undefined || seconds <= 0) {
    losses.add(path, 'length', 'dropped', `<${part.name}> has no duration`);
    return undefined;
  }
  const events = part.children
    .filter(({ name }) => name.toLowerCase() === 'textevent')
    .map((event) => new Attributes(event));
  const starting = events.filter((event) => (event.number('timeoffset') ?? 0) === 0);
  const later = events.filter((event) => !starting.includes(event));
  const joined = (list: readonly Attributes[]) =>
    list
      .map((event) => event.text('message').trim())
      .filter((text) => text !== '')
      .join('. ');
  return stepOf({
    length: { by: 'time', seconds },
    target,
    cadence: readCadence(has),
    kind,
    name: joined(starting).slice(0, LIMITS.name),
    note: joined(later).slice(0, LIMITS.note),
  });
}

function readIntervals(has: Attributes, path: Path, losses: Losses): Item | undefined {
  const half = (side: 'On' | 'Off'): Item | undefined => {
    const seconds = has.number(`${side}Duration`);
    const one = has.percent(`${side}Power`);
    const low = one ?? has.percent(`Power${side}Low`);
    const high = one ?? has.percent(`Power${side}High`) ?? low;
    const rpm = has.number(side === 'On' ? 'Cadence' : 'CadenceResting');
    if (seconds === undefined || seconds <= 0) return undefined;
    return stepOf({
      length: { by: 'time', seconds },
      target:
        low === undefined || high === undefined
          ? undefined
          : { unit: '%ftp', from: Math.min(low, high), to: Math.max(low, high) },
      cadence: rpm === undefined ? undefined : { low: rpm, high: rpm },
      kind: undefined,
      name: undefined,
      note: undefined,
    });
  };
  const steps = [half('On'), half('Off')].filter((step) => step !== undefined);
  const times = Math.round(has.number('Repeat') ?? 1);
  if (steps.length > 0 && times >= 1 && times <= LIMITS.times) return { times, steps };
  losses.add(path, 'repeat', 'dropped', '<IntervalsT> has no durations or no count that can be read');
  return undefined;
}
