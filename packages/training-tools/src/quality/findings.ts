import { isSession } from '../planning/entries.ts';
import type { Activity, CalendarEntry, Found, LoadHistory, Thresholds, WellnessDay } from '../ports/index.ts';
import { WELLNESS } from '../ports/index.ts';

/** Something about the data that makes answers worse, with what to do. */
export interface Finding {
  readonly what: string;
  readonly count: number;
  /** A few of them. */
  readonly activity_ids?: readonly string[];
  readonly do: string;
}

const SHOWN = 3;
/** Above this intensity for an hour the threshold in use is too low: nobody holds more than 1.05. */
const TOO_INTENSE = 1.05;

/** What is wrong with activities, the most frequent first. */
export function activityFindings({ items }: Found<Activity>): Finding[] {
  const seen = items.filter(({ hidden }) => hidden === null);
  const rides = seen.filter(({ family }) => family === 'ride');
  const moved = seen.filter(({ family }) => ['ride', 'run', 'row'].includes(family));
  return [
    finding(
      items.filter(({ hidden }) => hidden !== null),
      'not readable',
      items.find(({ hidden }) => hidden !== null)?.hidden ?? '',
    ),
    finding(
      seen.filter(({ load }) => load === null),
      'without a load',
      'set the thresholds of the sport, or add RPE',
    ),
    finding(
      seen.filter(({ load }) => load?.estimated === true),
      'load estimated from heart rate',
      'nothing: weigh it as an estimate',
    ),
    finding(
      rides.filter(({ averageW }) => averageW === null),
      'rides without power',
      'nothing, unless the meter was on the bike',
    ),
    finding(
      moved.filter(({ averageBpm }) => averageBpm === null),
      'without heart rate',
      'check the strap',
    ),
    finding(
      seen.filter(({ intensity, movingS }) => intensity !== null && intensity > TOO_INTENSE && (movingS ?? 0) >= 3600),
      `an hour or more over ${TOO_INTENSE} of threshold`,
      'the threshold of that day is too low: see estimate_thresholds',
    ),
    finding(twice(seen), 'recorded twice', 'delete one of each pair: both count in CTL'),
    finding(
      seen.filter(({ movingS }) => movingS === 0),
      'of no duration',
      'delete or correct them',
    ),
  ].filter(({ count }) => count > 0);
}

/** Activities of one family that start within five minutes of another one. */
function twice(activities: readonly Activity[]): Activity[] {
  const timed = activities.filter(({ start }) => start.length > 10).sort((a, b) => a.start.localeCompare(b.start));
  return timed.filter((each, i) => {
    const before = timed[i - 1];
    return before !== undefined && before.family === each.family && minutesOf(each) - minutesOf(before) <= 5;
  });
}

/** A local time as minutes on a clock without zones. */
function minutesOf({ start }: Activity): number {
  return Date.parse(`${start}Z`) / 60_000;
}

function finding(activities: readonly Activity[], what: string, todo: string): Finding {
  return { what, count: activities.length, activity_ids: activities.slice(0, SHOWN).map(({ id }) => id), do: todo };
}

/** Thresholds that are not set although there are activities that need them. */
export function thresholdFindings({ items }: Found<Activity>, ride: Thresholds, run: Thresholds): Finding[] {
  const count = (family: string) => items.filter((each) => each.family === family).length;
  const missing = (what: string, family: string, value: number | null): Finding[] =>
    value === null && count(family) > 0
      ? [
          {
            what: `${what} is not set`,
            count: count(family),
            do: 'set it on the platform: loads and zones depend on it',
          },
        ]
      : [];
  return [
    ...missing('FTP', 'ride', ride.ftpW),
    ...missing('threshold heart rate of rides', 'ride', ride.lthrBpm),
    ...missing('threshold pace of runs', 'run', run.thresholdSpeedMs),
    ...missing('threshold heart rate of runs', 'run', run.lthrBpm),
  ];
}

/** Past sessions without an activity on days on which there was one of their sport. */
export function pairingFindings(
  entries: readonly CalendarEntry[],
  { items }: Found<Activity>,
  today: string,
): Finding[] {
  const open = entries.filter(isSession).filter(({ day, doneId }) => day < today && doneId === null);
  const paired = new Set(entries.filter(isSession).map(({ doneId }) => doneId));
  const loose = open.flatMap(({ day, family }) =>
    items
      .filter((activity) => activity.day === day && activity.family === family && !paired.has(activity.id))
      .slice(0, 1),
  );
  return loose.length === 0
    ? []
    : [
        finding(
          loose,
          'done but not paired with the session planned that day',
          'pair them: adherence counts the session as missed',
        ),
      ];
}

/** Share of the days with each of the usual wellness values, %. */
export function wellnessCoverage(days: readonly WellnessDay[], of: number): Record<string, number> {
  return Object.fromEntries(
    Object.values(WELLNESS).map((name) => [
      `${name.replace(/_(ms|bpm|s|kg)$/, '')}_pct`,
      (100 * days.filter(({ values }) => values[name] !== undefined).length) / of,
    ]),
  );
}

/** Days whose load is not known. */
export function unknownLoads({ days }: LoadHistory): Finding[] {
  const unknown = days.filter(({ load }) => load === null);
  return unknown.length === 0
    ? []
    : [{ what: 'days with training and no load', count: unknown.length, do: 'CTL and ATL stand still on them' }];
}
