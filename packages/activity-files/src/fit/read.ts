import { FitActivity } from './fit-activity.ts';
import { MessageReader } from './messages.ts';
import { decodeFit, type FitOptions } from './read-samples.ts';

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
  const { scan, clean, developerFields, problems } = decodeFit(bytes, options);
  return new FitActivity(new MessageReader(scan, developerFields), clean, problems);
}
