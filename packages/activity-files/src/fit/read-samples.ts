import type { CleaningReport, Samples } from '@core/metrics/samples';
import type { DeveloperColumn } from '../activity/model.ts';
import { ActivityFileError, type Problem, Problems } from '../activity/problem.ts';
import { type CleanRecords, cleanRecords } from './clean-records.ts';
import { type DeveloperFields, readDeveloperFields } from './developer.ts';
import { adoptDeveloperChannels } from './developer-columns.ts';
import { readRecords } from './records.ts';
import { type Scan, scanFit } from './scan.ts';
import { mergeStrapHeartRate, readStrapHeartRate } from './strap-heart-rate.ts';
import { timerPauses } from './timer.ts';

export interface FitOptions {
  /** Refuse a file with any problem: throws `ActivityFileError` at the first one. Default false: read what is there. */
  readonly strict?: boolean;
  /** Fill missing heart rate from what a chest strap stored and handed over later (swimming). Default true. */
  readonly mergeHeartRate?: boolean;
}

/** The channels of a FIT file without the names and summaries of its messages. */
export interface FitSamples {
  readonly samples: Samples;
  readonly cleaning: CleaningReport;
  readonly developer: readonly DeveloperColumn[];
  readonly problems: readonly Problem[];
}

/** Everything that decoding found, for readers that go on to the messages. */
export interface DecodedFit {
  readonly scan: Scan;
  readonly clean: CleanRecords;
  readonly developerFields: DeveloperFields;
  readonly problems: Problems;
}

/** Session, lap, event, length. */
const summaryMessages = [18, 19, 21, 101];
/** Sessions, laps, events and lengths that an activity lists of each kind; `messages` gives all. */
export const mostSummaries = 50_000;

/** Files larger than this are refused: no recording is, and offsets are kept in 32 bits. */
const mostBytes = 1 << 30;

/**
 * Reads only the channels of FIT bytes: no message names, no tables, a third of the code. For workers and pages that draw
 * a ride. Rules and errors as `readFit`.
 *
 * @throws ActivityFileError in strict mode, or when the input is larger than 1 GiB
 */
export function readFitSamples(bytes: Uint8Array, options: FitOptions = {}): FitSamples {
  const { clean, problems } = decodeFit(bytes, options);
  const { samples, cleaning, developer } = clean;
  return {
    samples,
    cleaning,
    developer,
    get problems() {
      return problems.list;
    },
  };
}

/** Scans the bytes and decodes records, developer fields, timer pauses and late heart rate into clean samples. */
export function decodeFit(bytes: Uint8Array, options: FitOptions): DecodedFit {
  const problems = new Problems(options.strict ?? false);
  if (bytes.length > mostBytes)
    throw new ActivityFileError({ kind: 'limit', offset: mostBytes, detail: 'larger than 1 GiB' });
  if (bytes.length === 0) problems.add('empty', 0, 'the file is empty');
  const scan = scanFit(bytes, problems);
  const developerFields = readDeveloperFields(scan);
  const records = readRecords(scan, developerFields, problems);
  const { developer } = records;
  for (const message of summaryMessages)
    if ((scan.lists.get(message)?.count ?? 0) > mostSummaries)
      problems.add(
        'limit',
        bytes.length,
        `message ${message} occurs too often: only the first ${mostSummaries} are summarised`,
      );
  adoptDeveloperChannels(records, developer);
  const clean = cleanRecords(records, developer, timerPauses(scan));
  const { samples, originMs } = clean;
  const recorded = samples.channels.heart_rate;
  const heartRate =
    (options.mergeHeartRate ?? true)
      ? mergeStrapHeartRate(readStrapHeartRate(scan), originMs, samples.time, recorded)
      : recorded;
  const all = heartRate === undefined ? samples.channels : { ...samples.channels, heart_rate: heartRate };
  const channels = Object.fromEntries(Object.entries(all).filter(([, column]) => holdsData(column)));
  return { scan, clean: { ...clean, samples: { ...samples, channels } }, developerFields, problems };
}

/** A channel that no sample has a value of was not recorded. */
function holdsData(column: Float64Array): boolean {
  for (let i = 0; i < column.length; i++) if (!Number.isNaN(column[i])) return true;
  return false;
}
