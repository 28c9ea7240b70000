import { HOSTILE_TEXTS } from '@core/sandbox/athlete';
import type { Ride } from './rides/ride.ts';
import { round } from './rides/wire.ts';
import type { World } from './world.ts';

/** A stretch of one of the simulated courses. */
export interface Segment {
  readonly id: string;
  readonly title: string;
  readonly courseName: string;
  /** m along the course. */
  readonly from: number;
  readonly to: number;
  readonly avgSlope: number;
  readonly collected: boolean;
}

export interface Effort {
  readonly ride: Ride;
  readonly seconds: number;
  readonly speedKmh: number;
}

export const SEGMENTS: readonly Segment[] = [
  {
    id: '70110021',
    title: 'Krim east side',
    courseName: 'Krim climb loop',
    from: 9_000,
    to: 12_400,
    avgSlope: 0.052,
    collected: true,
  },
  {
    id: '70110022',
    title: HOSTILE_TEXTS.zeroWidth,
    courseName: 'Barje flat loop',
    from: 3_000,
    to: 8_000,
    avgSlope: 0.001,
    collected: true,
  },
  { id: '70110023', title: '龙井上山', courseName: 'nowhere', from: 0, to: 2_600, avgSlope: 0.071, collected: true },
];

/** Rides that are looked at for efforts: cutting a stretch out needs the whole recording. */
const RECENT_RIDES = 12;

/** The member's own times over a segment, newest first. */
export function effortsOn({ rides, athlete }: World, segment: Segment): readonly Effort[] {
  const ridden = rides
    .list()
    .filter(({ session }) => session?.courseName === segment.courseName)
    .slice(0, RECENT_RIDES);
  return ridden.flatMap((ride): Effort[] => {
    const recording = ride.session && athlete.recording(ride.session);
    const distance = recording?.channels.distance;
    if (recording === undefined || distance === undefined) return [];
    const start = distance.findIndex((metres) => metres >= segment.from);
    const end = distance.findIndex((metres) => metres >= segment.to);
    if (start < 0 || end <= start) return [];
    const seconds = (recording.time[end] ?? 0) - (recording.time[start] ?? 0);
    return [{ ride, seconds, speedKmh: round(((segment.to - segment.from) / seconds) * 3.6, 2) }];
  });
}

const STRANGERS = ['骑行者老王', 'Wind rider', HOSTILE_TEXTS.injection, 'Li Na', 'Boštjan', '小陈'] as const;

export interface Place {
  readonly rank: number;
  readonly memberId: number;
  readonly nickName: string;
  readonly avatar: string;
  readonly rideTotalTime: number;
  readonly avgSpeed: number;
  readonly finishDate: string;
  readonly gender: 1 | 2;
}

/** Everybody's best times, the member's own among them. */
export function ranking(world: World, segment: Segment): readonly Place[] {
  const metres = segment.to - segment.from;
  const own = [...effortsOn(world, segment)].sort((a, b) => a.seconds - b.seconds)[0];
  const others = Array.from({ length: 46 }, (_, index) => ({
    memberId: 700_100 + index,
    nickName: STRANGERS[index % STRANGERS.length] ?? '',
    seconds: Math.round(metres / (11.2 - index * 0.11)),
    finishDate: `2026-0${(index % 8) + 1}-1${index % 9}`,
    gender: (index % 4 === 3 ? 2 : 1) as 1 | 2,
  }));
  const mine = own && {
    memberId: world.memberId,
    nickName: world.profile.name,
    seconds: own.seconds,
    finishDate: own.ride.startLocal.slice(0, 10),
    gender: 2 as const,
  };
  return [...others, ...(mine === undefined ? [] : [mine])]
    .sort((a, b) => a.seconds - b.seconds)
    .map(({ seconds, ...rest }, index) => ({
      rank: index + 1,
      ...rest,
      avatar: '',
      rideTotalTime: seconds,
      avgSpeed: round((metres / seconds) * 3.6, 2),
    }));
}
