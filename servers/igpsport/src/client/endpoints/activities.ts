import { endpoint, path } from '@core/mcp-kit/http';
import { wireActivityDetail, wireActivityPage, wireFileUrl, wireLaps } from '../wire/activity.ts';
import { enveloped } from '../wire/envelope.ts';

/** Rows of a page that the service really gives, whatever is asked for. */
export const PAGE_ROWS = 20;

export interface ActivityPageQuery {
  /** From 1. */
  readonly page: number;
  /** First and last local day, both inclusive; all of history without them. */
  readonly oldest?: string | undefined;
  readonly newest?: string | undefined;
  readonly sortType: number | undefined;
}

/** A page of rides, newest first. */
export const listActivityPage = endpoint<ActivityPageQuery>()({
  method: 'GET',
  path: () => path`service/web-gateway/web-analyze/activity/queryMyActivity`,
  query: ({ page, oldest, newest, sortType }) => ({
    pageNo: page,
    pageSize: PAGE_ROWS,
    reqType: 0,
    sort: 1,
    sortType,
    beginTime: oldest,
    endTime: newest,
  }),
  response: enveloped(wireActivityPage),
  cacheSeconds: 120,
});

export const getActivityDetail = endpoint<{ ride: string }>()({
  method: 'GET',
  path: ({ ride }) => path`service/web-gateway/web-analyze/activity/queryActivityDetail/${ride}`,
  response: enveloped(wireActivityDetail),
  cacheSeconds: 300,
});

export const getActivityLaps = endpoint<{ ride: string }>()({
  method: 'GET',
  path: ({ ride }) => path`service/web-gateway/web-analyze/activity/queryActivityLap/${ride}`,
  response: enveloped(wireLaps),
  cacheSeconds: 300,
});

/** Where the file of a ride lies. Such addresses may be signed and expire: never cached. */
export const getFileUrl = endpoint<{ ride: string }>()({
  method: 'GET',
  path: ({ ride }) => path`service/web-gateway/web-analyze/activity/getDownloadUrl/${ride}`,
  response: enveloped(wireFileUrl),
});
