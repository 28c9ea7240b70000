import { ActivityFileError, type Problem, Problems } from '../activity/problem.ts';
import { cleanRecords } from './clean-records.ts';
import { type DeveloperFields, readDeveloperFields } from './developer.ts';
import { adoptDeveloperChannels, readDeveloperColumns } from './developer-columns.ts';
import { FitActivity } from './fit-activity.ts';
import { MessageReader } from './messages.ts';
import { readRecords } from './records.ts';
import { scanFit } from './scan.ts';
import { mergeStrapHeartRate, readStrapHeartRate } from './strap-heart-rate.ts';
import { timerPauses } from './timer.ts';

export interface FitOptions {
  /** Refuse a file with any problem: throws `ActivityFileError` at the first one. Default false: read what is there. */
  readonly strict?: boolean;
  /** Fill missing heart rate from what a chest strap stored and handed over later (swimming). Default true. */
  readonly mergeHeartRate?: boolean;
}

/** Files larger than this are refused: no recording is, and offsets are kept in 32 bits. */
const mostBytes = 1 << 30;

/**
 * Reads FIT bytes: one file or several chained ones, merged. Never throws for damaged input (see `problems`), except in
 * strict mode and above 1 GiB. Time and memory are linear in the size of the input.
 *
 * Chained files share one time axis; local definitions, descriptions and counters start anew in each. Channels hold
 * physical units; sessions, laps and other messages are decoded when they are asked for.
 *
 * Rules: the FIT wire format as publicly documented, and what real devices do with it (docs/activity-files.md).
 *
 * @throws ActivityFileError in strict mode, or when the input is larger than 1 GiB
 */
export function readFit(bytes: Uint8Array, options: FitOptions = {}): FitActivity {
  const problems = new Problems(options.strict ?? false);
  if (bytes.length > mostBytes) {
    const problem: Problem = { kind: 'limit', offset: mostBytes, detail: 'larger than 1 GiB' };
    throw new ActivityFileError(problem);
  }
  if (bytes.length === 0) problems.add('empty', 0, 'the file is empty');
  const scan = scanFit(bytes, problems);
  let fields: DeveloperFields | undefined;
  const developerFields = (): DeveloperFields => (fields ??= readDeveloperFields(reader));
  const reader = new MessageReader(scan, developerFields);

  const records = readRecords(scan, problems);
  const developer = readDeveloperColumns(scan, records, developerFields());
  adoptDeveloperChannels(records.columns, developer);
  const clean = cleanRecords(records, developer, timerPauses(scan));
  const { samples, originMs } = clean;
  const recorded = samples.channels.heart_rate;
  const heartRate =
    (options.mergeHeartRate ?? true)
      ? mergeStrapHeartRate(readStrapHeartRate(scan), originMs, samples.time, recorded)
      : recorded;
  const channels = heartRate === undefined ? samples.channels : { ...samples.channels, heart_rate: heartRate };
  return new FitActivity(reader, { ...clean, samples: { ...samples, channels } }, problems.list);
}
