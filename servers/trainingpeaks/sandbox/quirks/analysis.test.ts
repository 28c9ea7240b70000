import { beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = testSandbox();
});
const ALL = '/fitness/v6/athletes/1200001/workouts';
const analyze = (what: string, workoutId: unknown) =>
  sandbox.send('POST', `/workout-analysis/v2/analyze/${what}`, { workoutId });
const on = async (day: string) => sandbox.get<Row[]>(`${ALL}/${day}/${day}`);

describe('behaviour 31: the analysis', () => {
  it('has totals in seconds, kilometres and watts', async () => {
    const [ride] = await on('2026-10-13');
    const { data } = (await (await analyze('summary', ride?.workoutId)).json()) as { data: Record<string, Row> };
    expect(data.TotalTimerTime).toEqual({
      friendlyName: 'Duration',
      value: Math.round(Number(ride?.totalTime) * 3600),
      unit: 'h:m:s',
    });
    expect(data.NormalizedPower?.value).toBe(Math.round(Number(ride?.normalizedPowerActual)));
    expect(data.TotalDistance?.value).toBeCloseTo(Number(ride?.distance) / 1000, 2);
  });

  it('has channels by name, a row a second, with the zones of the settings', async () => {
    const [ride] = await on('2026-10-13');
    const charts = (await (await analyze('charts', ride?.workoutId)).json()) as {
      metadata: Record<string, { zones: Row[]; average: number }>;
      data: Row[];
    };
    expect(charts.metadata.Power?.zones).toHaveLength(7);
    expect(charts.metadata.Power?.average).toBeCloseTo(Number(ride?.powerAverage), 2);
    expect(Object.keys(charts.data[0]!)).toEqual(['time', ...Object.keys(charts.metadata)]);
  });

  it('has laps whose power is the simulator’s', async () => {
    const [ride] = await on('2026-10-13');
    const laps = (await (await analyze('laps', ride?.workoutId)).json()) as { data: Row[]; columnMetadata: Row };
    for (const interval of sandbox.truth.yesterday().intervals) {
      const lap = laps.data.find(({ startOffsetSeconds }) => startOffsetSeconds === interval.startIndex);
      expect(lap).toMatchObject({
        TotalTimerTime: interval.doneSeconds,
        AveragePower: Math.round(interval.doneWatts),
      });
    }
    expect(laps.columnMetadata).toHaveProperty('TotalDistance');
  });

  it('of a typed-in workout is totals only, of a planned or unknown one 404', async () => {
    const typed = (await on('2026-10-09')).find(({ title }) => String(title).startsWith('Ran by'));
    expect((await analyze('summary', typed?.workoutId)).status).toBe(200);
    expect((await analyze('charts', typed?.workoutId)).status).toBe(404);
    expect((await analyze('laps', typed?.workoutId)).status).toBe(404);
    const [planned] = await on('2026-10-15');
    expect((await analyze('summary', planned?.workoutId)).status).toBe(404);
    expect((await analyze('summary', 12)).status).toBe(404);
  });

  it('of version 1 is gone, without a body', async () => {
    expect(await sandbox.refusal('POST', '/workout-analysis/v1/analyze', { workoutId: 1 })).toEqual({
      status: 404,
      text: '',
    });
  });
});

describe('behaviour 38: the second host', () => {
  it('may insist on the Origin of the web app', async () => {
    const [ride] = await on('2026-10-13');
    sandbox.quirks.strictOrigin = true;
    const ask = (headers: Record<string, string>) =>
      sandbox.send('POST', '/workout-analysis/v2/analyze/summary', { workoutId: ride?.workoutId }, headers);
    expect((await ask({})).status).toBe(403);
    expect((await ask({ origin: 'https://app.trainingpeaks.com' })).status).toBe(200);
  });

  it('knows the weather settings of its caller', async () => {
    expect(await sandbox.get('/weather/v1/settings')).toMatchObject([{ athleteId: 1_200_001, enabled: true }]);
  });
});

describe('behaviour 30: personal records', () => {
  const best = (prType: string, from = '2016-01-01', sport = 'Bike') =>
    sandbox.get<Row[]>(
      `/personalrecord/v2/athletes/1200001/${sport}?prType=${prType}&startDate=${from}T00:00:00&endDate=2026-10-14T00:00:00`,
    );

  it('are ranked over ten years, and the best is the simulator’s', async () => {
    const rows = await best('power20min');
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const { watts, session } = sandbox.truth.bestPower(1200, '2020-01-01', '2026-10-14')!;
    expect(rows[0]).toMatchObject({ value: Math.round(watts), class: 'Power' });
    expect(rows[0]?.workoutDate).toBe(`${session.day}T00:00:00`);
  });

  it('of running are speeds, and empty where nothing was recorded', async () => {
    const [fastest] = await best('speed5K', '2016-01-01', 'Run');
    expect(fastest?.value).toBeGreaterThan(2.5);
    expect(await best('power20min', '2026-10-14')).toEqual([]);
  });

  it('of an unknown type or sport are refused', async () => {
    const path = '/personalrecord/v2/athletes/1200001';
    const window = 'startDate=2026-01-01T00:00:00&endDate=2026-10-14T00:00:00';
    expect(await sandbox.status('GET', `${path}/Bike?prType=HR5min&${window}`)).toBe(400);
    expect(await sandbox.status('GET', `${path}/Swim?prType=power5min&${window}`)).toBe(404);
    expect(await sandbox.status('GET', '/fitness/v3/athletes/1200001/powerpeaks')).toBe(404);
  });

  it('of a workout name their time frame as an object or as text, or are still being computed', async () => {
    const [first] = await best('power20min');
    const path = `/personalrecord/v2/athletes/1200001/workouts/${first?.workoutId}?displayPeaksForBasic=true`;
    const answer = await sandbox.get<{ personalRecords: Row[]; personalRecordCount: number }>(path);
    expect(answer.personalRecords).toHaveLength(answer.personalRecordCount);
    expect(answer.personalRecords).toContainEqual({
      class: 'Power',
      type: 'power20min',
      value: first?.value,
      rank: 1,
      timeFrame: { name: 'All Time' },
    });
    sandbox.quirks.timeFrame = 'text';
    const asText = await sandbox.get<{ personalRecords: Row[] }>(path);
    expect(asText.personalRecords.map(({ timeFrame }) => timeFrame)).toContain('All Time');
    sandbox.quirks.recordsPending = true;
    expect(await sandbox.get(path)).toEqual({
      workoutId: first?.workoutId,
      calcsPending: true,
      personalRecordCount: 0,
    });
  });

  it('of a workout are kept from basic accounts that do not ask for them', async () => {
    const [first] = await best('power20min');
    const basic = testSandbox({ account: 'basic' });
    const path = `/personalrecord/v2/athletes/1200001/workouts/${first?.workoutId}`;
    expect(await basic.get(path)).not.toHaveProperty('personalRecords');
    expect(await basic.get(`${path}?displayPeaksForBasic=true`)).toHaveProperty('personalRecords');
  });
});
