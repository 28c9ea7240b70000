import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const draft = {
  date: '2026-10-22',
  sport: 'Bike',
  title: '2x20 sweet spot',
  subtype: 'Virtual',
  steps: [
    { for: '10min', at: '50-60% FTP', kind: 'warmup' },
    {
      repeat: 2,
      steps: [
        { for: '20min', at: '88-94% FTP', cadence: '85-95', kind: 'active' },
        { for: '5min', at: '50% FTP', kind: 'rest' },
      ],
    },
    { for: '10min', at: '50% FTP', kind: 'cooldown' },
  ],
};

const stored = (server: ReturnType<typeof connected>, title = draft.title) =>
  server.newest((row) => row.title === title);

describe('tp_create_workout', () => {
  it('previews steps, time, load and what else is on the day, and writes nothing', async () => {
    const server = connected();
    const { structured, text } = await server.call('tp_create_workout', {
      ...draft,
      date: '2026-10-20',
      dry_run: true,
    });
    const { diff, notes } = structured.preview as { diff: { field: string; after: unknown }[]; notes: string[] };
    const after = Object.fromEntries(diff.map((change) => [change.field, change.after]));
    expect(after).toMatchObject({ date: '2026-10-20', sport: 'Bike', planned_time_s: 4200, steps: draft.steps });
    expect(after.planned_tss).toBeGreaterThan(60);
    expect(notes.join()).toContain('The day already holds "5 x 4 min VO2max"');
    expect(server.writes()).toEqual([]);
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('writes it once, whole, with the numbers that the platform does not compute itself', async () => {
    const server = connected();
    const { structured } = await server.call('tp_create_workout', draft);
    expect(server.writes().filter(({ path }) => path.endsWith('/workouts'))).toHaveLength(1);
    expect(stored(server)).toMatchObject({
      workoutDay: '2026-10-22T00:00:00',
      workoutTypeValueId: 2,
      workoutSubTypeId: 49,
      totalTimePlanned: 4200 / 3600,
      ifPlanned: expect.any(Number),
      userTags: '',
      structure: { primaryIntensityMetric: 'percentOfFtp', primaryLengthMetric: 'duration' },
    });
    expect(structured).toMatchObject({
      written: true,
      workout: { title: draft.title, subtype: 'Virtual Bike', status: 'planned', steps: draft.steps },
    });
    expect(structured).not.toHaveProperty('notes');
  });

  it('gives planned time, TSS and intensity by both counts, the reason for the difference, and form of the day', async () => {
    const server = connected();
    const steps = [
      {
        repeat: 10,
        steps: [
          { for: '30s', at: '150% FTP' },
          { for: '30s', at: '50% FTP' },
        ],
      },
    ];
    const { structured } = await server.call('tp_create_workout', { ...draft, title: 'Micro', steps });
    const counts = structured.planned_by_two_counts as Record<string, Record<string, number>>;
    expect(counts.trainingpeaks).toMatchObject({ time_s: 600, tss: stored(server, 'Micro').tssPlanned });
    expect(counts.own!.tss).toBeLessThan(counts.trainingpeaks!.tss!);
    expect(counts.why).toContain('smooths power over 30 s');
    expect(structured.form_on_day).toMatchObject({
      date: '2026-10-22',
      ctl: expect.any(Number),
      form: expect.any(Number),
    });
  });

  it('does not double the workout when the call is repeated, also after a lost answer', async () => {
    const server = connected();
    server.sandbox.emulator.faults.inject('http-500', { method: 'POST', path: /workouts$/, times: 1 });
    expect((await server.call('tp_create_workout', draft)).failure?.kind).toBe('ambiguous_write');
    await server.call('tp_create_workout', draft);
    const again = await server.call('tp_create_workout', draft);
    expect(again.structured).toMatchObject({ written: false, notes: [expect.stringContaining('already on that day')] });
    const rows = objects((await server.call('tp_get_workouts', { oldest: draft.date, newest: draft.date })).structured);
    expect(rows.filter(({ title }) => title === draft.title)).toHaveLength(1);
    const other = await server.call('tp_create_workout', { ...draft, steps: draft.steps.slice(0, 2) });
    expect(other.structured.written).toBe(true);
  });

  it('plans distance steps with begin and end in metres, and the time of the athlete’s threshold pace', async () => {
    const server = connected();
    const steps = [
      { for: '1km', at: '65-75% pace', kind: 'warmup' },
      {
        repeat: 5,
        steps: [
          { for: '800mtr', at: '100-105% pace' },
          { for: '400mtr', at: '60-70% pace', kind: 'rest' },
        ],
      },
    ];
    const { structured } = await server.call('tp_create_workout', { ...draft, sport: 'Run', subtype: 'Track', steps });
    const row = stored(server);
    expect(row).toMatchObject({ distancePlanned: 7000, workoutSubTypeId: 11 });
    expect(row.structure).toMatchObject({
      primaryLengthMetric: 'distance',
      visualizationDistanceUnit: 'kilometer',
      structure: [
        { begin: 0, end: 1000 },
        { begin: 1000, end: 7000, length: { value: 5 } },
      ],
    });
    expect(structured.workout).toMatchObject({ planned: { distance_km: 7, time_s: expect.any(Number) }, steps });
  });

  it('keeps open steps, RPE, percent of maximum heart rate and cadence', async () => {
    const server = connected();
    const hr = [
      { for: 'lap 10min', at: '70-80% HRmax' },
      { for: '20min', at: '85% HRmax', cadence: '90' },
    ];
    await server.call('tp_create_workout', { ...draft, title: 'By heart', steps: hr });
    expect(stored(server, 'By heart').structure).toMatchObject({
      primaryIntensityMetric: 'percentOfMaxHr',
      structure: [
        { steps: [{ openDuration: true, length: { value: 600, unit: 'second' } }] },
        { steps: [{ targets: [{ minValue: 85 }, { minValue: 90, unit: 'roundOrStridePerMinute' }] }] },
      ],
    });
    const { structured } = await server.call('tp_create_workout', {
      ...draft,
      title: 'By feel',
      steps: [{ for: '30min', at: 'RPE 4-5' }],
    });
    expect(stored(server, 'By feel')).toMatchObject({ tssPlanned: null, structure: { primaryIntensityMetric: 'rpe' } });
    expect((structured.planned_by_two_counts as { why: string }).why).toContain('tss_planned');
  });

  it('says what a ramp and a target of another sort become', async () => {
    const { call } = connected();
    const steps = [
      { for: '10min', at: 'ramp 50-70% FTP' },
      { for: '10min', at: '90% FTP' },
      { for: '5min', at: 'RPE 3' },
    ];
    const { structured } = await call('tp_create_workout', { ...draft, steps });
    const notes = (structured.notes as string[]).join('\n');
    expect(notes).toMatch(/steps\[0\]: the ramp is written as \d+ level steps/);
    expect(notes).toContain('steps[2]: RPE 3: a workout has one intensity metric');
  });

  it('turns watts into percent of the athlete’s own FTP', async () => {
    const server = connected();
    const ftp = server.truth.ftpSettingOn('2026-10-14');
    await server.call('tp_create_workout', { ...draft, steps: [{ for: '20min', at: `${ftp}W` }] });
    expect(stored(server).structure).toMatchObject({
      structure: [{ steps: [{ targets: [{ minValue: 100, maxValue: 100 }] }] }],
    });
  });

  it('takes the structure of the platform as it is, and the simple form of other tools', async () => {
    const server = connected();
    const native = server.newest(
      ({ structure, workoutTypeValueId }) => structure !== null && workoutTypeValueId === 2,
    ).structure;
    const { steps: _none, ...plain } = draft;
    await server.call('tp_create_workout', { ...plain, title: 'Native', structure: native });
    expect(stored(server, 'Native').structure).toEqual(native);
    const structure = JSON.stringify({
      steps: [
        { name: 'Easy', duration_seconds: 600, intensity_min: 40, intensity_max: 55, intensityClass: 'warmUp' },
        {
          type: 'repetition',
          reps: 3,
          steps: [{ name: 'Hard', duration_seconds: 400, intensity_min: 85, intensity_max: 95 }],
        },
      ],
    });
    const { structured } = await server.call('tp_create_workout', {
      ...plain,
      title: 'Simple',
      structure,
    });
    expect(structured.workout).toMatchObject({
      steps: [
        { for: '10min', at: '40-55% FTP', kind: 'warmup', name: 'Easy' },
        { repeat: 3, steps: [{ for: '6m40s', at: '85-95% FTP', name: 'Hard' }] },
      ],
    });
    const broken = await server.call('tp_create_workout', {
      ...plain,
      structure: { structure: [{}] },
    });
    expect(broken.failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('incomplete') });
    expect((await server.call('tp_create_workout', { ...draft, structure: native })).failure?.kind).toBe('bad_input');
  });

  it('plans without steps: a day off, a distance only, a given TSS, which leaves no intensity', async () => {
    const server = connected();
    await server.call('tp_create_workout', { date: draft.date, sport: 'Day Off', title: 'Rest' });
    expect(stored(server, 'Rest')).toMatchObject({ workoutTypeValueId: 7, totalTimePlanned: null });
    const ride = {
      date: draft.date,
      sport: 'Bike',
      title: 'Long',
      distance_km: 100,
      tss_planned: 180,
      start_time: '07:30',
    };
    await server.call('tp_create_workout', ride);
    expect(stored(server, 'Long')).toMatchObject({
      distancePlanned: 100_000,
      tssPlanned: 180,
      ifPlanned: null,
      startTimePlanned: '2026-10-22T07:30:00',
    });
    await server.call('tp_create_workout', { date: draft.date, sport: 'Strength', title: 'Asana', subtype: 'Yoga' });
    expect(stored(server, 'Asana')).toMatchObject({ workoutTypeValueId: 29, workoutSubTypeId: 22 });
  });

  it('is taken by a deployment that refuses bodies with keys left out', async () => {
    const server = connected();
    server.quirks.refusesSparseWorkouts = true;
    server.quirks.objectStructure = 'refused';
    expect((await server.call('tp_create_workout', draft)).structured.written).toBe(true);
  });

  it('asks before it writes to somebody else’s calendar, with that athlete’s thresholds', async () => {
    const server = connected({ account: 'coach' });
    const [athlete] = server.world.athletes.filter(({ standing }) => standing === 'roster');
    const { structured } = await server.call('tp_create_workout', { ...draft, athlete: String(athlete!.id) });
    expect((structured.preview as { summary: string }).summary).toContain(`for ${athlete!.profile.name}`);
    const { structured: done } = await server.call('tp_create_workout', {
      ...draft,
      athlete: String(athlete!.id),
      preview_token: structured.preview_token,
    });
    expect(done).toMatchObject({ written: true, athlete: { id: String(athlete!.id) } });
    expect(server.me.workouts.list().some((each) => server.me.workouts.row(each).title === draft.title)).toBe(false);
  });

  it('warns a basic account before it plans further than tomorrow, and says why it was refused', async () => {
    const server = connected({ account: 'basic' });
    const { structured } = await server.call('tp_create_workout', { ...draft, dry_run: true });
    expect((structured.preview as { notes: string[] }).notes.join()).toContain(
      'A basic account can plan until tomorrow',
    );
    const { failure } = await server.call('tp_create_workout', draft);
    expect(failure).toMatchObject({ kind: 'forbidden', message: expect.stringContaining('premium') });
    const today = await server.call('tp_create_workout', { ...draft, date: '2026-10-14' });
    expect(today.structured.written).toBe(true);
  });

  it('names the step that cannot be read, the sport that does not exist, and the sub types there are', async () => {
    const { call, writes } = connected();
    const step = await call('tp_create_workout', { ...draft, steps: [{ for: '20 mins hard' }] });
    expect(step.failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('steps') });
    const sport = await call('tp_create_workout', { ...draft, sport: 'Bikke' });
    expect(sport.failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('Bike') });
    const sub = await call('tp_create_workout', { ...draft, subtype: 'Trail Run' });
    expect(sub.failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('Gravel') });
    const rpe = await call('tp_create_workout', { ...draft, actual: { rpe: 11 } });
    expect(rpe.failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('0 to 10') });
    expect(writes()).toEqual([]);
  });
});
