import type { Route } from '@core/sandbox';
import { instantOf } from '@core/sandbox/athlete';
import type { Ctx } from '../access.ts';
import { ok, Refusal } from '../envelope.ts';
import type { Ride } from '../rides/ride.ts';
import { round } from '../rides/wire.ts';
import type { World } from '../world.ts';

const STATISTICS = '/service/sportg/sporth/memberRecordPlus';

export const profileRoutes: readonly Route<World>[] = [
  {
    method: 'GET',
    path: '/service/mobile/api/v2/User/UserIntervalInfo',
    ignoreCase: true,
    handler: (_request, ctx) => ok(training(ctx.state)),
  },
  {
    method: 'GET',
    path: '/service/mobile/api/User/UserInfo',
    ignoreCase: true,
    handler: (_request, ctx) => ok(user(ctx.state)),
  },
  {
    method: 'GET',
    path: '/service/mobile/api/Config/GetDefaultConfig',
    ignoreCase: true,
    handler: () => ok({ version: '8.07' }),
  },
  { method: 'GET', path: `${STATISTICS}/getMemberDataStatisticsV4`, handler: (_request, ctx) => statistics(ctx, 'cn') },
  { method: 'GET', path: `${STATISTICS}/getMemberDataStatistics`, handler: (_request, ctx) => statistics(ctx, 'intl') },
];

function training(world: World): object {
  const { profile, quirks, region, memberId } = world;
  const ftp = world.athlete.season.ftpSettingOn(world.today());
  const info = {
    member: {
      memberId,
      ftp,
      lthr: profile.lthrRide,
      mhr: profile.maxHr,
      quietHeartRate: profile.restingHr,
      heartRateComputeMode: 2,
      runHeartRateComputeMode: 2,
      runLthr: profile.lthrRun,
      runMhr: profile.maxHr,
      ...(region === 'cn' && {
        nickName: profile.name,
        weight: profile.weightKg,
        height: Math.round(profile.heightM * 100),
      }),
    },
    power: zones(100_001, [0.55, 0.75, 0.9, 1.05, 1.2, 1.5], ftp, 2500),
    heartRate: zones(200_001, [0.6, 0.7, 0.8, 0.9], profile.maxHr, profile.maxHr),
    heartRateReserve: zones(300_001, [0.65, 0.75, 0.84, 0.92], profile.maxHr, profile.maxHr),
    heartRateLactateThreshold: zones(400_001, [0.81, 0.89, 0.94, 1], profile.lthrRide, profile.maxHr),
    speed: zones(500_001, [0.4, 0.6, 0.8, 1], 40, 99),
    cad: zones(600_001, [0.6, 0.75, 0.9, 1.05], 100, 200),
  };
  return quirks.trainingWrapped ? { intervalInfo: info } : info;
}

function zones(firstId: number, edges: readonly number[], of: number, end: number): object[] {
  const starts = [0, ...edges.map((edge) => Math.round(edge * of))];
  return starts.map((start, index) => ({ id: firstId + index, start, end: starts[index + 1] ?? end }));
}

/** Private fields included, as the service sends them. */
function user(world: World): object {
  const { profile, memberId, clock, rides } = world;
  const noon = `${world.today()}T12:00:00`;
  return {
    strMemberId: String(memberId),
    memberId,
    nickName: profile.name,
    avatar: '',
    sex: profile.sex === 'M' ? 1 : 2,
    cityName: profile.city,
    provinceName: profile.country,
    email: profile.email,
    phone: '13800000000',
    height: Math.round(profile.heightM * 100),
    weight: profile.weightKg,
    birthDate: profile.birthDate,
    mhr: profile.maxHr,
    lthr: profile.lthrRide,
    ftp: world.athlete.season.ftpSettingOn(world.today()),
    vO2max: 0,
    rideNum: rides.list().length,
    timeZone: (Date.parse(`${noon}Z`) - instantOf(noon, profile.timeZone).getTime()) / 1000,
    bikeWeight: 8.4,
    bikeWheelSize: 2105,
    regTime: '03/02/2021 09:30:00',
    unitMetric: 0,
    unitTemperature: 0,
    unitWeight: 0,
    unitHeight: 0,
    unitLength: 0,
    hasPassword: true,
    isOfficial: false,
    lastSeen: clock.now().toISOString(),
  };
}

