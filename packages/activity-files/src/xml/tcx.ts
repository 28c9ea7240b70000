import type { ChannelName, Pause } from '@core/metrics/samples';
import type { Activity, Summary } from '../activity/model.ts';
import { assignRows } from '../activity/rows.ts';
import { PointColumns } from './point-columns.ts';
import { emptySummary, type XmlOptions, xmlActivity, xmlBytes, xmlProblems } from './read-xml.ts';
import { scanTags, type TagHandler, Vocabulary } from './scan-tags.ts';
import { sportOf } from './sport-names.ts';
import { attribute, numberIn, plainText, timeIn } from './text-values.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const pointElements: readonly (readonly [name: string, channel: ChannelName])[] = [
  ['LatitudeDegrees', 'latitude'],
  ['LongitudeDegrees', 'longitude'],
  ['AltitudeMeters', 'altitude'],
  ['DistanceMeters', 'distance'],
  ['Cadence', 'cadence'],
  ['RunCadence', 'cadence'],
  ['Speed', 'speed'],
  ['Watts', 'power'],
];

type LapNumber = { [K in keyof Summary]: Summary[K] extends number | null ? K : never }[keyof Summary];

/** Elements of a lap outside its tracks. */
const lapElements: Readonly<Record<string, LapNumber>> = {
  DistanceMeters: 'distanceM',
  Cadence: 'avgCadenceRpm',
  TotalTimeSeconds: 'timerS',
  MaximumSpeed: 'maxSpeedMs',
  Calories: 'caloriesKcal',
  AvgRunCadence: 'avgCadenceRpm',
  MaxRunCadence: 'maxCadenceRpm',
  MaxBikeCadence: 'maxCadenceRpm',
  AvgSpeed: 'avgSpeedMs',
  AvgWatts: 'avgPowerW',
  MaxWatts: 'maxPowerW',
};

const structure = [
  'Activity',
  'Lap',
  'Track',
  'Trackpoint',
  'Time',
  'Value',
  'HeartRateBpm',
  'AverageHeartRateBpm',
  'MaximumHeartRateBpm',
  'TriggerMethod',
  'Intensity',
  'Creator',
  'Name',
] as const;
const names = /* @__PURE__ */ [
  ...new Set([...structure, ...pointElements.map(([name]) => name), ...Object.keys(lapElements)]),
];
const tag = /* @__PURE__ */ Object.fromEntries(names.map((name, i) => [name, i + 1])) as Record<
  (typeof structure)[number],
  number
>;
const vocabulary = /* @__PURE__ */ new Vocabulary(names);
const channelNames = /* @__PURE__ */ [
  ...new Set<ChannelName>(['heart_rate', ...pointElements.map(([, channel]) => channel)]),
];
const heartRateSlot = 0;
/** Column of the element with tag `structure.length + 1 + i`: point elements follow the structure in `names`. */
const slots = /* @__PURE__ */ pointElements.map(([, channel]) => channelNames.indexOf(channel));

/**
 * Reads a TCX file: activities (also inside a multi-sport session) and courses. Extension values are found by local name,
 * whatever their prefix. A new track inside a lap is a timer pause when the lap's own time leaves the gap out.
 *
 * @throws ActivityFileError in strict mode, or when the input is larger than 400 MiB
 */
export function readTcx(bytes: Uint8Array, options: XmlOptions = {}): Activity {
  const utf8 = xmlBytes(bytes);
  const problems = xmlProblems(options);
  const handler = new TcxHandler(utf8);
  scanTags(utf8, vocabulary, handler, problems);
  if (handler.points.rows === 0) problems.add('not_tracks', 0, 'no track points');
  const { samples, report } = handler.points.samples(handler.pauses);
  const placed = (summaries: readonly Summary[]): Summary[] => {
    const rows = assignRows(summaries, samples.startMs ?? 0, samples.time);
    return summaries.map((summary, i) => ({ ...summary, rows: rows[i] ?? summary.rows }));
  };
  const { laps } = handler;
  const sessions = handler.activities.map((activity) =>
    sessionOf(activity, laps.slice(activity.fromLap, activity.toLap)),
  );
  return xmlActivity({
    format: 'tcx',
    samples,
    cleaning: report,
    sport: sessions[0]?.sport ?? null,
    subSport: sessions[0]?.subSport ?? null,
    sessions: placed(sessions),
    laps: placed(laps),
    creator: handler.creator,
    problems,
  });
}

interface ActivityLaps {
  readonly sport: string;
  readonly fromLap: number;
  toLap: number;
}

/** Totals of an activity from its laps. */
function sessionOf({ sport }: ActivityLaps, laps: readonly Summary[]): Summary {
  const sum = (key: 'timerS' | 'distanceM' | 'caloriesKcal'): number | null => {
    const values = laps.flatMap((lap) => lap[key] ?? []);
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  };
  const startMs = laps[0]?.startMs ?? null;
  const last = laps.at(-1);
  const endMs = last?.startMs == null ? null : last.startMs + (last.elapsedS ?? 0) * 1000;
  return {
    ...emptySummary,
    ...sportOf(sport, ''),
    startMs,
    elapsedS: startMs === null || endMs === null ? null : (endMs - startMs) / 1000,
    timerS: sum('timerS'),
    distanceM: sum('distanceM'),
    caloriesKcal: sum('caloriesKcal'),
  };
}

