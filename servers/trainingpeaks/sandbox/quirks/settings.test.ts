import { beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = testSandbox();
});
const V1 = '/fitness/v1/athletes/1200001';
const V2 = '/fitness/v2/athletes/1200001';
const calculate = (metric: string, method: number, body: Row) =>
  sandbox.call<{ zones: Row[] } & Row>('POST', `/trainingzones/v1/users/1200001/${metric}/calculate/${method}`, {
    zoneType: method,
    ...body,
  });

describe('behaviour 21: zones', () => {
  it('break the controller as one object, and replace all groups as a list', async () => {
    const { powerZones } = await sandbox.get<{ powerZones: Row[] }>(`${V1}/settings`);
    expect(await sandbox.status('PUT', `${V2}/powerzones`, powerZones[0])).toBe(500);
    expect(await sandbox.status('PUT', `${V2}/powerzones`, [{ workoutTypeId: 2, ftp: 250 }])).toBe(500);
    const one = [{ ...powerZones[1], threshold: 260, currentUserId: 1_200_001 }];
    expect(await sandbox.refusal('PUT', `${V2}/powerzones`, one)).toEqual({ status: 204, text: '' });
    const after = await sandbox.get<{ powerZones: Row[] }>(`${V1}/settings`);
    expect(after.powerZones).toEqual([{ ...powerZones[1], threshold: 260 }]);
  });
});

describe('behaviour 22: the zone calculator', () => {
  it('knows some methods and refuses others', async () => {
    const path = '/trainingzones/v1/users/1200001/power/calculate/9';
    expect(await sandbox.status('POST', path, { zoneType: 9, LTPower: 250 })).toBe(400);
    expect((await calculate('power', 4, { LTPower: 250 })).zones).toHaveLength(7);
    expect((await calculate('power', 4, { LTPower: 250 })).lactateThreshold).toBe(250);
    expect((await calculate('heartrate', 1, { LTHR: 170 })).zones).toHaveLength(5);
  });

  it('derives another threshold with methods that rest on a test', async () => {
    expect((await calculate('power', 2, { LTPower: 250 })).lactateThreshold).toBe(225);
    expect((await calculate('speed', 2, { speed: 4, distance: 3000 })).thresholdSpeed).toBe(4);
    expect((await calculate('speed', 5, { speed: 4, distance: 3000 })).thresholdSpeed).toBeCloseTo(3.2);
  });

  it('answers to its caller alone', async () => {
    const path = '/trainingzones/v1/users/2400011/power/calculate/4';
    expect(await sandbox.status('POST', path, { zoneType: 4, LTPower: 250 })).toBe(403);
  });
});

describe('behaviour 25: equipment', () => {
  it('is dropped silently without a type that the service knows', async () => {
    const items = await sandbox.get<Row[]>(`${V1}/equipment`);
    const stored = await sandbox.call<Row[]>('PUT', `${V1}/equipment`, [
      ...items,
      { equipmentId: null, equipmentType: 'bike', name: 'Ghost', distance: 1 },
      { equipmentId: null, type: 2, name: 'Red shoes' },
    ]);
    expect(stored.map(({ name }) => name)).toEqual(['Road bike', 'Old trainer bike', 'Blue shoes', 'Red shoes']);
    expect(stored.at(-1)?.equipmentId).toBeGreaterThan(0);
  });

  it('that is left out of the list is gone', async () => {
    const [bike] = await sandbox.get<Row[]>(`${V1}/equipment`);
    await sandbox.send('PUT', `${V1}/equipment`, [bike]);
    expect(await sandbox.get<Row[]>(`${V1}/equipment`)).toHaveLength(1);
  });
});

describe('behaviour 26: metrics', () => {
  const path = '/metrics/v3/athletes/1200001';
  const weight = (value: unknown) => ({
    athleteId: 1_200_001,
    timeStamp: '2026-10-14T00:00:00',
    id: null,
    details: [{ type: 9, label: 'Weight', value, time: '2026-10-14T07:00:00', temporaryId: 0, units: 'kg' }],
  });
  const read = () => sandbox.get<{ details: Row[] }[]>(`${path}/consolidatedtimedmetrics/2026-10-14/2026-10-14`);

  it('are appended by every POST and never taken back', async () => {
    const before = (await read())[0]?.details.filter(({ type }) => type === 9).length ?? 0;
    await sandbox.send('POST', `${path}/consolidatedtimedmetric`, weight(64.2));
    await sandbox.send('POST', `${path}/consolidatedtimedmetric`, weight(64.2));
    expect((await read())[0]?.details.filter(({ type }) => type === 9)).toHaveLength(before + 2);
    expect(await sandbox.status('DELETE', `${path}/consolidatedtimedmetric`)).toBe(405);
  });

  it('can be lists of numbers on read', async () => {
    const rows = await sandbox.get<{ details: Row[] }[]>(`${path}/consolidatedtimedmetrics/2026-09-14/2026-10-14`);
    const points = rows.flatMap(({ details }) => details);
    expect(points.find(({ label }) => label === 'Body Battery')?.value).toHaveLength(3);
  });

  it('out of their range are refused', async () => {
    expect(await sandbox.status('POST', `${path}/consolidatedtimedmetric`, weight(2000))).toBe(400);
    expect(await sandbox.status('POST', `${path}/consolidatedtimedmetric`, weight('64'))).toBe(400);
  });

  it('agree with the simulator', async () => {
    const [row] = await sandbox.get<{ details: Row[] }[]>(`${path}/consolidatedtimedmetrics/2026-10-13/2026-10-13`);
    const truth = sandbox.athlete.wellness('2026-10-13');
    expect(row?.details.find(({ type }) => type === 60)?.value).toBe(truth.hrvMs);
    expect(row?.details.find(({ type }) => type === 5)?.value).toBe(truth.restingHr);
  });
});

describe('small settings', () => {
  it('replace the nutrition record, so that what is left out falls back', async () => {
    const answer = await sandbox.call('POST', `${V1}/nutritionsettings`, { plannedCalories: 2600 });
    expect(answer).toMatchObject({ plannedCalories: 2600, substrateUtilizationCategory: 0 });
    expect(await sandbox.get(`${V1}/nutrition/2026-10-01/2026-10-14`)).toEqual([]);
    expect(await sandbox.get(`${V1}/poollengthsettings`)).toMatchObject({ defaultId: 'DEFAULT-25M' });
  });
});
