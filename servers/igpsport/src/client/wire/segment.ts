import type { WireList } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';
import { id, list, localTime, looseRows, maybe, number, optionalId, rows, text } from './blocks.ts';

const shared = {
  title: text,
  /** m */
  distance: number,
  /** Rise over run. */
  avgSlope: number,
  segmentsNum: number,
  segmentsStatus: number,
} as const;

const row = z.object({ id, ...shared, myRecord: number, bestMaleRecord: number, bestFemaleRecord: number });

/** Times in s. */
export type WireSegmentRow = z.infer<typeof row>;

export const wireSegmentRows: z.ZodType<WireList<WireSegmentRow>> = z.pipe(z.transform(looseRows), rows(row));

export const wireSegment = maybe(
  z.object({
    id: optionalId,
    ...shared,
    totalAscent: number,
    minAlt: number,
    maxAlt: number,
    altitudeDiff: number,
    segmentsFinishPeopleCount: number,
    segmentsFinishCount: number,
    collectCount: number,
    comprehensiveScore: number,
    province: text,
    city: text,
  }),
);

export type WireSegment = NonNullable<z.infer<typeof wireSegment>>;

const effort = z.object({
  rideId: optionalId,
  title: text,
  rideStartTime: localTime,
  /** s */
  rideTotalTime: number,
  /** km/h */
  avgSpeed: number,
});

export type WireEffort = z.infer<typeof effort>;

/** Own efforts: a list, or some object when there are none. */
export const wireEfforts: z.ZodType<WireList<WireEffort>> = z.pipe(z.transform(looseRows), rows(effort));

const place = z.object({
  rank: number,
  memberId: optionalId,
  nickName: text,
  rideTotalTime: number,
  /** km/h */
  avgSpeed: number,
  finishDate: localTime,
  /** 1 male, 2 female. */
  gender: number,
});

export type WirePlace = z.infer<typeof place>;

export const wireRanking = z.object({
  rankList: maybe(z.object({ totalRows: number, rows: rows(place) })),
  personalRank: maybe(place),
});

export type WireRanking = z.infer<typeof wireRanking>;

const king = z.object({ memberId: optionalId, nickName: text, rideTotalTime: number });

export const wireTopRecords = z.pipe(
  maybe(z.object({ segmentsKing: maybe(king), fastestTimeRanks: list(place) })),
  z.transform((found) => found ?? { segmentsKing: null, fastestTimeRanks: [] }),
);

export type WireTopRecords = z.infer<typeof wireTopRecords>;