class TcxHandler implements TagHandler {
  readonly points = new PointColumns(channelNames);
  readonly laps: Summary[] = [];
  readonly activities: ActivityLaps[] = [];
  readonly pauses: Pause[] = [];
  creator = '';
  readonly #bytes: Uint8Array;
  #lap: Mutable<Summary> | null = null;
  #inPoint = false;
  #inTrack = false;
  #inCreator = false;
  /** The heart-rate element that a Value belongs to, 0 for none. */
  #heartRate = 0;
  #tracks = 0;
  #breaks: Pause[] = [];
  #lastMs = Number.NaN;
  #firstMs = Number.NaN;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  open(name: number, from: number, to: number): void {
    if (name === 0) return;
    if (name === tag.Trackpoint) {
      this.#inPoint = true;
      this.points.next();
    } else if (isHeartRate(name)) this.#heartRate = name;
    else if (name === tag.Track) {
      this.#inTrack = true;
      this.#tracks++;
    } else if (name === tag.Lap) this.#openLap(from, to);
    else if (name === tag.Creator) this.#inCreator = true;
    else if (name === tag.Activity) this.#openActivity(from, to);
  }

  leaf(name: number, from: number, to: number): void {
    if (name === 0) return;
    if (this.#inPoint) this.#pointValue(name, from, to);
    else if (this.#lap !== null && !this.#inTrack) this.#lapValue(this.#lap, name, from, to);
    else if (this.#inCreator && name === tag.Name && this.creator === '')
      this.creator = plainText(this.#bytes, from, to);
  }

  close(name: number): void {
    if (name === 0) return;
    if (name === tag.Trackpoint) this.#inPoint = false;
    else if (isHeartRate(name)) this.#heartRate = 0;
    else if (name === tag.Track) this.#inTrack = false;
    else if (name === tag.Lap) this.#closeLap();
    else if (name === tag.Creator) this.#inCreator = false;
  }

  #pointValue(name: number, from: number, to: number): void {
    if (name === tag.Time) this.#pointTime(timeIn(this.#bytes, from, to));
    else if (name === tag.Value) {
      if (this.#heartRate !== 0) this.points.set(heartRateSlot, numberIn(this.#bytes, from, to));
    } else {
      const slot = slots[name - structure.length - 1];
      if (slot !== undefined) this.points.set(slot, numberIn(this.#bytes, from, to));
    }
  }

  #pointTime(ms: number): void {
    this.points.setTime(ms);
    if (Number.isNaN(ms)) return;
    if (this.#tracks > 1 && ms > this.#lastMs) this.#breaks.push({ from: this.#lastMs, to: ms });
    if (this.#tracks > 0) this.#tracks = 1;
    if (Number.isNaN(this.#firstMs)) this.#firstMs = ms;
    this.#lastMs = ms;
  }

  #openActivity(from: number, to: number): void {
    const sport = attribute(this.#bytes, 'Sport', from, to);
    const lap = this.laps.length;
    this.activities.push({ sport: plainText(this.#bytes, sport.from, sport.to), fromLap: lap, toLap: lap });
  }

  #openLap(from: number, to: number): void {
    const start = attribute(this.#bytes, 'StartTime', from, to);
    const startMs = timeIn(this.#bytes, start.from, start.to);
    const sport = sportOf(this.activities.at(-1)?.sport ?? '', '');
    this.#lap = { ...emptySummary, ...sport, startMs: Number.isNaN(startMs) ? null : startMs };
    this.#tracks = 0;
    this.#breaks = [];
    this.#firstMs = Number.NaN;
  }

  #lapValue(lap: Mutable<Summary>, name: number, from: number, to: number): void {
    if (name === tag.TriggerMethod) lap.trigger = plainText(this.#bytes, from, to).toLowerCase();
    else if (name === tag.Intensity) lap.intensity = intensities[plainText(this.#bytes, from, to)] ?? null;
    else {
      const value = numberIn(this.#bytes, from, to);
      const key = name === tag.Value ? heartRateKey(this.#heartRate) : lapElements[names[name - 1] as string];
      if (key !== undefined && !Number.isNaN(value)) lap[key] = value;
    }
  }

  /** The lap ends where its last point is; gaps between its tracks are pauses if its own time leaves them out. */
  #closeLap(): void {
    const lap = this.#lap;
    this.#lap = null;
    if (lap === null) return;
    const paused = this.#breaks.reduce((sum, gap) => sum + (gap.to - gap.from) / 1000, 0);
    const start = lap.startMs ?? this.#firstMs;
    const span = (this.#lastMs - start) / 1000;
    const unaccounted = span - (lap.timerS ?? span);
    const isPause = paused > 0 && unaccounted >= paused / 2;
    if (isPause) this.pauses.push(...this.#breaks);
    lap.elapsedS = Number.isNaN(span) ? lap.timerS : Math.max(span, lap.timerS ?? span);
    this.laps.push(lap);
    const activity = this.activities.at(-1);
    if (activity !== undefined) activity.toLap = this.laps.length;
  }
}

function isHeartRate(name: number): boolean {
  return name === tag.HeartRateBpm || name === tag.AverageHeartRateBpm || name === tag.MaximumHeartRateBpm;
}

function heartRateKey(element: number): LapNumber | undefined {
  if (element === tag.AverageHeartRateBpm) return 'avgHeartRateBpm';
  return element === tag.MaximumHeartRateBpm ? 'maxHeartRateBpm' : undefined;
}

const intensities: Readonly<Record<string, string>> = { Active: 'active', Resting: 'rest' };
