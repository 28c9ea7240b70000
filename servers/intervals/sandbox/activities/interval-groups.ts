import type { Recording } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import { allKeys } from '../shape/json.ts';
import { intervalGroupKeys } from '../shape/keys.ts';
import { factsOf } from './facts.ts';
import { balanceOf, groupName, type IntervalRow, measure, type Stretch } from './interval.ts';
import type { StoredActivity } from './stored.ts';

interface Analysis {
  readonly icu_intervals: IntervalRow[];
  readonly icu_groups: IntervalRow[];
}

/** The intervals of an activity and the groups of alike ones among its work intervals. */
export function analyze(record: AthleteRecord, activity: StoredActivity, recording: Recording): Analysis {
  const facts = factsOf(record, activity);
  const seed = Number(activity.id.replace(/\D/g, '')) % 900_000;
  const balance = balanceOf(recording, facts);
  const rows = stretchesOf(activity, recording).map((stretch) => measure(recording, facts, stretch, seed, balance));
  const groups = groupsOf(rows);
  return { icu_intervals: rows, icu_groups: groups };
}

/** Drawn intervals when there are any, with the gaps between them filled; else the laps; else the whole thing. */
export function stretchesOf(activity: StoredActivity, recording: Recording): Stretch[] {
  if (activity.drawn) return partition(activity.drawn, recording.length);
  const laps = recording.laps.filter((lap) => lap.endIndex > lap.startIndex);
  const session = activity.origin.kind === 'session' ? activity.origin.session : undefined;
  if (laps.length === 0 || session?.race) return [whole(recording.length)];
  return laps.map((lap) => ({
    startIndex: lap.startIndex,
    endIndex: lap.endIndex,
    label: null,
    type: lap.step.kind === 'work' || lap.step.kind === 'steady' ? 'WORK' : 'RECOVERY',
  }));
}

function whole(length: number): Stretch {
  return { startIndex: 0, endIndex: length, label: null, type: 'WORK' };
}

/** The service partitions the whole activity: what was not drawn becomes recovery. */
function partition(
  drawn: readonly { startIndex: number; endIndex: number; label: string | null }[],
  length: number,
): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const each of [...drawn].sort((a, b) => a.startIndex - b.startIndex)) {
    const from = Math.max(at, Math.min(each.startIndex, length));
    const to = Math.min(each.endIndex, length);
    if (to <= from) continue;
    if (from > at) stretches.push({ startIndex: at, endIndex: from, label: null, type: 'RECOVERY' });
    stretches.push({ startIndex: from, endIndex: to, label: each.label, type: 'WORK' });
    at = to;
  }
  if (at < length) stretches.push({ startIndex: at, endIndex: length, label: null, type: 'RECOVERY' });
  return stretches;
}

const ALIKE = 0.12;

function groupsOf(rows: readonly IntervalRow[]): IntervalRow[] {
  const groups: IntervalRow[][] = [];
  for (const row of rows) {
    if (row.type !== 'WORK') {
      row.group_id = null;
      continue;
    }
    const home = groups.find((group) => alike(group[0]!, row));
    if (home) home.push(row);
    else groups.push([row]);
  }
  return groups.map(averaged);
}

function alike(a: IntervalRow, b: IntervalRow): boolean {
  const close = (key: string) => {
    const [x, y] = [a[key], b[key]];
    if (typeof x !== 'number' || typeof y !== 'number') return x === y;
    return Math.abs(x - y) <= ALIKE * Math.max(x, y);
  };
  return close('moving_time') && close('average_watts');
}

const WHOLE = /^(average_watts|average_heartrate|moving_time|elapsed_time|intensity|joules|zone|min_|max_|weighted)/;

function averaged(rows: IntervalRow[]): IntervalRow {
  const group: IntervalRow = {};
  for (const key of intervalGroupKeys) {
    const numbers = rows.map((row) => row[key]).filter((value) => typeof value === 'number');
    if (numbers.length !== rows.length) continue;
    const value = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
    group[key] = WHOLE.test(key) && !key.endsWith('_kg') ? Math.round(value) : value;
  }
  group.count = rows.length;
  group.start_index = rows[0]?.start_index;
  group.id = groupName(group);
  for (const row of rows) row.group_id = group.id;
  return allKeys(intervalGroupKeys, group);
}

/** `3x 12m0s 226w`, one line a group. */
export function intervalSummary(record: AthleteRecord, activity: StoredActivity, recording: Recording): string[] {
  return analyze(record, activity, recording).icu_groups.map((group) => {
    const seconds = Number(group.moving_time);
    const length =
      seconds >= 60 ? `${Math.floor(seconds / 60)}m${seconds % 60 === 0 ? '' : `${seconds % 60}s`}` : `${seconds}s`;
    const level =
      typeof group.average_watts === 'number'
        ? `${group.average_watts}w`
        : typeof group.average_heartrate === 'number'
          ? `${group.average_heartrate}bpm`
          : '';
    return `${group.count}x ${length} ${level}`.trim();
  });
}
