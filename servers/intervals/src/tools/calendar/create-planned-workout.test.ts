import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

const draft = {
  date: '2026-10-20',
  sport: 'Ride',
  name: '2x20 sweet spot',
  steps: [
    { for: '15min', at: 'ramp 50-75% FTP', kind: 'warmup' },
    {
      repeat: 2,
      steps: [
        { for: '20min', at: '88-94% FTP' },
        { for: '5min', at: '50% FTP' },
      ],
    },
    { for: '10min', at: '50% FTP', kind: 'cooldown' },
  ],
};

describe('icu_create_planned_workout', () => {
  it('previews steps, time, load and conflicts, and writes nothing', async () => {
    const server = connected();
    const { structured, text } = await server.call('icu_create_planned_workout', { ...draft, dry_run: true });
    const { diff, notes } = structured.preview as { diff: { field: string; after: unknown }[]; notes: string[] };
    expect(diff.find(({ field }) => field === 'planned_time_s')?.after).toBe(4500);
    expect(diff.find(({ field }) => field === 'text')?.after).toContain('2x\n- 20m 88-94%\n- 5m 50%');
    expect(notes.join()).toContain('The day already holds "5 x 4 min VO2max"');
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('writes it once, and reports what the platform understood', async () => {
    const server = connected();
    const { structured } = await server.call('icu_create_planned_workout', draft);
    expect(structured).toMatchObject({
      written: true,
      workout: { date: '2026-10-20', name: '2x20 sweet spot', planned_time_s: 4500, steps: draft.steps },
    });
    expect(structured.notes).toEqual([expect.stringContaining('The day already holds "5 x 4 min VO2max"')]);
    expect(server.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  it('does not double the workout when the call is repeated', async () => {
    const server = connected();
    await server.call('icu_create_planned_workout', draft);
    const again = await server.call('icu_create_planned_workout', draft);
    expect(again.structured).toMatchObject({ written: false, notes: [expect.stringContaining('already on that day')] });
    const { structured } = await server.call('icu_get_calendar_events', { oldest: draft.date, newest: draft.date });
    expect(objects(structured).filter(({ name }) => name === draft.name)).toHaveLength(1);
  });

  it('computes the load with the athlete’s FTP', async () => {
    const server = connected();
    const steps = [{ for: '60min', at: '100% FTP' }];
    const { structured } = await server.call('icu_create_planned_workout', { ...draft, name: 'Hour', steps });
    expect(structured.workout).toMatchObject({ planned_load: 100, planned_intensity_pct: 100 });
    expect(server.truth.ftpSettingOn(TODAY)).toBeGreaterThan(0);
  });

  it('asks before it writes to somebody else’s calendar', async () => {
    const server = connected();
    const { structured } = await server.call('icu_create_planned_workout', { ...draft, athlete: 'Luka Horvat' });
    expect(structured).toMatchObject({
      written: false,
      preview: { summary: expect.stringContaining('for Luka Horvat') },
    });
  });

  it('says what the text form loses', async () => {
    const server = connected();
    const steps = [{ for: '30min', at: 'RPE 7' }];
    const { structured } = await server.call('icu_create_planned_workout', { ...draft, steps, dry_run: true });
    expect(JSON.stringify(structured.preview)).toMatch(/RPE/);
  });

  it('takes a session in words, and says that no device gets it', async () => {
    const strength = { date: '2026-10-21', sport: 'WeightTraining', name: 'Legs', steps: [], description: 'Squat 3x8' };
    const { structured } = await connected().call('icu_create_planned_workout', strength);
    expect(structured).toMatchObject({
      written: true,
      workout: { sport: 'WeightTraining', text: 'Squat 3x8', device: 'no steps, nothing to send' },
    });
    expect(structured.workout).not.toHaveProperty('planned_time_s');
  });

  it('keeps words words: lines that the platform would read as steps stay text', async () => {
    const strength = {
      date: '2026-10-21',
      sport: 'WeightTraining',
      name: 'Legs',
      steps: [],
      description: '- 10m squat',
    };
    const { structured } = await connected().call('icu_create_planned_workout', strength);
    expect(structured.workout).not.toHaveProperty('steps');
    expect(structured.notes).toEqual([expect.stringContaining('so that they stay text')]);
  });

  it('refuses neither steps nor words, and says what works', async () => {
    const nothing = { date: '2026-10-21', sport: 'WeightTraining', name: 'Legs', steps: [] };
    const { failure } = await connected().call('icu_create_planned_workout', nothing);
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('steps: [] with a description') });
  });

  it.each([
    [
      'a swim',
      'Swim',
      [
        { for: '400mtr', at: '85% pace' },
        {
          repeat: 8,
          steps: [
            { for: '100mtr', at: '100% pace' },
            { for: '20s', kind: 'rest' },
          ],
        },
      ],
    ],
    [
      'a run by pace',
      'Run',
      [
        { for: '15min', at: 'Z2 pace' },
        { for: '2km', at: '4:20-4:10/km' },
      ],
    ],
    [
      'a run by heart rate',
      'Run',
      [
        { for: '10min', at: 'Z1 HR' },
        { for: '40min', at: '80-85% LTHR' },
        { for: '10min', at: '70% HRmax' },
      ],
    ],
    [
      'ramps, free riding and cadence',
      'Ride',
      [
        { for: '10min', at: 'ramp 40-70% FTP' },
        { for: '5min', at: 'free' },
        { for: '30s', at: '120% FTP', cadence: '100-110' },
      ],
    ],
  ])('reads back %s as it was sent', async (_what, sport, steps) => {
    const { structured } = await connected().call('icu_create_planned_workout', {
      date: '2026-10-21',
      sport,
      name: 'As sent',
      steps,
    });
    expect(structured.workout).toMatchObject({ steps, device: 'goes to Garmin' });
    expect(JSON.stringify(structured.notes ?? [])).not.toContain('stored');
  });

  it('writes repeats inside repeats out, and says so', async () => {
    const inner = {
      repeat: 3,
      steps: [
        { for: '30s', at: '120% FTP' },
        { for: '30s', at: '50% FTP' },
      ],
    };
    const steps = [{ repeat: 2, steps: [inner, { for: '5min', at: '50% FTP' }] }];
    const { structured, text } = await connected().call('icu_create_planned_workout', { ...draft, steps });
    expect(structured.workout).toMatchObject({ steps: [inner, steps[0]!.steps[1], inner, steps[0]!.steps[1]] });
    expect(text).toContain('repeats do not nest');
  });

  it('says in one sentence which steps give no load; a rest gives none as a matter of course', async () => {
    const steps = [
      { for: '5min', kind: 'rest' },
      { for: '20min', at: '90% FTP' },
      { for: '5min' },
      { for: '5min', at: 'free' },
    ];
    const { structured } = await connected().call('icu_create_planned_workout', { ...draft, steps });
    const told = (structured.notes as string[]).filter((note) => note.startsWith('No planned load from'));
    expect(told).toEqual([expect.stringContaining('steps[2], steps[3]: ')]);
  });

  it('warns of a day that is past', async () => {
    const { structured } = await connected().call('icu_create_planned_workout', { ...draft, date: '2026-10-13' });
    expect(structured.notes).toContain('Tue 2026-10-13 is past: today is Wed 2026-10-14.');
    expect(structured.workout).toMatchObject({ device: 'its day is past, nothing is sent' });
  });

  it('refuses a step it cannot read, names it, and shows the form that works', async () => {
    const steps = [{ for: '20 mins hard' }];
    const { failure } = await connected().call('icu_create_planned_workout', { ...draft, steps });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('steps[0]') });
  });
});
