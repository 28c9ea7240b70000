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
    expect(structured).not.toHaveProperty('notes');
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

  it('refuses a step it cannot read, names it, and shows the form that works', async () => {
    const steps = [{ for: '20 mins hard' }];
    const { failure } = await connected().call('icu_create_planned_workout', { ...draft, steps });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('steps[0]') });
  });
});
