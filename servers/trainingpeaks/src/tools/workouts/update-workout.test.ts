import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const PLANNED = '3500000609';
const DONE = '3500000607';

function setup(options: Parameters<typeof connected>[0] = {}) {
  const server = connected(options);
  const row = (id: string) => server.me.workouts.row(server.me.workouts.find(Number(id))!);
  return { ...server, row };
}

describe('tp_update_workout', () => {
  it('sends the whole workout back, so that nothing which was not named is lost', async () => {
    const server = setup();
    const before = structuredClone(server.row(PLANNED));
    const { structured } = await server.call('tp_update_workout', { workout_id: PLANNED, title: 'Renamed' });
    const { title, lastModifiedDate, sharedWorkoutInformationExpireKey, ...rest } = server.row(PLANNED);
    expect(title).toBe('Renamed');
    expect(before).toMatchObject(rest);
    expect(structured).toMatchObject({
      written: true,
      changed: [{ field: 'title', before: '4 x 8 min threshold', after: 'Renamed' }],
    });
    expect(structured).not.toHaveProperty('notes');
    expect([lastModifiedDate, sharedWorkoutInformationExpireKey]).not.toContain(undefined);
  });

  it('never puts back what somebody else has changed since the workout was read', async () => {
    const server = setup();
    await server.call('tp_get_workout', { workout_id: PLANNED });
    server.row(PLANNED).coachComments = 'Written in the web application meanwhile';
    await server.call('tp_update_workout', { workout_id: PLANNED, title: 'Renamed' });
    expect(server.row(PLANNED)).toMatchObject({
      title: 'Renamed',
      coachComments: 'Written in the web application meanwhile',
    });
  });

  it('sends the structure as text, because an object is refused by some deployments', async () => {
    const server = setup();
    server.quirks.objectStructure = 'refused';
    const { structured } = await server.call('tp_update_workout', { workout_id: PLANNED, coach_comment: 'Easy gears' });
    expect(structured.workout).toMatchObject({ coach_comment: 'Easy gears', steps: expect.any(Array) });
  });

  it('moves a workout and keeps its time of day; the preview names what is on the new day', async () => {
    const server = setup();
    const move = { workout_id: PLANNED, date: '2026-10-20' };
    const { structured: preview } = await server.call('tp_update_workout', { ...move, dry_run: true });
    expect(JSON.stringify(preview)).toContain('The day already holds \\"5 x 4 min VO2max\\"');
    await server.call('tp_update_workout', move);
    expect(server.row(PLANNED)).toMatchObject({
      workoutDay: '2026-10-20T00:00:00',
      startTimePlanned: '2026-10-20T17:30:00',
    });
    await server.call('tp_update_workout', { workout_id: PLANNED, start_time: '06:15' });
    expect(server.row(PLANNED).startTimePlanned).toBe('2026-10-20T06:15:00');
  });

  it('leaves the recorded start of a done workout where it was, and says so', async () => {
    const server = setup();
    const move = { workout_id: DONE, date: '2026-10-12' };
    const { structured: preview } = await server.call('tp_update_workout', { ...move, dry_run: true });
    expect(JSON.stringify(preview)).toContain('The recorded start stays 2026-10-13T');
    await server.call('tp_update_workout', move);
    expect(server.row(DONE)).toMatchObject({
      workoutDay: '2026-10-12T00:00:00',
      startTime: expect.stringMatching(/^2026-10-13T/),
    });
  });

  it('says that a shorter planned time leaves the steps as they are', async () => {
    const { call } = setup();
    const { structured } = await call('tp_update_workout', { workout_id: PLANNED, duration_minutes: 60 });
    expect(structured.notes).toEqual([
      expect.stringContaining('The steps come to 73 min and the planned time is 60 min'),
    ]);
  });

  it('rewrites the session with its time, load and intensity, and removes it with an empty list', async () => {
    const server = setup();
    const steps = [{ for: '60min', at: '70% FTP', kind: 'active' }];
    const { structured } = await server.call('tp_update_workout', { workout_id: PLANNED, steps });
    expect(server.row(PLANNED)).toMatchObject({ totalTimePlanned: 1, tssPlanned: 49, ifPlanned: 0.7 });
    expect(structured.planned_by_two_counts).toEqual({ agree: true, by: 'power' });
    expect((structured.workout as { planned: object }).planned).toMatchObject({ time_s: 3600, tss: 49 });
    await server.call('tp_update_workout', { workout_id: PLANNED, steps: [] });
    expect(server.row(PLANNED)).toMatchObject({ structure: null, totalTimePlanned: 1 });
  });

  it('drops the intensity when a TSS is given, because it no longer belongs to it', async () => {
    const server = setup();
    const { structured } = await server.call('tp_update_workout', { workout_id: PLANNED, tss_planned: 100 });
    expect(server.row(PLANNED)).toMatchObject({ tssPlanned: 100, ifPlanned: null });
    expect(structured.changed).toContainEqual({ field: 'planned_intensity_factor', before: 0.834, after: null });
  });

  it('marks a workout as done by its planned time; the platform then works out compliance', async () => {
    const server = setup();
    const { structured } = await server.call('tp_update_workout', {
      workout_id: PLANNED,
      completed: true,
      actual: { rpe: 7 },
    });
    expect(server.row(PLANNED)).toMatchObject({ totalTime: 4380 / 3600, rpe: 7, completed: null });
    expect(structured.workout).toMatchObject({ status: 'done', compliance: { time_pct: 100 } });
  });

  it('edits what was done: TSS with its source, heart rate, feeling; 0 is a value', async () => {
    const server = setup();
    const actual = {
      tss: 0,
      tss_source_code: 4,
      average_hr_bpm: 131.5,
      feeling: 0,
      duration_minutes: 65,
      distance_km: 30.5,
    };
    const { structured } = await server.call('tp_update_workout', { workout_id: DONE, actual });
    expect(server.row(DONE)).toMatchObject({
      tssActual: 0,
      tssSource: 4,
      heartRateAverage: 131.5,
      feeling: 0,
      totalTime: 65 / 60,
      distance: 30_500,
    });
    expect(structured.workout).toMatchObject({ done: { tss: 0 }, feeling_0to10_direction_unknown: 0 });
  });

  it('changes the sport and drops the sub type of the old one, unless a new one is named', async () => {
    const server = setup();
    const { structured } = await server.call('tp_update_workout', { workout_id: PLANNED, sport: 'Run', dry_run: true });
    expect((structured.preview as { notes: string[] }).notes).toEqual([expect.stringContaining('written for Bike')]);
    await server.call('tp_update_workout', { workout_id: PLANNED, sport: 'MTB' });
    expect(server.row(PLANNED)).toMatchObject({ workoutTypeValueId: 8, workoutSubTypeId: null });
    await server.call('tp_update_workout', { workout_id: PLANNED, subtype: 'enduro' });
    expect(server.row(PLANNED)).toMatchObject({ workoutTypeValueId: 8, workoutSubTypeId: 15 });
  });

  it('writes nothing when nothing changes', async () => {
    const server = setup();
    const { structured } = await server.call('tp_update_workout', {
      workout_id: PLANNED,
      title: '4 x 8 min threshold',
    });
    expect(structured).toMatchObject({ written: false, notes: [expect.stringContaining('Nothing to change')] });
    expect(server.writes()).toEqual([]);
  });

  it('says what the platform did not keep', async () => {
    const server = setup();
    server.sandbox.emulator.faults.inject('http-404', { method: 'GET', path: /performancedata/ });
    const { structured } = await server.call('tp_update_workout', { workout_id: PLANNED, description: 'Text' });
    expect(structured.workout).toMatchObject({ description: 'Text' });
  });

  it('voids a preview when the workout changed meanwhile', async () => {
    const server = setup();
    const edit = { workout_id: PLANNED, title: 'Mine' };
    const { structured } = await server.call('tp_update_workout', { ...edit, dry_run: true });
    await server.call('tp_update_workout', { workout_id: PLANNED, description: 'Changed by somebody' });
    const { failure } = await server.call('tp_update_workout', { ...edit, preview_token: structured.preview_token });
    expect(failure?.kind).toBe('conflict');
  });

  it('leaves a workout alone that the coach locked, and refuses what makes no sense', async () => {
    const server = setup();
    const locked = String(server.newest(({ isLocked }) => isLocked === true).workoutId);
    expect((await server.call('tp_update_workout', { workout_id: locked, title: 'x' })).failure?.kind).toBe('blocked');
    const undone = await server.call('tp_update_workout', { workout_id: DONE, completed: false });
    expect(undone.failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('tp_unpair_workout') });
    const dayOff = String(server.newest(({ title }) => title === 'Day off').workoutId);
    const done = await server.call('tp_update_workout', { workout_id: dayOff, completed: true });
    expect(done.failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('duration_minutes') });
    const unknown = await server.call('tp_update_workout', { workout_id: DONE, actual: { watts: 200 } });
    expect(unknown.failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('average_power_w') });
    expect(server.writes()).toEqual([]);
  });
});
