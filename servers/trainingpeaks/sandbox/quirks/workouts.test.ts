import { beforeEach, describe, expect, it } from 'vitest';
import { plannedWorkout, type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = testSandbox();
});
const ALL = '/fitness/v6/athletes/1200001/workouts';
const create = (values: Row = {}) => sandbox.call('POST', ALL, plannedWorkout(values));
const structure = {
  structure: [
    {
      type: 'step',
      length: { value: 1, unit: 'repetition' },
      begin: 0,
      end: 600,
      steps: [
        {
          name: 'Easy',
          length: { value: 600, unit: 'second' },
          targets: [{ minValue: 50, maxValue: 60 }],
          intensityClass: 'active',
          openDuration: false,
        },
      ],
    },
  ],
  polyline: [],
  primaryLengthMetric: 'duration',
  primaryIntensityMetric: 'percentOfFtp',
  primaryIntensityTargetOrRange: 'range',
};

describe('the list of workouts', () => {
  it('behaviour 6: has planned and completed ones, and no session of the strength builder', async () => {
    const rows = await sandbox.get<Row[]>(`${ALL}/2026-10-01/2026-10-31`);
    expect(rows.some(({ totalTime }) => totalTime === null)).toBe(true);
    expect(rows.some(({ totalTime }) => totalTime !== null)).toBe(true);
    expect(rows.every(({ workoutTypeValueId }) => typeof workoutTypeValueId === 'number')).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('StructuredStrength');
  });

  it('behaviour 7: is refused over more than 90 days', async () => {
    expect(await sandbox.status('GET', `${ALL}/2026-07-16/2026-10-14`)).toBe(200);
    expect(await sandbox.status('GET', `${ALL}/2026-07-15/2026-10-14`)).toBe(400);
    sandbox.quirks.rangeRefusal = 500;
    expect(await sandbox.status('GET', `${ALL}/2026-07-15/2026-10-14`)).toBe(500);
  });

  it('is the same on v7', async () => {
    const window = 'workouts/2026-10-01/2026-10-14';
    expect(await sandbox.get(`/fitness/v7/athletes/1200001/${window}`)).toEqual(
      await sandbox.get(`/fitness/v6/athletes/1200001/${window}`),
    );
  });

  it('agrees with the simulator on load, day by day', async () => {
    const rows = await sandbox.get<Row[]>(`${ALL}/2026-08-01/2026-10-13`);
    const tss = new Map<string, number>();
    for (const row of rows) {
      const day = String(row.workoutDay).slice(0, 10);
      tss.set(day, (tss.get(day) ?? 0) + Number(row.tssActual ?? 0));
    }
    for (const [day, load] of tss) expect(load).toBe(sandbox.truth.loadOn(day).atl);
  });

  it('has normalised power as the simulator computes it, and intensity against the threshold of the day', async () => {
    const [row] = await sandbox.get<Row[]>(`${ALL}/2026-10-13/2026-10-13`);
    const { session } = sandbox.truth.yesterday();
    expect(Number(row?.if) * session.thresholdSet).toBeCloseTo(Number(row?.normalizedPowerActual), 6);
    const expected = (100 * (Number(row?.totalTime) * 3600) * Number(row?.if) ** 2) / 3600;
    expect(Number(row?.tssActual)).toBeCloseTo(expected, -0.5);
  });
});

