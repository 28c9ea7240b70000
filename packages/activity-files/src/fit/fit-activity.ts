import type { CleaningReport, Samples } from '@core/metrics/samples';
import type {
  Activity,
  ActivityEvent,
  DeveloperColumn,
  Device,
  DeviceThresholds,
  Length,
  RrIntervals,
  Summary,
} from '../activity/model.ts';
import type { Problem, Problems } from '../activity/problem.ts';
import { assignRows } from '../activity/rows.ts';
import type { CleanRecords } from './clean-records.ts';
import { readDevices, readThresholds } from './devices.ts';
import type { FieldValue } from './field-value.ts';
import { readRrIntervals } from './heart-beats.ts';
import type { MessageOptions, MessageReader, MessageValues } from './messages.ts';
import type { MessageName } from './profile/notation.ts';
import { profile } from './profile/table.ts';
import { mostSummaries } from './read-samples.ts';
import { lengthOf, numberOf, startOf, summaryOf, textOf } from './summaries.ts';

/** How often a message occurs. Without a name it is not in the profile. */
export interface MessageCount {
  readonly number: number;
  readonly name: MessageName | null;
  readonly count: number;
}

/** An activity from FIT bytes. Everything but the samples is decoded when first read, and kept. */
export class FitActivity implements Activity {
  readonly format = 'fit';
  readonly samples: Samples;
  readonly cleaning: CleaningReport;
  readonly developer: readonly DeveloperColumn[];
  readonly #reader: MessageReader;
  readonly #originMs: number;
  readonly #problems: Problems;
  readonly #kept = new Map<string, unknown>();

  constructor(reader: MessageReader, clean: CleanRecords, problems: Problems) {
    this.#reader = reader;
    this.#originMs = clean.originMs;
    this.samples = clean.samples;
    this.cleaning = clean.cleaning;
    this.developer = clean.developer;
    this.#problems = problems;
  }

  /** What is wrong with the file. Its checksum is computed when this is first read: the bytes must not have changed. */
  get problems(): readonly Problem[] {
    return this.#problems.list;
  }

  /** Files that the bytes chain. */
  get files(): number {
    return this.#reader.scan.files.length;
  }

  get sport(): string | null {
    return this.sessions[0]?.sport ?? this.#first('sport', 'sport') ?? this.laps[0]?.sport ?? null;
  }

  get subSport(): string | null {
    return this.sessions[0]?.subSport ?? this.#first('sport', 'sub_sport') ?? null;
  }

  get sessions(): readonly Summary[] {
    return this.#keep('sessions', () => this.#summaries('session'));
  }

  get laps(): readonly Summary[] {
    return this.#keep('laps', () => this.#summaries('lap'));
  }

  get lengths(): readonly Length[] {
    return this.#keep('lengths', () => this.messages('length', { limit: mostSummaries }).map(lengthOf));
  }

  get events(): readonly ActivityEvent[] {
    return this.#keep('events', () => this.messages('event', { limit: mostSummaries }).map(eventOf));
  }

  get rr(): RrIntervals {
    return this.#keep('rr', () => readRrIntervals(this.#reader.scan, this.#originMs));
  }

  get devices(): readonly Device[] {
    return this.#keep('devices', () => readDevices(this.#reader));
  }

  get thresholds(): DeviceThresholds {
    return this.#keep('thresholds', () => readThresholds(this.#reader));
  }

  get developerFields(): number {
    const all = this.#reader.developerFields.all;
    return new Set(all.map((field) => `${field.developerIndex}/${field.number}/${field.name}`)).size;
  }

  get localOffsetMs(): number | null {
    const activity: Readonly<Record<string, FieldValue>> = this.messages('activity').at(-1) ?? {};
    const utc = numberOf(activity, 'timestamp');
    const local = numberOf(activity, 'local_timestamp');
    return utc === null || local === null ? null : zoneOffset(local - utc);
  }

  /**
   * Every message of one kind, by profile name or by global number, in file order, as objects with physical units and
   * times in epoch milliseconds. `{ unknown: true }` also gives fields without a name, as `field_<number>`, unscaled.
   * Fields without data are absent. An unknown message number gives the raw fields of that message.
   */
  messages<M extends MessageName>(message: M, options?: MessageOptions): MessageValues<M>[];
  messages(message: number, options?: MessageOptions): Record<string, FieldValue>[];
  messages(message: MessageName | number, options: MessageOptions = {}): unknown[] {
    return this.#reader.all(message as MessageName, options);
  }

  /** Messages of the file by number, with their counts. */
  messageCounts(): MessageCount[] {
    const { scan } = this.#reader;
    return [...scan.lists.values()]
      .map(({ global, count, empty }) => ({
        number: global,
        name: profile.byNumber(global)?.name ?? null,
        count: count + empty,
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.number - b.number);
  }

  #summaries(message: 'session' | 'lap'): Summary[] {
    const all = this.messages(message, { limit: mostSummaries }) as Record<string, FieldValue>[];
    const spans = all.map((values) => ({
      startMs: startOf(values),
      elapsedS: numberOf(values, 'total_elapsed_time') ?? numberOf(values, 'total_timer_time'),
    }));
    const rows = assignRows(spans, this.#originMs, this.samples.time);
    return all.map((values, i) => summaryOf(values, rows[i] ?? { from: 0, to: 0 }));
  }

  #first(message: MessageName, field: string): string | null {
    const values: Readonly<Record<string, FieldValue>> = this.messages(message)[0] ?? {};
    return textOf(values, field);
  }

  #keep<T>(name: string, compute: () => T): T {
    if (!this.#kept.has(name)) this.#kept.set(name, compute());
    return this.#kept.get(name) as T;
  }
}

const quarterHourMs = 900_000;
const widestZoneMs = 14 * 4 * quarterHourMs;

/** Zones are whole quarters of an hour; clocks may differ by seconds; some apps write a local time that is none. */
function zoneOffset(differenceMs: number): number | null {
  const offset = Math.round(differenceMs / quarterHourMs) * quarterHourMs;
  return Math.abs(offset) <= widestZoneMs && Math.abs(offset - differenceMs) <= 60_000 ? offset + 0 : null;
}

function eventOf(values: Readonly<Record<string, FieldValue>>): ActivityEvent {
  return {
    timeMs: numberOf(values, 'timestamp'),
    event: textOf(values, 'event') ?? 'unknown',
    type: textOf(values, 'event_type') ?? 'unknown',
    data: numberOf(values, 'data'),
  };
}
