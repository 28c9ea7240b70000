import type { WireEffort, WirePlace, WireSegment, WireSegmentRow } from '../client/wire/segment.ts';

type Figures = Record<string, string | number | null>;

export const segmentColumns = [
  'segment_id',
  'title',
  'distance_m',
  'grade_pct',
  'own_best_s',
  'best_male_s',
  'best_female_s',
] as const;

/** One line of a list of segments. The service's slope is rise over run. */
export function segmentRow(row: WireSegmentRow): Figures {
  return {
    segment_id: row.id,
    title: row.title,
    distance_m: row.distance,
    grade_pct: percent(row.avgSlope),
    own_best_s: recordOf(row.myRecord),
    best_male_s: recordOf(row.bestMaleRecord),
    best_female_s: recordOf(row.bestFemaleRecord),
  };
}

/** What a segment is, and how often it was ridden. */
export function segmentFacts(segment: WireSegment): Figures {
  return {
    title: segment.title,
    distance_m: segment.distance,
    grade_pct: percent(segment.avgSlope),
    ascent_m: segment.totalAscent,
    lowest_m: segment.minAlt,
    highest_m: segment.maxAlt,
    height_difference_m: segment.altitudeDiff,
    province: segment.province,
    city: segment.city,
    riders: segment.segmentsFinishPeopleCount,
    times_ridden: segment.segmentsFinishCount,
    collected_by: segment.collectCount,
    score: segment.comprehensiveScore,
  };
}

export const effortColumns = ['activity_id', 'title', 'start', 'time_s', 'speed_km_h'] as const;

/** One of the account's own rides over the segment. */
export function effortRow({ rideId, title, rideStartTime, rideTotalTime, avgSpeed }: WireEffort): Figures {
  return {
    activity_id: rideId,
    title,
    start: rideStartTime,
    time_s: recordOf(rideTotalTime),
    speed_km_h: avgSpeed,
  };
}

/** The fastest of them; `null` without one that has a time. */
export function fastest(efforts: readonly Figures[]): Figures | null {
  const timed = efforts.filter(({ time_s }) => typeof time_s === 'number');
  return timed.reduce<Figures | null>(
    (best, effort) => (best === null || Number(effort.time_s) < Number(best.time_s) ? effort : best),
    null,
  );
}

export const placeColumns = ['rank', 'member_id', 'name', 'time_s', 'speed_km_h', 'day', 'gender'] as const;

/** A line of a leaderboard. */
export function placeRow(place: WirePlace): Figures {
  return {
    rank: place.rank,
    member_id: place.memberId,
    name: place.nickName,
    time_s: recordOf(place.rideTotalTime),
    speed_km_h: place.avgSpeed,
    day: place.finishDate?.slice(0, 10) ?? null,
    gender: place.gender === 1 ? 'male' : place.gender === 2 ? 'female' : null,
  };
}

/** Nobody rides a segment in no time: 0 is "no record yet". */
function recordOf(seconds: number | null): number | null {
  return seconds === 0 ? null : seconds;
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}
