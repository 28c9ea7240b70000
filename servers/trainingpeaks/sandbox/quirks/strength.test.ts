import { beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = testSandbox();
});
const RX = '/rx/activity/v1';
const SAVE = `${RX}/workouts/save`;
interface Answer {
  readonly data: Row & { id: string };
  readonly errors: Row;
}
const reps = {
  parameter: 'Reps',
  title: 'Reps',
  category: 'Reps',
  unit: { title: 'Reps', abbreviation: '', unit: 'Reps' },
};
const time = { ...reps, parameter: 'Duration', category: 'Duration' };
const set = (value = '6', parameter = 'Reps') => ({
  id: crypto.randomUUID(),
  isComplete: false,
  parameterValues: [{ id: crypto.randomUUID(), parameter, prescribedValue: value, executedValue: null }],
});
const exercise = (values: Row = {}) => ({
  id: crypto.randomUUID(),
  exercise: { id: '131', title: 'Back Squat', parameters: [] },
  parameters: [reps],
  sets: [set(), set('6-8')],
  ...values,
});
const session = (values: Row = {}, prescriptions: Row[] = [exercise()], blockType = 'SingleExercise') => ({
  id: crypto.randomUUID(),
  workoutType: 'StructuredStrength',
  calendarId: 1_200_001,
  title: 'Gym',
  prescribedDate: '2026-10-20',
  blocks: [{ id: crypto.randomUUID(), blockType, title: 'A', prescriptions }],
  ...values,
});
const save = (body: Row) => sandbox.call<Answer>('POST', SAVE, body);

