import { endpoint, path } from '@core/mcp-kit/http';
import { enveloped } from '../wire/envelope.ts';
import { wireStatistics } from '../wire/statistics.ts';
import { wireTrainingInfo } from '../wire/training.ts';
import { wireUser } from '../wire/user.ts';

/** Thresholds and zones. Both regions serve `v2`; no client was ever seen to call a `v1`. */
export const getTrainingInfo = endpoint<object>()({
  method: 'GET',
  path: () => path`service/mobile/api/v2/User/UserIntervalInfo`,
  response: enveloped(wireTrainingInfo),
  cacheSeconds: 300,
});

export const getUser = endpoint<object>()({
  method: 'GET',
  path: () => path`service/mobile/api/User/UserInfo`,
  response: enveloped(wireUser),
  cacheSeconds: 300,
});

export interface StatisticsQuery {
  /** A day of the period that is asked for. */
  readonly day: string;
  /** 2 is the year; no other value was ever tried. */
  readonly type: number;
  /** -1 is all; China only. */
  readonly sport: number;
}

/** China's spelling of the query. */
export const getStatisticsCn = endpoint<StatisticsQuery>()({
  method: 'GET',
  path: () => path`service/sportg/sporth/memberRecordPlus/getMemberDataStatisticsV4`,
  query: ({ day, type, sport }) => ({ distanceUnit: 0, time: day, type, bigSportType: sport }),
  response: enveloped(wireStatistics),
  cacheSeconds: 300,
});

/** The other region's: no V4, capital letters, no sport. */
export const getStatisticsIntl = endpoint<StatisticsQuery>()({
  method: 'GET',
  path: () => path`service/sportg/sporth/memberRecordPlus/getMemberDataStatistics`,
  query: ({ day, type }) => ({ DistanceUnit: 0, Time: day, Type: type }),
  response: enveloped(wireStatistics),
  cacheSeconds: 300,
});
