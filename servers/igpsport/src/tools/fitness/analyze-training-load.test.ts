import { addDays } from '@core/mcp-kit';
import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { dailyLoads, fitnessSeries } from '@core/metrics/load';
import { describe, expect, it } from 'vitest';
import { type SandboxPlatform, sandboxPlatform } from '../../../sandbox/platform.ts';
import type { Ride } from '../../../sandbox/rides/ride.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

const TODAY = '2026-10-14';

/** What iGPSport would say: TSS with the FTP that was set that day. */
function truth({ ftp, measures }: Ride): number | null {
  const { seconds, normalized } = measures();
  return normalized === undefined ? null : (seconds / 36) * (normalized / ftp) ** 2;
}

const ridesOf = ({ sandbox }: SandboxPlatform, oldest: string) =>
  sandbox.emulator.state.rides.list().filter(({ startLocal }) => startLocal.slice(0, 10) >= oldest);

describe('igp_analyze_training_load', () => {
  it('rates each ride with the FTP of its own day, over two changes of it', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, platform);
    const { structured } = await server.call('igp_analyze_training_load', {
      days: 90,
      history_days: 0,
      every: 'day',
    });
    const rides = ridesOf(platform, addDays(TODAY, -89));
    expect(new Set(rides.map(({ ftp }) => ftp)).size).toBeGreaterThanOrEqual(3);
    const days = new Map(objects(structured).map((row) => [row.date, row]));
    let compared = 0;
    for (const ride of rides) {
      const load = truth(ride);
      const row = days.get(ride.startLocal.slice(0, 10));
      if (load === null || ride.exerciseType !== 0 || row?.rides !== 1 || row.estimated !== 0) continue;
      compared += 1;
      expect(Math.abs(Number(row.load) - load)).toBeLessThanOrEqual(1 + 0.012 * load);
    }
    expect(compared).toBeGreaterThan(25);
  });

  it('is the same mathematics as the library over the loads that it shows', async () => {
    const server = connect(provider, sandboxPlatform());
    const { structured } = await server.call('igp_analyze_training_load', { days: 60, history_days: 0, every: 'day' });
    const days = objects(structured);
    const loads = dailyLoads(days.map(({ date, load }) => ({ day: String(date), load: Number(load) })));
    const series = fitnessSeries(loads!, { until: TODAY });
    expect(structured.current).toMatchObject({
      date: TODAY,
      ctl: expect.closeTo(series.ctl.at(-1) ?? 0, 0),
      atl: expect.closeTo(series.atl.at(-1) ?? 0, 0),
    });
    expect(structured.start).toMatchObject({ seed: 'zero', history_from: addDays(TODAY, -59) });
  });

  it('decays to the day asked for, after the last ride', async () => {
    const platform = sandboxPlatform({ days: 60 });
    const later = addDays(TODAY, 14);
    const { structured } = await connect(provider, platform).call('igp_analyze_training_load', {
      days: 30,
      newest: later,
    });
    const [last, before] = objects(structured);
    expect(last).toMatchObject({ date: later, load: 0, rides: 0 });
    expect(Number(last?.ctl) / Number(before?.ctl)).toBeCloseTo(Math.exp(-1 / 42), 2);
  });

  it('counts rides without power as estimated', async () => {
    const platform = sandboxPlatform();
    const { structured } = await connect(provider, platform).call('igp_analyze_training_load', {
      days: 90,
      history_days: 0,
    });
    const rides = ridesOf(platform, addDays(TODAY, -89));
    const byHeart = rides.filter(
      (ride) => (ride.exerciseType !== 0 || truth(ride) === null) && ride.measures().heartRate !== undefined,
    );
    expect(byHeart.length).toBeGreaterThan(0);
    expect(structured.coverage).toMatchObject({ days: 90, rides: rides.length, estimated: byHeart.length });
  });

  it('names the rides that fail, and answers with the rest', async () => {
    const platform = sandboxPlatform({ days: 40 });
    const [broken, ...rest] = ridesOf(platform, addDays(TODAY, -29));
    const server = connect(provider, {
      ...platform,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const damaged = request.url.endsWith(broken?.documentId ?? '');
        return damaged ? new Response('gone', { status: 404 }) : platform.fetch(request);
      },
    });
    const { structured, failure } = await server.call('igp_analyze_training_load', { days: 30, history_days: 0 });
    expect(failure).toBeUndefined();
    expect(structured.skipped).toEqual(
      expect.arrayContaining([expect.objectContaining({ activity_id: String(broken?.rideId) })]),
    );
    expect((structured.coverage as { with_data: number }).with_data).toBeGreaterThan(rest.length * 0.7);
    const rows = objects(structured);
    const day = broken?.startLocal.slice(0, 10);
    if (rows.find(({ date }) => date === day)?.rides === 1)
      expect(rows.find(({ date }) => date === day)).toMatchObject({ load: null });
  });

  it('uses the FTP of the settings for every ride when there is one', async () => {
    const load = async (ftp: number | undefined) => {
      const platform = sandboxPlatform({ days: 30 });
      const server = connect(provider, { ...platform, settings: { ...platform.settings, ftp } });
      const { structured } = await server.call('igp_analyze_training_load', { days: 20, history_days: 0 });
      const [row] = objects(structured).filter(({ rides, estimated, load }) => rides === 1 && estimated === 0 && load);
      return Number(row?.load);
    };
    expect((await load(150)) / (await load(300))).toBeCloseTo(4, 1);
  });

  it('speaks Chinese when told to', async () => {
    const platform = sandboxPlatform({ days: 20 });
    const server = connect(provider, { ...platform, settings: { ...platform.settings, lang: 'zh' } });
    const { structured } = await server.call('igp_analyze_training_load', { days: 7, history_days: 0 });
    expect(String(structured.notes)).toMatch(/指数平均/);
  });

  it('shows more than a month by week, in half the size, with nothing missing from the sums', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, platform);
    const weekly = await server.call('igp_analyze_training_load', { days: 60 });
    const daily = await server.call('igp_analyze_training_load', { days: 60, every: 'day' });
    const [weeks, days] = [objects(weekly.structured), objects(daily.structured)];
    expect(weeks).toHaveLength(10);
    expect(days).toHaveLength(60);
    expect(weeks[0]).toMatchObject({ week_from: '2026-10-12', ctl: days[0]?.ctl, form: days[0]?.form });
    const sum = (rows: typeof days, name: string) => rows.reduce((total, row) => total + Number(row[name] ?? 0), 0);
    expect(sum(weeks, 'rides')).toBe(ridesOf(platform, addDays(TODAY, -59)).length);
    expect(Math.abs(sum(weeks, 'load') - sum(days, 'load'))).toBeLessThanOrEqual(days.length / 2);
    expect(sizeOf(weekly)).toBeLessThan(sizeOf(daily) / 2);
  });

  it('refuses a window of no days', async () => {
    const { failure } = await connect(provider, sandboxPlatform()).call('igp_analyze_training_load', { days: 0 });
    expect(failure?.kind).toBe('bad_input');
  });

  it('stays within the answer budget', async () => {
    const server = connect(provider, sandboxPlatform({ days: 60 }));
    expect(sizeOf(await server.call('igp_analyze_training_load'))).toBeLessThanOrEqual(answerBudget.aim);
  });
});
