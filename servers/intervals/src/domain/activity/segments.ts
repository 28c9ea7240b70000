import type { Cell } from '@core/mcp-kit';
import { meanOf, tallyOf } from '@core/metrics/samples';
import type { WireSegment } from '../../client/wire/route.ts';
import type { WireStream } from '../../client/wire/stream.ts';
import { km } from '../si.ts';
import { speedColumns, speedOf } from '../sport.ts';

/** What is read to measure a segment. */
export const segmentStreams = ['time', 'distance', 'watts', 'heartrate'] as const;

export const segmentColumns = [
  'segment_id',
  'name',
  'start_s',
  'time_s',
  'distance_km',
  ...speedColumns,
  'average_power_w',
  'average_hr_bpm',
  'starred',
];

/** A segment effort in a line; the service gives only the samples where it begins and ends. */
export function segmentRow(
  segment: WireSegment,
  streams: readonly WireStream[],
  sport: string | null,
): Record<string, Cell> {
  const [from, to] = [segment.start_index ?? 0, segment.end_index ?? 0];
  const series = (name: string) => streams.find(({ type }) => type === name)?.data ?? [];
  const at = (name: string, i: number) => series(name)[i] ?? null;
  const difference = (name: string) => {
    const [first, last] = [at(name, from), at(name, Math.max(from, to - 1))];
    return first === null || last === null ? null : last - first;
  };
  const [time, metres] = [difference('time'), difference('distance')];
  const speed = time === null || metres === null || time === 0 ? null : metres / time;
  return {
    segment_id: segment.segment_id,
    name: segment.name,
    start_s: at('time', from),
    time_s: time,
    distance_km: km(metres),
    ...speedOf(sport, speed),
    average_power_w: mean(series('watts').slice(from, to)),
    average_hr_bpm: mean(
      series('heartrate')
        .slice(from, to)
        .map((beat) => (beat === 0 ? null : beat)),
    ),
    starred: segment.starred === true ? true : null,
  };
}

function mean(values: readonly (number | null)[]): number | null {
  const found = meanOf(tallyOf(values.map((value) => value ?? Number.NaN)));
  return Number.isFinite(found) ? found : null;
}
