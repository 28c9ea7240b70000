import { endpoint, path } from '@core/mcp-kit/http';
import { enveloped } from '../wire/envelope.ts';
import { wireEfforts, wireRanking, wireSegment, wireSegmentRows, wireTopRecords } from '../wire/segment.ts';

export interface SegmentPage {
  /** From 1. */
  readonly page: number;
  readonly rows: number;
}

export const listCollectedSegments = endpoint<SegmentPage>()({
  method: 'GET',
  path: () => path`service/web-gateway/segments4j/segments/queryMyCollect`,
  query: ({ page, rows }) => ({ pageNo: page, pageSize: rows }),
  response: enveloped(wireSegmentRows),
  cacheSeconds: 60,
});

export const listCreatedSegments = endpoint<SegmentPage>()({
  method: 'GET',
  path: () => path`service/web-gateway/segments4j/segments/queryMyCreate`,
  query: ({ page, rows }) => ({ pageNo: page, pageSize: rows }),
  response: enveloped(wireSegmentRows),
  cacheSeconds: 60,
});

export const getSegment = endpoint<{ segment: string }>()({
  method: 'GET',
  path: ({ segment }) => path`service/web-gateway/segments4j/segments/detail/${segment}`,
  response: enveloped(wireSegment),
  cacheSeconds: 300,
});

/** The account's own efforts: a list, or an object of another kind when there are none. */
export const getOwnEfforts = endpoint<{ segment: string }>()({
  method: 'GET',
  path: ({ segment }) => path`service/web-gateway/segments4j/segments-score/check/${segment}`,
  response: enveloped(wireEfforts),
  cacheSeconds: 60,
});

export interface RankingQuery extends SegmentPage {
  readonly segment: string;
  /** 1 all time, 2 this year. */
  readonly period: 1 | 2;
}

export const getRanking = endpoint<RankingQuery>()({
  method: 'GET',
  path: () => path`service/web-gateway/segments4j/segments/rank`,
  query: ({ segment, page, rows, period }) => ({
    pageNo: page,
    pageSize: rows,
    segmentsId: segment,
    queryType: period,
  }),
  response: enveloped(wireRanking),
  cacheSeconds: 60,
});

export const getTopRecords = endpoint<{ segment: string }>()({
  method: 'GET',
  path: ({ segment }) => path`service/web-gateway/segments4j/segments/topRecords/${segment}`,
  response: enveloped(wireTopRecords),
  cacheSeconds: 300,
});
