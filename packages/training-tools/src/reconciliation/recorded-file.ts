import type { Activity as RecordedActivity } from '@core/activity-files';
import { Failure } from '@core/mcp-kit';
import type { SportFamily } from '../ports/index.ts';
import { type Opened, open } from '../recording/opened.ts';
import { localStart } from './local-start.ts';

/** A file of the athlete as it is held against an activity. */
export interface RecordedFile {
  readonly opened: Opened;
  /** Local second of its first sample; `null` for a recording without a clock. */
  readonly start: string | null;
  /** `null`: it does not say. */
  readonly family: SportFamily | null;
  /** What the device itself summed up; a barometer knows a climb better than its samples. */
  readonly deviceAscentM: number | null;
  /** Sessions in it: more than one is a race of several sports, or several rides. */
  readonly sessions: number;
}

const families: Readonly<Record<string, SportFamily>> = {
  cycling: 'ride',
  e_biking: 'ride',
  running: 'run',
  swimming: 'swim',
  rowing: 'row',
};

/**
 * Reads a FIT, TCX or GPX file, plain, gzipped or zipped.
 *
 * @throws Failure `bad_input` when it holds no recorded activity.
 */
export async function readRecordedFile(
  bytes: Uint8Array,
  name: string,
  timeZone: string | undefined,
): Promise<RecordedFile> {
  // Loaded when a file is read: a start that reads none does not pay for the readers.
  const { ActivityFileError, readActivity } = await import('@core/activity-files');
  let activity: RecordedActivity;
  try {
    activity = readActivity(bytes);
  } catch (error) {
    if (error instanceof ActivityFileError) throw unreadable(name, error.kind);
    throw error;
  }
  const { samples, problems, sport, sessions, localOffsetMs } = activity;
  if (samples.time.length < 2) throw unreadable(name, problems[0]?.kind ?? 'no samples');
  const damage = [...new Set(problems.map(({ kind }) => kind))];
  const opened = open(name, { samples, laps: [], lapSource: null, damage });
  const { startMs } = opened.grid;
  return {
    opened,
    start: startMs === null ? null : localStart(startMs, localOffsetMs, timeZone),
    family: sport === null || sport === 'generic' ? null : (families[sport] ?? 'other'),
    deviceAscentM: sessions.length === 1 ? sessions[0]!.ascentM : null,
    sessions: sessions.length,
  };
}

function unreadable(name: string, why: string): Failure {
  return new Failure(
    'bad_input',
    `file ${JSON.stringify(name.slice(0, 60))} holds no recorded activity (${why.replaceAll('_', ' ')})`,
    { next: 'give a FIT, TCX or GPX file, also gzipped or zipped, of the files folder' },
  );
}
