import type { Route } from '@core/sandbox';
import type { Ctx } from '../access.ts';
import { ok, Refusal } from '../envelope.ts';
import type { Ride } from '../rides/ride.ts';
import { detailOf, lapsOf, rowOf } from '../rides/wire.ts';
import type { World } from '../world.ts';

const BASE = '/service/web-gateway/web-analyze/activity';
/** Rows that a page really has, whatever is asked for. */
const PAGE_CAP = 20;

export const activityRoutes: readonly Route<World>[] = [
  { method: 'GET', path: `${BASE}/queryMyActivity`, handler: (_request, ctx) => ok(list(ctx)) },
  { method: 'GET', path: `${BASE}/getDownloadUrl/{id}`, handler: (_request, ctx) => ok(fileUrl(ctx)) },
  {
    method: 'GET',
    path: `${BASE}/queryActivityDetail/{id}`,
    handler: (_request, ctx) => ok(detailOf(ctx.state, rideOf(ctx))),
  },
  { method: 'GET', path: `${BASE}/queryActivityLap/{id}`, handler: (_request, ctx) => ok(lapsOf(rideOf(ctx))) },
  { method: 'POST', path: `${BASE}/uploadByOss`, handler: (_request, ctx) => upload(ctx) },
];

function list({ query, state }: Ctx): unknown {
  const { quirks } = state;
  const size = Math.min(PAGE_CAP, Math.max(1, Number(query.get('pageSize') ?? PAGE_CAP)));
  const from = (quirks.ignoresDates ? null : query.get('beginTime')) ?? '';
  const to = (quirks.ignoresDates ? null : query.get('endTime')) ?? '9999';
  const found = state.rides
    .list()
    .filter(({ startLocal }) => startLocal.slice(0, 10) >= from && startLocal.slice(0, 10) <= to);
  const pages = Math.max(1, Math.ceil(found.length / size));
  const asked = Math.max(1, Number(query.get('pageNo') ?? 1));
  const page = quirks.lastPageRepeats ? Math.min(asked, pages) : asked;
  const rows = found.slice((page - 1) * size, page * size).map((ride) => rowOf(state, ride));
  switch (quirks.listShape) {
    case 'null':
      return null;
    case 'array':
      return rows;
    case 'list':
      return { pageNo: page, pageSize: size, totalPage: pages, totalRows: found.length, list: rows };
    case 'rows':
      return { pageNo: page, pageSize: size, totalPage: pages, totalRows: found.length, rows };
  }
}

function rideOf({ params, state }: Ctx): Ride {
  const ride = state.rides.find(params.id ?? '');
  if (ride === undefined) throw new Refusal(404, 404, 'activity not found');
  return ride;
}

function fileUrl(ctx: Ctx): unknown {
  const { state } = ctx;
  const url = `${state.storageOrigin}/${rideOf(ctx).documentId}`;
  if (state.quirks.fileUrl === 'empty') return '';
  return state.quirks.fileUrl === 'object' ? { url } : url;
}

function upload({ state, text }: Ctx): Response {
  if (state.region === 'intl' && !state.quirks.intlUploads) throw new Refusal(404, 404, 'Not Found');
  const { fileName, ossName } = JSON.parse(text()) as { fileName?: string; ossName?: string };
  const bytes = state.uploads.get(ossName ?? '');
  if (bytes === undefined) throw new Refusal(200, 5003, 'oss file error');
  try {
    state.rides.add(fileName ?? 'upload.fit', bytes);
  } catch {
    throw new Refusal(200, 5004, 'file analysis error');
  }
  return ok(null);
}
