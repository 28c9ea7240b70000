import { beforeEach, describe, expect, it } from 'vitest';
import { plannedWorkout, type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
let wid: unknown;
const ALL = '/fitness/v6/athletes/1200001/workouts';
beforeEach(async () => {
  sandbox = testSandbox();
  wid = (await sandbox.call('POST', ALL, plannedWorkout())).workoutId;
});

describe('behaviour 15: comments of a workout', () => {
  it('come back as the entire thread after a POST, and are on the workout', async () => {
    const path = `/fitness/v2/athletes/1200001/workouts/${wid}/comments`;
    await sandbox.send('POST', path, { value: 'First' });
    const thread = await sandbox.call<Row[]>('POST', path, { Value: 'Second' });
    expect(thread.map(({ comment }) => comment)).toEqual(['First', 'Second']);
    expect((await sandbox.get(`${ALL}/${wid}`)).workoutComments).toEqual(thread);
    expect(await sandbox.status('DELETE', `${path}/${thread[0]?.id}`)).toBe(204);
    expect((await sandbox.get<{ workoutComments: Row[] }>(`${ALL}/${wid}`)).workoutComments).toHaveLength(1);
  });

  it('are not read from v2, unless the deployment allows it', async () => {
    const path = `/fitness/v2/athletes/1200001/workouts/${wid}/comments`;
    expect(await sandbox.refusal('GET', path)).toEqual({ status: 405, text: '' });
    sandbox.quirks.commentThreadReadable = true;
    expect(await sandbox.status('GET', path)).toBe(200);
  });

  it('of a coach on an athlete’s workout say so', async () => {
    const coach = testSandbox({ account: 'coach' });
    const path = '/fitness/v6/athletes/2400011/workouts';
    const row = await coach.call('POST', path, plannedWorkout({ athleteId: 2_400_011 }));
    const thread = await coach.call<Row[]>('POST', `/fitness/v2/athletes/2400011/workouts/${row.workoutId}/comments`, {
      value: 'Well done',
    });
    expect(thread[0]).toMatchObject({ isCoach: true, commenterPersonId: 1_200_001 });
  });
});

describe('behaviour 16: the private note', () => {
  it('is written with an empty 200, read back, and cleared by an empty text', async () => {
    const path = `/fitness/v6/workouts/${wid}/privateWorkoutNote`;
    expect(await sandbox.get(path)).toEqual({ note: null, dateTimeUpdatedUtc: null });
    expect(await sandbox.refusal('PUT', path, { note: 'Sore' })).toEqual({ status: 200, text: '' });
    expect(await sandbox.get(path)).toEqual({ note: 'Sore', dateTimeUpdatedUtc: '2026-10-14T09:00:00' });
    expect((await sandbox.get(`${ALL}/${wid}`)).hasPrivateWorkoutNoteForCaller).toBe(true);
    await sandbox.send('PUT', path, { note: '' });
    expect(await sandbox.get(path)).toMatchObject({ note: null });
  });
});

describe('behaviour 18: pairing', () => {
  it('keeps the completed id, removes the planned one, and can be taken back', async () => {
    const done = await sandbox.call(
      'POST',
      ALL,
      plannedWorkout({ totalTime: 1, totalTimePlanned: null, title: 'Ride' }),
    );
    const body = { athleteId: 1_200_001, completedWorkoutId: done.workoutId, plannedWorkoutId: wid };
    const commands = '/fitness/v6/athletes/1200001/commands/workouts';
    const merged = await sandbox.call('POST', `${commands}/combine`, body);
    expect(merged).toMatchObject({ workoutId: done.workoutId, title: 'Sweet spot', complianceDurationPercent: 80 });
    expect(await sandbox.status('GET', `${ALL}/${wid}`)).toBe(400);
    const apart = await sandbox.call<{ completedWorkouts: Row[]; plannedWorkout: Row }>(
      'POST',
      `${commands}/${done.workoutId}/split`,
    );
    expect(apart.completedWorkouts).toMatchObject([
      { workoutId: done.workoutId, totalTimePlanned: null, totalTime: 1 },
    ]);
    expect(apart.plannedWorkout).toMatchObject({ totalTimePlanned: 1.25, totalTime: null });
  });
});
