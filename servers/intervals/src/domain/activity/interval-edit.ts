import { Failure } from '@core/mcp-kit';
import type { IntervalsPort } from '../../client/index.ts';
import type { IntervalBody, WireInterval, WireIntervals } from '../../client/wire/interval.ts';
import { sampleAt, sampleRange } from './sample-at.ts';

export const intervalActions = ['set', 'add', 'edit', 'split', 'delete'] as const;

/** An interval as a caller names it, in seconds since the start. */
export interface DrawnInterval {
  readonly start_s: number;
  readonly end_s?: number | undefined;
  readonly label?: string | undefined;
}

export interface IntervalEdit {
  readonly action: (typeof intervalActions)[number];
  readonly intervals: readonly DrawnInterval[];
}

interface Recorded {
  readonly activity: string;
  readonly time: readonly (number | null)[];
  readonly stored: readonly WireInterval[];
}

/**
 * The one request that makes an edit so, checked against what is there; nothing is sent yet.
 *
 * @throws Failure `bad_input` where something is missing or does not fit; `not_found` for an interval that does not begin there.
 */
export function plannedEdit(
  { action, intervals }: IntervalEdit,
  { activity, time, stored }: Recorded,
): (port: IntervalsPort) => Promise<WireIntervals> {
  if (action === 'split') return plannedSplit(intervals, { activity, time, stored });
  if (action === 'delete') {
    const gone = intervals.map((drawn) => bodyOf(intervalAt(drawn, { activity, time, stored })));
    return (port) => port.intervals.remove({ activity, intervals: gone });
  }
  if (action === 'edit') return plannedChange(intervals, { activity, time, stored });
  const drawn = intervals.map((each) => drawnBody(each, time));
  refuseOverlap(drawn);
  return (port) => port.intervals[action === 'set' ? 'replace' : 'merge']({ activity, intervals: drawn });
}

function plannedSplit([cut, ...others]: readonly DrawnInterval[], { activity, time, stored }: Recorded) {
  const at = cut === undefined || others.length > 0 ? -1 : sampleAt(time, cut.start_s);
  const inside = stored.some(({ start_index, end_index }) => (start_index ?? 0) < at && at < (end_index ?? 0));
  if (inside) return (port: IntervalsPort) => port.intervals.split({ activity, at });
  throw new Failure('bad_input', '"split" needs one start_s, a second inside an interval and not on its edge', {
    next: 'read icu_get_activity_intervals and send intervals: [{"start_s": 900}]',
  });
}

function plannedChange(intervals: readonly DrawnInterval[], recorded: Recorded) {
  const [drawn, ...others] = intervals;
  if (drawn === undefined || others.length > 0) {
    throw new Failure('bad_input', '"edit" changes one interval', { next: 'send one interval a call, or use "set"' });
  }
  const target = intervalAt(drawn, recorded);
  const to = drawn.end_s === undefined ? target.end_index! : sampleRange(recorded.time, drawn.start_s, drawn.end_s).to;
  const body = { start_index: target.start_index!, end_index: to, label: drawn.label ?? target.label };
  return (port: IntervalsPort) =>
    port.intervals.update({ activity: recorded.activity, interval: target.id ?? '', body });
}

function drawnBody({ start_s, end_s, label }: DrawnInterval, time: Recorded['time']): IntervalBody {
  if (end_s === undefined) {
    throw new Failure('bad_input', 'A new interval needs end_s', { next: 'add end_s to each interval' });
  }
  const { from, to } = sampleRange(time, start_s, end_s);
  return { start_index: from, end_index: to, ...(label !== undefined && { label }) };
}

/** The stored interval that begins at the second, two samples aside at most. */
function intervalAt({ start_s }: DrawnInterval, { time, stored }: Recorded): WireInterval {
  const at = sampleAt(time, start_s);
  const found = stored.find(({ start_index }) => start_index !== null && Math.abs(start_index - at) <= 2);
  if (found !== undefined) return found;
  throw new Failure('not_found', `No interval begins at ${start_s} s`, {
    next: 'take a start_s of icu_get_activity_intervals',
  });
}

function bodyOf({ start_index, end_index, label }: WireInterval): IntervalBody {
  return { start_index: start_index!, end_index: end_index!, ...(label !== null && { label }) };
}

function refuseOverlap(drawn: readonly IntervalBody[]): void {
  const ordered = [...drawn].sort((a, b) => a.start_index - b.start_index);
  const at = ordered.findIndex((each, i) => i > 0 && each.start_index < ordered[i - 1]!.end_index);
  if (at === -1) return;
  throw new Failure('bad_input', 'Two of the intervals overlap', { next: 'end each before the next begins' });
}
