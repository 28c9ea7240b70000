import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

const draft = {
  name: 'Over and under',
  steps: [
    { for: '10min', at: 'Z2 power', kind: 'warmup' },
    {
      repeat: 3,
      steps: [
        { for: '12min', at: '88-94% FTP', cadence: '85-95', kind: 'active' },
        { for: '4min', at: '50% FTP', kind: 'rest' },
      ],
    },
    { for: '10min', at: '100-120bpm', kind: 'cooldown' },
  ],
};

function connected(region: 'cn' | 'intl' = 'cn', settings: object = {}) {
  const platform = sandboxPlatform({ region });
  const server = connect(provider, { ...platform, settings: { ...platform.settings, ...settings } });
  const { courses } = platform.sandbox.emulator.state;
  const writes = () => platform.sandbox.emulator.requests.filter(({ path }) => path.endsWith('EditCustomWorkOut'));
  const newest = () => [...courses.list()].sort((a, b) => b.id - a.id)[0];
  return { ...server, courses, writes, newest, lthr: platform.sandbox.athlete.profile.lthrRide };
}

describe('igp_create_workout', () => {
  it.each(['cn', 'intl'] as const)('writes it once, in %s, and shows what iGPSport holds', async (region) => {
    const server = connected(region);
    const { structured, text } = await server.call('igp_create_workout', draft);
    const stored = server.courses.list().find(({ title }) => title === draft.name);
    expect(structured).not.toHaveProperty('notes');
    expect(structured).toMatchObject({
      written: true,
      workout: {
        workout_id: String(stored?.id),
        name: draft.name,
        sport: 'bike',
        planned_time_s: 600 + 3 * (720 + 240) + 600,
        steps: draft.steps,
      },
    });
    expect(stored?.structure[1]).toMatchObject({
      type: 'Repetition',
      length: { unit: 'Repetition', value: 3 },
      steps: [
        { intensityTarget: { unit: 'PercentOfFTP', minValue: 88, maxValue: 94 }, cadenceTarget: { minValue: 85 } },
        {},
      ],
    });
    expect(server.writes()).toHaveLength(1);
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('previews steps and time and writes nothing, and commits with the token of the preview', async () => {
    const server = connected();
    const { structured } = await server.call('igp_create_workout', { ...draft, dry_run: true });
    expect(structured).toMatchObject({
      written: false,
      preview: {
        summary: 'Put the workout "Over and under" into iGPSport',
        diff: expect.arrayContaining([
          { field: 'planned_time_s', before: null, after: 4080 },
          { field: 'steps', before: null, after: draft.steps },
        ]),
      },
    });
    expect(server.writes()).toEqual([]);
    const { preview_token } = structured;
    expect((await server.call('igp_create_workout', { ...draft, preview_token })).structured.written).toBe(true);
  });

  it('does not double the workout when the call is repeated, and takes other steps for another workout', async () => {
    const server = connected();
    await server.call('igp_create_workout', draft);
    const again = await server.call('igp_create_workout', draft);
    expect(again.structured).toMatchObject({ written: false, notes: [expect.stringContaining('nothing was written')] });
    expect(server.writes()).toHaveLength(1);
    const other = await server.call('igp_create_workout', { ...draft, steps: draft.steps.slice(1) });
    expect(other.structured.written).toBe(true);
    expect(server.courses.list().filter(({ title }) => title === draft.name)).toHaveLength(2);
  });

  it('says what a course cannot hold: ramps, and nested repeats, which iGPSport would drop', async () => {
    const server = connected();
    const set = { repeat: 2, steps: [{ for: '30s', at: '120% FTP' }] };
    const steps = [
      { for: '10min', at: 'ramp 50-70% FTP' },
      { repeat: 2, steps: [set, { for: '5min', at: 'RPE 3' }] },
    ];
    const { structured } = await server.call('igp_create_workout', { name: 'Ramp', steps });
    const notes = (structured.notes as string[]).join('\n');
    expect(notes).toMatch(/^Approximated: steps\[0\]: the ramp is written as \d+ level steps$/m);
    expect(notes).toMatch(/^Unrolled: steps\[1\]: /m);
    expect(notes).toMatch(/RPE/);
    expect(notes).not.toMatch(/sent .*, stored/);
  });

  it('turns percentages of threshold heart rate into bpm by the setting before the profile', async () => {
    const steps = [{ for: '10min', at: '95-105% LTHR' }];
    const byProfile = connected();
    await byProfile.call('igp_create_workout', { name: 'Threshold', steps });
    const low = Math.floor(byProfile.lthr * 0.95 + 0.5);
    expect(byProfile.newest()?.structure[0]).toMatchObject({ intensityTarget: { minValue: low } });
    const bySetting = connected('cn', { lthr: 150 });
    await bySetting.call('igp_create_workout', { name: 'Threshold', steps });
    expect(bySetting.newest()?.structure[0]).toMatchObject({ intensityTarget: { minValue: 143, maxValue: 158 } });
  });

  it('adds an iCalendar event of the day asked for', async () => {
    const { structured } = await connected().call('igp_create_workout', { ...draft, date: '2026-10-20' });
    expect(structured.calendar_text).toMatch(/^BEGIN:VCALENDAR\n[\s\S]*DTSTART;VALUE=DATE:20261020\n/);
    expect(structured.calendar_text).toContain('SUMMARY:Over and under');
    expect(structured.notes).toEqual([expect.stringContaining('.ics file')]);
  });

  it('speaks Chinese when asked to', async () => {
    const server = connected('cn', { lang: 'zh' });
    const { structured } = await server.call('igp_create_workout', { ...draft, dry_run: true });
    expect(structured.preview).toMatchObject({ summary: '在 iGPSport 中创建训练课程“Over and under”' });
  });

  it('refuses a step it cannot read, names it, and shows the form that works', async () => {
    const server = connected();
    const { failure } = await server.call('igp_create_workout', { ...draft, steps: [{ for: '20 mins hard' }] });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('steps[0]') });
    expect((await server.call('igp_create_workout', { ...draft, steps: [] })).failure?.kind).toBe('bad_input');
    expect(server.writes()).toEqual([]);
  });
});
