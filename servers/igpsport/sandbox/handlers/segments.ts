import type { Route } from '@core/sandbox';
import type { Ctx } from '../access.ts';
import { ok, Refusal } from '../envelope.ts';
import { effortsOn, ranking, SEGMENTS, type Segment } from '../segments.ts';
import type { World } from '../world.ts';

const BASE = '/service/web-gateway/segments4j';

type Answer = (ctx: Ctx) => unknown;

const answers: Readonly<Record<string, Answer>> = {
  '/segments/queryMyCollect': (ctx) =>
    page(
      ctx,
      SEGMENTS.filter(({ collected }) => collected).map((each) => row(ctx, each)),
    ),
  '/segments/queryMyCreate': (ctx) => page(ctx, []),
  '/segments/detail/{id}': (ctx) => detail(ctx),
  '/segments-score/check/{id}': (ctx) => ownEfforts(ctx),
  '/segments/rank': (ctx) => rank(ctx),
  '/segments/topRecords/{id}': (ctx) => topRecords(ctx),
};

/** China has segments; the other service knows none of these paths. */
export const segmentRoutes: readonly Route<World>[] = Object.entries(answers).map(([path, answer]) => ({
  method: 'GET',
  path: BASE + path,
  handler: (_request, ctx) => {
    if (ctx.state.region !== 'cn') throw new Refusal(404, 404, 'Not Found');
    return ok(answer(ctx));
  },
}));

function page({ query }: Ctx, rows: readonly object[]): object {
  const size = Math.max(1, Number(query.get('pageSize') ?? 20));
  const from = (Math.max(1, Number(query.get('pageNo') ?? 1)) - 1) * size;
  return { rows: rows.slice(from, from + size) };
}

function segmentOf({ params, query }: Ctx): Segment {
  const id = params.id ?? query.get('segmentsId');
  const segment = SEGMENTS.find((each) => each.id === id);
  if (segment === undefined) throw new Refusal(200, 1404, 'segment does not exist');
  return segment;
}

function row({ state }: Ctx, segment: Segment): object {
  const places = ranking(state, segment);
  const own = places.find(({ memberId }) => memberId === state.memberId);
  return {
    ...shared(segment),
    ...(own && { myRecord: own.rideTotalTime }),
    bestMaleRecord: places.find(({ gender }) => gender === 1)?.rideTotalTime,
    bestFemaleRecord: places.find(({ gender }) => gender === 2)?.rideTotalTime,
  };
}

function shared({ id, title, from, to, avgSlope }: Segment): Record<string, unknown> {
  return {
    id: Number(id),
    title,
    distance: to - from,
    avgSlope,
    segmentsNum: Number(id) % 100,
    segmentsStatus: 1,
    filePath: `https://img.igpsport.cn/segments/${id}.png`,
  };
}

function detail(ctx: Ctx): object {
  const segment = segmentOf(ctx);
  const climb = Math.round((segment.to - segment.from) * Math.max(0, segment.avgSlope));
  const places = ranking(ctx.state, segment);
  return {
    ...shared(segment),
    totalAscent: climb,
    minAlt: 298,
    maxAlt: 298 + climb,
    altitudeDiff: climb,
    segmentsFinishPeopleCount: places.length,
    segmentsFinishCount: places.length * 3,
    collectCount: 17,
    comprehensiveScore: 4.6,
    province: '浙江省',
    city: '杭州市',
  };
}

/** A list of efforts; an object of another kind when there are none. */
function ownEfforts(ctx: Ctx): unknown {
  const efforts = effortsOn(ctx.state, segmentOf(ctx));
  if (efforts.length === 0) return { openDialog: false, content: null };
  return efforts.map(({ ride, seconds, speedKmh }) => ({
    rideId: ride.rideId,
    title: ride.title,
    rideStartTime: ride.startLocal.replace('T', ' '),
    rideTotalTime: seconds,
    avgSpeed: speedKmh,
  }));
}

function rank(ctx: Ctx): object {
  const places = ranking(ctx.state, segmentOf(ctx));
  const size = Math.max(1, Number(ctx.query.get('pageSize') ?? 30));
  const number = Math.max(1, Number(ctx.query.get('pageNo') ?? 1));
  return {
    rankList: {
      pageNo: number,
      pageSize: size,
      totalRows: places.length,
      rows: places.slice((number - 1) * size, number * size),
    },
    personalRank: places.find(({ memberId }) => memberId === ctx.state.memberId) ?? null,
  };
}

function topRecords(ctx: Ctx): object {
  const places = ranking(ctx.state, segmentOf(ctx));
  const [king] = places;
  return {
    segmentsKing: king && { memberId: king.memberId, nickName: king.nickName, rideTotalTime: king.rideTotalTime },
    fastestTimeRanks: places.slice(0, 10),
  };
}