describe('a workout', () => {
  it('behaviour 8: has structure as an object, written as text or as an object', async () => {
    const asText = await create({ structure: JSON.stringify(structure) });
    expect(asText.structure).toEqual(structure);
    expect((await create({ structure })).structure).toEqual(structure);
    sandbox.quirks.objectStructure = 'refused';
    expect(await sandbox.status('POST', ALL, plannedWorkout({ structure }))).toBe(400);
  });

  it('behaviour 8: refuses a structure with "recovery" steps, absolute heart rate or no JSON', async () => {
    const recovery = JSON.stringify(structure).replace('"active"', '"recovery"');
    const absolute = JSON.stringify({ ...structure, primaryIntensityMetric: 'heartRate' });
    for (const refused of [recovery, absolute, '{']) {
      expect(await sandbox.status('POST', ALL, plannedWorkout({ structure: refused }))).toBe(400);
    }
  });

  it('behaviour 9: is never said to be completed; totalTime alone tells', async () => {
    const rows = await sandbox.get<Row[]>(`${ALL}/2026-10-01/2026-10-14`);
    expect(rows.every(({ completed }) => completed === null)).toBe(true);
  });

  it('behaviour 10: is completed by writing totalTime, and the service derives compliance and calories', async () => {
    const planned = await create({ distancePlanned: 20_000, tssPlanned: 50 });
    const done = { ...planned, totalTime: 1, distance: 15_000, tssActual: 60, structure: null };
    const row = await sandbox.call('PUT', `${ALL}/${planned.workoutId}`, done);
    expect(row).toMatchObject({
      complianceDurationPercent: 80,
      complianceDistancePercent: 75,
      complianceTssPercent: 120,
      calories: 620,
    });
  });

  it('behaviour 11: loses every key that a PUT leaves out', async () => {
    const { workoutId } = await create({ description: 'Keep me', rpe: 4 });
    const row = await sandbox.call('PUT', `${ALL}/${workoutId}`, plannedWorkout({ title: 'Other' }));
    expect(row).toMatchObject({ title: 'Other', description: null, rpe: null });
  });

  it('behaviour 12: is refused with a list of tags', async () => {
    expect(await sandbox.refusal('POST', ALL, plannedWorkout({ userTags: ['a'] }))).toEqual({
      status: 400,
      text: '{"message":"No workout sent"}',
    });
  });

  it('behaviour 13: is read without workoutTypeFamilyId', async () => {
    const { workoutId } = await create();
    expect(await sandbox.get(`${ALL}/${workoutId}`)).not.toHaveProperty('workoutTypeFamilyId');
  });

  it('behaviour 14: answers 400 with its id once it is gone', async () => {
    const { workoutId } = await create();
    await sandbox.send('DELETE', `${ALL}/${workoutId}`);
    expect(await sandbox.refusal('GET', `${ALL}/${workoutId}`)).toEqual({
      status: 400,
      text: `Invalid workoutId (${workoutId})`,
    });
  });

  it('behaviour 17: is deleted with the answer true', async () => {
    const { workoutId } = await create();
    expect(await sandbox.refusal('DELETE', `${ALL}/${workoutId}`)).toEqual({ status: 200, text: 'true' });
  });

  it('is refused with another athlete in its body, or none', async () => {
    expect(await sandbox.status('POST', ALL, plannedWorkout({ athleteId: 2_400_011 }))).toBe(400);
    expect(await sandbox.status('POST', ALL, plannedWorkout({ athleteId: null }))).toBe(400);
  });

  it('moves to the day before when its day is written in UTC', async () => {
    expect((await create({ workoutDay: '2026-10-20T00:00:00Z' })).workoutDay).toBe('2026-10-19T00:00:00');
  });

  it('is duplicated by a repeated POST', async () => {
    expect((await create()).workoutId).not.toBe((await create()).workoutId);
  });

  it('that the coach locked is not changed by the athlete', async () => {
    const rows = await sandbox.get<Row[]>(`${ALL}/2026-10-14/2026-11-14`);
    const locked = rows.find(({ isLocked }) => isLocked === true);
    expect(await sandbox.status('PUT', `${ALL}/${locked?.workoutId}`, { ...locked, title: 'x' })).toBe(403);
  });

  it('of a basic account is not planned beyond tomorrow', async () => {
    const basic = testSandbox({ account: 'basic' });
    expect(await basic.status('POST', ALL, plannedWorkout({ workoutDay: '2026-10-15T00:00:00' }))).toBe(200);
    expect(await basic.status('POST', ALL, plannedWorkout())).toBe(403);
  });

  it('loses keys that the service does not know', async () => {
    expect(await create({ favouriteColour: 'blue' })).not.toHaveProperty('favouriteColour');
  });
});

describe('the types', () => {
  it('are fifteen, two of them called Strength', async () => {
    const types = await sandbox.get<Row[]>('/fitness/v6/workouttypes');
    expect(types.filter(({ name }) => name === 'Strength').map(({ id }) => id)).toEqual([9, 29]);
    expect(types).toHaveLength(15);
  });
});
