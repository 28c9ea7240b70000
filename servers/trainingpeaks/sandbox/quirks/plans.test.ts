import { beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = testSandbox();
});
const EVER = '2010-12-15/2038-09-13';
const inPlan = (id: number) => sandbox.get<Row[]>(`/plans/v1/plans/${id}/workouts/${EVER}`);

describe('plans', () => {
  it('written by the caller are one list, and those with access another', async () => {
    const own = await sandbox.get<Row[]>('/plans/v1/plans');
    const all = await sandbox.get<Row[]>('/plans/v1/plansWithAccess');
    expect(all.length).toBe(own.length + 1);
    expect(all.find(({ planId }) => planId === 600_777)?.planAccess).toMatchObject({ accessFromPayment: true });
  });

  it('hold workouts with structure, banners of type 100, and titles that are null', async () => {
    const rows = await inPlan(600_001);
    expect(rows.filter(({ workoutTypeValueId }) => workoutTypeValueId === 100)).toHaveLength(1);
    expect(rows.some(({ title }) => title === null)).toBe(true);
    expect(rows.find(({ workoutTypeValueId }) => workoutTypeValueId === 2)?.structure).toBeTypeOf('object');
    const plan = await sandbox.get('/plans/v1/plans/600001');
    expect(plan).toMatchObject({ weekCount: 4, dayCount: 28, workoutCount: rows.length - 1 });
    const hours = rows.reduce((sum, row) => sum + Number(row.totalTimePlanned ?? 0), 0);
    const weeks = plan.trainingDurationByWeek as number[];
    expect(weeks.reduce((sum, week) => sum + week, 0)).toBeCloseTo(hours, 8);
  });

  it('without a workout have no length and no days', async () => {
    expect(await sandbox.get('/plans/v1/plans/600002')).toMatchObject({ weekCount: null, startDate: null });
  });

  it('take templates and notes from their owner', async () => {
    const body = { planId: 600_002, exerciseLibraryItemId: 12_300_001, workoutDateTime: '2027-01-04' };
    await sandbox.call('POST', '/plans/v1/plans/600002/commands/addworkoutfromlibraryitem', body);
    expect(await inPlan(600_002)).toHaveLength(1);
    expect(await sandbox.get('/plans/v1/plans/600002')).toMatchObject({ weekCount: 1 });
    const note = { planId: 600_002, title: 'Week 1', noteDate: '2027-01-04', description: '', attachments: [] };
    await sandbox.call('POST', '/plans/v1/plans/600002/calendarNote', note);
    expect(await sandbox.get<Row[]>(`/plans/v1/plans/600002/calendarNote/${EVER}`)).toHaveLength(1);
    expect(await sandbox.status('POST', '/plans/v1/plans/600777/calendarNote', note)).toBe(403);
  });

  it('that are applied are listed', async () => {
    expect(await sandbox.get<Row[]>('/plans/v1/athletes/1200001/appliedplans/2026-08-01')).toHaveLength(1);
  });
});

describe('behaviour 34: applying a plan by the service', () => {
  it('says that it worked, puts nothing on the calendar, is on record, and destroys the plan when taken back', async () => {
    const order = [{ athleteId: '1200001', planId: 600_001, planTitle: '', startType: 1, targetDate: '2026-12-07' }];
    const [applied] = await sandbox.call<Row[]>('POST', '/plans/v1/commands/applyplan', order);
    const status = '/plans/v1/appliedplans/applyPlanStatus';
    expect(await sandbox.call('POST', status, [applied?.appliedPlanId])).toEqual({ batchStatus: 2 });
    expect(await sandbox.status('POST', status, { id: 1 })).toBe(400);
    const calendar = await sandbox.get<Row[]>('/fitness/v6/athletes/1200001/workouts/2026-12-07/2027-01-03');
    expect(calendar).toEqual([]);
    expect(sandbox.emulator.state.forbiddenCalls).toEqual(['POST /plans/v1/commands/applyplan']);
    await sandbox.send('POST', '/plans/v1/commands/removeplan', { appliedPlanId: applied?.appliedPlanId });
    expect(await inPlan(600_001)).toEqual([]);
    expect(sandbox.emulator.state.forbiddenCalls).toHaveLength(2);
  });
});