/** Totals of the year that the day is in. The other region's spelling is unknown here. */
function statistics({ state, query }: Ctx, region: World['region']): Response {
  if (state.region !== region) throw new Refusal(404, 404, 'Not Found');
  const [dayName, typeName] = region === 'cn' ? ['time', 'type'] : ['Time', 'Type'];
  const day = query.get(dayName) ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || query.get(typeName) !== '2') throw new Refusal(200, 4001, 'Parameter error');
  const year = day.slice(0, 4);
  const rides = state.rides.list().filter(({ startLocal }) => startLocal.startsWith(year));
  return ok({
    statisticsData: totals(rides),
    axis: Array.from({ length: 12 }, (_, index) => month(rides, year, index + 1)),
    milestoneList: [10, 50, 100].map((km) => ({
      count: rides.filter((ride) => ride.measures().metres >= km * 1000).length,
      distance: String(km),
    })),
    personalBestList: bests(state, rides),
  });
}

function totals(rides: readonly Ride[]): object {
  const sum = (of: (ride: Ride) => number) => rides.reduce((total, ride) => total + of(ride), 0);
  const metres = sum((ride) => ride.measures().metres);
  const seconds = sum((ride) => ride.measures().seconds);
  const load = (ride: Ride) => (ride.measures().seconds / 36) * ((ride.measures().normalized ?? 0) / ride.ftp) ** 2;
  return {
    totalCount: rides.length,
    totalDistance: round(metres, 1),
    totalTimerTime: seconds,
    avgSpeed: seconds === 0 ? 0 : round(metres / seconds, 3),
    sumTotalAscent: Math.round(sum((ride) => ride.measures().ascent ?? 0)),
    totalCalories: Math.round(sum((ride) => ride.measures().kilocalories)),
    totalPwrTSS: round(sum(load), 1),
  };
}

/** `value` is kilometres, unlike the totals; months without rides have nothing else. */
function month(all: readonly Ride[], year: string, number: number): object {
  const two = String(number).padStart(2, '0');
  const rides = all.filter(({ startLocal }) => startLocal.startsWith(`${year}-${two}`));
  const alias = String(number);
  const time = `${year}/${two}`;
  if (rides.length === 0) return { alias, group: alias, time, value: 0 };
  const metres = rides.reduce((sum, ride) => sum + ride.measures().metres, 0);
  const seconds = rides.reduce((sum, ride) => sum + ride.measures().seconds, 0);
  return { alias, time, totalCount: rides.length, totalTimerTime: seconds, value: round(metres / 1000, 1) };
}

function bests({ memberId }: World, rides: readonly Ride[]): object[] {
  const measure: Readonly<Record<string, (ride: Ride) => number>> = {
    MaxDistance: (ride) => ride.measures().metres,
    MaxTime: (ride) => ride.measures().seconds,
    MaxAvgSpeed: (ride) => ride.measures().metres / ride.measures().seconds,
    MaxMaxSpeed: (ride) => ride.measures().speed?.high ?? 0,
    MaxClimbinSpeed: (ride) => ride.measures().ascent ?? 0,
    MaxAvgPower: (ride) => ride.measures().power?.mean ?? 0,
    MaxMaxPower: (ride) => ride.measures().power?.high ?? 0,
  };
  return Object.entries(measure).flatMap(([keyName, of]) => {
    const [first, ...rest] = rides;
    if (first === undefined) return [];
    const best = rest.reduce((top, ride) => (of(ride) > of(top) ? ride : top), first);
    return {
      activityId: best.rideId,
      keyName,
      keyLabel: '…',
      keyValue: String(round(of(best), 3)),
      keyTime: best.startLocal.replace('T', ' '),
      memberId: String(memberId),
    };
  });
}