describe('behaviour 32: strength', () => {
  it('is on no calendar as a draft, and under a numeric id once saved', async () => {
    const drafted = await sandbox.call<Answer>('POST', `${RX}/workouts`, {
      workoutType: 'Strength',
      calendarId: 1_200_001,
    });
    expect(drafted.data.id).toMatch(/^[0-9a-f-]{36}$/);
    const list = () => sandbox.get<Row[]>(`${RX}/workouts/calendar/1200001/2026-10-20/2026-10-20`);
    expect(await list()).toEqual([]);
    const { data, errors } = await save(session());
    expect(errors).toEqual({});
    expect(data.id).toMatch(/^\d+$/);
    expect(await list()).toMatchObject([{ id: data.id, totalSets: 2, completedSets: 0 }]);
    expect((await list())[0]).not.toHaveProperty('blocks');
    expect(JSON.stringify(data)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('answers 200 with errors and stores nothing when a prescription has no parameter', async () => {
    const { data, errors } = await save(session({}, [exercise({ parameters: [] })]));
    expect(data).toBeNull();
    expect(JSON.stringify(errors)).toContain('A Prescription must include at least 1 Parameter');
    expect(await sandbox.get<Row[]>(`${RX}/workouts/calendar/1200001/2026-10-20/2026-10-20`)).toEqual([]);
  });

  it('wraps one session and lists bare ones', async () => {
    const [row] = await sandbox.get<Row[]>(`${RX}/workouts/calendar/1200001/2026-10-01/2026-10-31`);
    const one = await sandbox.get<Answer>(`${RX}/workouts/${row?.id}`);
    expect(Object.keys(one)).toEqual(['data', 'errors']);
    expect(Array.isArray(await sandbox.get(`${RX}/parameters/exercise`))).toBe(true);
  });

  it('refuses a partial save, another type, a date as time, and uneven supersets', async () => {
    const { data } = await save(session());
    const status = (body: Row) => sandbox.status('POST', SAVE, body);
    expect(await status({ id: data.id, blocks: data.blocks })).toBe(400);
    expect(await status(session({ workoutType: 'Strength' }))).toBe(400);
    expect(await status(session({ prescribedStartTime: '2026-10-20T06:00:00' }))).toBe(400);
    const uneven = [exercise(), exercise({ sets: [set()] })];
    expect(await status(session({}, uneven, 'Superset'))).toBe(400);
    expect(await status(session({}, uneven, 'Circuit'))).toBe(400);
    const mixed = [exercise(), exercise({ parameters: [time], sets: [set('30', 'Duration'), set('30', 'Duration')] })];
    expect(await status(session({}, mixed, 'Superset'))).toBe(400);
    expect(await status(session({}, mixed, 'Circuit'))).toBe(200);
  });

  it('refuses a category in a value, a unit that is text, block parameters and numbers', async () => {
    const status = (prescription: Row) => sandbox.status('POST', SAVE, session({}, [prescription]));
    const valued = (value: Row) => exercise({ sets: [{ isComplete: false, parameterValues: [value] }] });
    expect(await status(valued({ parameter: 'Reps', prescribedValue: '6', category: 'Reps' }))).toBe(400);
    expect(await status(valued({ parameter: 'Reps', prescribedValue: 6 }))).toBe(400);
    expect(await status(exercise({ parameters: [{ ...reps, unit: 'Reps' }] }))).toBe(400);
    expect(await status(exercise({ parameters: [{ ...reps, parameter: 'TimeSeconds' }], sets: [] }))).toBe(400);
    expect(await status(exercise({ exercise: { id: '99999999', title: 'Own' } }))).toBe(500);
  });

  it('may insist on the parameters that an exercise declares', async () => {
    const timed = session({}, [exercise({ parameters: [time], sets: [set('30', 'Duration')] })]);
    expect(await sandbox.status('POST', SAVE, timed)).toBe(200);
    sandbox.quirks.strictParameters = true;
    expect(await sandbox.status('POST', SAVE, timed)).toBe(400);
  });

  it('recomputes compliance from the sets, and keeps what a device put there', async () => {
    const [row] = await sandbox.get<Row[]>(`${RX}/workouts/calendar/1200001/2026-10-01/2026-10-11`);
    const { data } = await sandbox.get<Answer>(`${RX}/workouts/${row?.id}`);
    const half = structuredClone(data) as unknown as {
      blocks: { prescriptions: { sets: { isComplete: boolean }[] }[] }[];
      files: unknown[];
    };
    half.files = [];
    for (const block of half.blocks.slice(1)) {
      for (const { sets } of block.prescriptions) for (const each of sets) each.isComplete = false;
    }
    const after = await save(half as unknown as Row);
    expect(after.data).toMatchObject({ id: data.id, completedTss: 31, files: [{ isGarmin: true }] });
    expect(after.data.compliancePercent).toBeCloseTo(100 / 6);
    expect(await sandbox.get<Answer>(`${RX}/workouts/${data.id}/summary`)).toMatchObject({
      data: { totalSets: 6, completedSets: 1, complianceState: 'PartiallyCompliant' },
    });
  });

  it('is gone after a DELETE that answers with its id', async () => {
    const { data } = await save(session());
    expect(await sandbox.call('DELETE', `${RX}/workouts/${data.id}`)).toEqual({ data: data.id, errors: {} });
    expect(await sandbox.status('GET', `${RX}/workouts/${data.id}`)).toBe(404);
  });
});

describe('strength in a plan', () => {
  it('is listed on the days of the plan, and read by its id', async () => {
    const [row] = await sandbox.get<Row[]>(`${RX}/plans/600001/workouts/2010-12-15/2038-09-13`);
    expect(row).toMatchObject({ title: 'Core', prescribedDate: '2027-01-06', totalSets: 3 });
    expect(await sandbox.get(`${RX}/workouts/${row?.id}`)).toMatchObject({ data: { title: 'Core' } });
    expect(await sandbox.status('GET', `${RX}/plans/1/workouts/2010-12-15/2038-09-13`)).toBe(404);
  });
});

describe('the exercise library', () => {
  it('has about a thousand entries without parameters, and each in full by its id', async () => {
    const { data } = await sandbox.get<{ data: { exercises: Row[]; muscleGroups: Row[] } }>(`${RX}/libraryContent`);
    expect(data.exercises).toHaveLength(956);
    expect(data.exercises[0]).not.toHaveProperty('parameters');
    expect(await sandbox.get(`${RX}/exercises/131`)).toMatchObject({ data: { title: 'Back Squat', canEdit: false } });
  });

  it('takes an exercise of one’s own: a form first, a numeric id after it is filled in', async () => {
    const form = await sandbox.call<Answer>('POST', `${RX}/exercises`);
    expect(form.data.id).toMatch(/-/);
    const made = await sandbox.call<Answer>('PUT', `${RX}/exercises`, {
      ...form.data,
      title: 'Ski jump',
      parameters: [reps],
    });
    expect(made.data.id).toMatch(/^\d{6}$/);
    const used = session({}, [exercise({ exercise: { id: made.data.id, title: 'Ski jump' } })]);
    expect(await sandbox.status('POST', SAVE, used)).toBe(200);
    expect(await sandbox.status('PUT', `${RX}/exercises`, { id: '131', title: 'Mine' })).toBe(403);
  });
});
