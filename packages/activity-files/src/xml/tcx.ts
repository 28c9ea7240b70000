import type { ChannelName, Pause } from '@core/metrics/samples';
import type { Activity, Summary } from '../activity/model.ts';
import { assignRows } from '../activity/rows.ts';
import { PointColumns } from './point-columns.ts';
import { emptySummary, type XmlOptions, xmlActivity, xmlProblems, xmlText } from './read-xml.ts';
import { scanTags, type TagHandler } from './scan-tags.ts';
import { sportOf } from './sport-names.ts';
import { attribute, numberIn, plainText, timeIn } from './text-values.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const pointChannels: Readonly<Record<string, ChannelName>> = {
  LatitudeDegrees: 'latitude',
  LongitudeDegrees: 'longitude',
  AltitudeMeters: 'altitude',
  DistanceMeters: 'distance',
  Cadence: 'cadence',
  RunCadence: 'cadence',
  Speed: 'speed',
  Watts: 'power',
};

type LapNumber = { [K in keyof Summary]: Summary[K] extends number | null ? K : never }[keyof Summary];

const lapNumbers: Readonly<Record<string, LapNumber>> = {
  TotalTimeSeconds: 'timerS',
  DistanceMeters: 'distanceM',
  MaximumSpeed: 'maxSpeedMs',
  Calories: 'caloriesKcal',
  Cadence: 'avgCadenceRpm',
  AvgRunCadence: 'avgCadenceRpm',
  MaxRunCadence: 'maxCadenceRpm',
  MaxBikeCadence: 'maxCadenceRpm',
  AvgSpeed: 'avgSpeedMs',
  AvgWatts: 'avgPowerW',
  MaxWatts: 'maxPowerW',
};

/**
 * Reads a TCX file: activities (also inside a multi-sport session) and courses. Extension values are found by local name,
 * whatever their prefix. A new track inside a lap is a timer pause when the lap's own time leaves the gap out.
 *
 * @throws ActivityFileError in strict mode, or when the input is larger than 400 MiB
 */
export function readTcx(bytes: Uint8Array, options: XmlOptions = {}): Activity {
  const text = xmlText(bytes);
  const problems = xmlProblems(options);
  const handler = new TcxHandler(text);
  scanTags(text, handler, problems);
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
  readonly points = new PointColumns();
  readonly laps: Summary[] = [];
  readonly activities: ActivityLaps[] = [];
  readonly pauses: Pause[] = [];
  creator = '';
  readonly #text: string;
  #lap: Mutable<Summary> | null = null;
  #inPoint = false;
  #inTrack = false;
  #inCreator = false;
  #heartRate = '';
  #tracks = 0;
  #breaks: Pause[] = [];
  #lastMs = Number.NaN;
  #firstMs = Number.NaN;

  constructor(text: string) {
    this.#text = text;
  }

  open(name: string, from: number, to: number): void {
    switch (name) {
      case 'Trackpoint':
        this.#inPoint = true;
        this.points.next();
        break;
      case 'Track':
        this.#inTrack = true;
        this.#tracks++;
        break;
      case 'Lap':
        this.#openLap(from, to);
        break;
      case 'Activity':
        this.activities.push({
          sport: plainText(attribute(this.#text, 'Sport', from, to) ?? ''),
          fromLap: this.laps.length,
          toLap: this.laps.length,
        });
        break;
      case 'Creator':
        this.#inCreator = true;
        break;
      case 'HeartRateBpm':
      case 'AverageHeartRateBpm':
      case 'MaximumHeartRateBpm':
        this.#heartRate = name;
        break;
    }
  }

  leaf(name: string, from: number, to: number): void {
    if (this.#inPoint) this.#pointValue(name, from, to);
    else if (this.#lap !== null && !this.#inTrack) this.#lapValue(this.#lap, name, from, to);
    else if (this.#inCreator && name === 'Name' && this.creator === '')
      this.creator = plainText(this.#text.slice(from, to));
  }

  close(name: string): void {
    switch (name) {
      case 'Trackpoint':
        this.#inPoint = false;
        break;
      case 'Track':
        this.#inTrack = false;
        break;
      case 'Lap':
        this.#closeLap();
        break;
      case 'Creator':
        this.#inCreator = false;
        break;
      case 'HeartRateBpm':
      case 'AverageHeartRateBpm':
      case 'MaximumHeartRateBpm':
        this.#heartRate = '';
        break;
    }
  }

  #pointValue(name: string, from: number, to: number): void {
    if (name === 'Time') this.#pointTime(timeIn(this.#text, from, to));
    else if (name === 'Value') {
      if (this.#heartRate !== '') this.points.set('heart_rate', numberIn(this.#text, from, to));
    } else if (Object.hasOwn(pointChannels, name))
      this.points.set(pointChannels[name] as ChannelName, numberIn(this.#text, from, to));
  }

  #pointTime(ms: number): void {
    this.points.setTime(ms);
    if (Number.isNaN(ms)) return;
    if (this.#tracks > 1 && ms > this.#lastMs) this.#breaks.push({ from: this.#lastMs, to: ms });
    if (this.#tracks > 0) this.#tracks = 1;
    if (Number.isNaN(this.#firstMs)) this.#firstMs = ms;
    this.#lastMs = ms;
  }

  #openLap(from: number, to: number): void {
    const start = attribute(this.#text, 'StartTime', from, to) ?? '';
    const startMs = timeIn(start, 0, start.length);
    const sport = sportOf(this.activities.at(-1)?.sport ?? '', '');
    this.#lap = { ...emptySummary, ...sport, startMs: Number.isNaN(startMs) ? null : startMs };
    this.#tracks = 0;
    this.#breaks = [];
    this.#firstMs = Number.NaN;
  }

  #lapValue(lap: Mutable<Summary>, name: string, from: number, to: number): void {
    const value = numberIn(this.#text, from, to);
    if (name === 'Value') {
      if (Number.isNaN(value)) return;
      if (this.#heartRate === 'AverageHeartRateBpm') lap.avgHeartRateBpm = value;
      if (this.#heartRate === 'MaximumHeartRateBpm') lap.maxHeartRateBpm = value;
    } else if (name === 'TriggerMethod') lap.trigger = plainText(this.#text.slice(from, to)).toLowerCase();
    else if (name === 'Intensity') lap.intensity = intensities[plainText(this.#text.slice(from, to))] ?? null;
    else if (Object.hasOwn(lapNumbers, name) && !Number.isNaN(value)) lap[lapNumbers[name] as LapNumber] = value;
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

const intensities: Readonly<Record<string, string>> = { Active: 'active', Resting: 'rest' };
