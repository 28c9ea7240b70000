import type { Activity, NamedActivity } from '@core/activity-files';
import { Failure } from '@core/mcp-kit';
import { recorded } from '../recorded.ts';
import { km } from '../si.ts';

/** What an activity file holds, as a person is shown it before it is sent. */
export interface FileContent {
  /** UTC day of the start; `null` for a recording without a clock. */
  readonly day: string | null;
  readonly shown: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

/**
 * Reads a file of the user as FIT, TCX or GPX, plain, gzipped or zipped, before anything is sent.
 *
 * @throws Failure `bad_input` when nothing in it is a recorded activity.
 */
export async function readActivityFile(bytes: Uint8Array, file: string): Promise<readonly FileContent[]> {
  // Loaded when a file is read: a start that reads none does not pay for the readers.
  const { readActivities, ActivityFileError } = await import('@core/activity-files');
  let found: readonly NamedActivity[];
  try {
    found = readActivities(bytes);
  } catch (error) {
    if (!(error instanceof ActivityFileError)) throw error;
    throw unreadable(file, error.kind.replaceAll('_', ' '));
  }
  const [first] = found;
  const activities = found.filter(({ activity }) => activity.samples.time.length > 0);
  if (activities.length > 0) return activities.map(({ activity }) => contentOf(activity));
  throw unreadable(file, first?.activity.problems[0]?.kind.replaceAll('_', ' ') ?? 'no samples');
}

function contentOf(activity: Activity): FileContent {
  const { samples, sessions, problems } = activity;
  const start = samples.startMs ?? sessions[0]?.startMs ?? null;
  const distance = samples.channels.distance?.findLast(Number.isFinite) ?? sessions[0]?.distanceM ?? null;
  return {
    day: start === null ? null : new Date(start).toISOString().slice(0, 10),
    shown: recorded({
      format: activity.format,
      sport: activity.subSport === null ? activity.sport : `${activity.sport}, ${activity.subSport}`,
      start_utc: start === null ? null : `${new Date(start).toISOString().slice(0, 16)}Z`,
      elapsed_time_s: Math.round(samples.time.at(-1) ?? 0),
      distance_km: km(distance),
      samples: samples.time.length,
      channels: Object.keys(samples.channels).join(' '),
    }),
    problems: [...new Set(problems.map(({ kind }) => kind.replaceAll('_', ' ')))],
  };
}

function unreadable(file: string, why: string): Failure {
  return new Failure('bad_input', `file ${JSON.stringify(file.slice(0, 60))} holds no recorded activity (${why})`, {
    next: 'give a FIT, TCX or GPX file, also gzipped or zipped, of the files folder',
  });
}
