import { Failure } from '@core/mcp-kit';
import type { IntervalsPort } from '../../client/index.ts';

type Times = readonly (number | null)[];

/**
 * The seconds since the start of each sample.
 *
 * @throws Failure `not_found` when nothing was recorded.
 */
export async function sampleTimes(port: IntervalsPort, activity: string): Promise<Times> {
  const { items } = await port.activities.streams({ activity, types: ['time'] });
  const time = items.find(({ type }) => type === 'time')?.data ?? [];
  if (time.some((second) => second !== null)) return time;
  throw new Failure('not_found', `Activity ${activity} has no recorded samples`, {
    next: 'use icu_get_activity_details: it was entered by hand or its file is gone',
  });
}

/** The first sample at or after a second; the number of samples when the recording ends before it. */
export function sampleAt(time: Times, second: number): number {
  const at = time.findIndex((each) => each !== null && each >= second);
  return at === -1 ? time.length : at;
}

/** Samples of a stretch of seconds, end exclusive. */
export interface SampleRange {
  readonly from: number;
  readonly to: number;
}

/**
 * @throws Failure `bad_input` when the stretch is empty or begins after the end.
 */
export function sampleRange(time: Times, from_s: number, to_s: number | undefined): SampleRange {
  const last = time.findLast((second) => second !== null) ?? 0;
  const from = sampleAt(time, from_s);
  const to = to_s === undefined ? time.length : sampleAt(time, to_s);
  if (to > from) return { from, to };
  throw new Failure(
    'bad_input',
    `Seconds ${from_s} to ${to_s ?? last} hold no sample; the activity ends at ${last} s`,
    {
      next: `use seconds between 0 and ${last}, the first below the second`,
    },
  );
}
