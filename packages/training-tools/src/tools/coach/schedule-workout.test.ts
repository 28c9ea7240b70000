import { describe, expect, it } from 'vitest';
import { connectMemory, objects, session } from '../../testing/index.ts';

const person = (id: string, given: object = {}) => ({
  id,
  name: `Name ${id}`,
  tags: ['threshold'],
  lastSeen: null,
  email: null,
  mayWrite: true,
  ...given,
});
const server = () =>
  connectMemory({
    people: [person('a'), person('b'), person('c', { mayWrite: false }), person('d'), person('e', { tags: [] })],
    calendars: { a: [session({ id: 's', day: '2026-10-20', name: 'Long run' })], b: [] },
    closed: ['d'],
  });
const args = {
  date: '2026-10-20',
  tag: 'threshold',
  sport: 'ride',
  name: '4 x 8',
  steps: [
    {
      repeat: 4,
      steps: [
        { for: '8min', at: '100% FTP' },
        { for: '4min', at: '50% FTP' },
      ],
    },
  ],
};

describe('schedule_workout', () => {
  it('shows everybody in one preview and writes nothing', async () => {
    const there = server();
    const { structured } = await there.call('mem_schedule_workout', args);
    expect(structured).toMatchObject({
      written: false,
      preview: {
        summary: 'Plan "4 x 8" (ride) on 2026-10-20 for 2 of 4 athletes',
        diff: [
          { field: 'Name a (a)', before: 'also that day: Long run', after: '4 x 8 · 60 min · planned load 70' },
          { field: 'Name b (b)', before: null },
        ],
        notes: [
          expect.stringContaining('Ask the coach: do you prescribe by zone number'),
          'Name c: not allowed to write',
          'Name d: could not be read',
        ],
      },
    });
    expect(there.asked.has('calendar.addSession')).toBe(false);
  });

  it('plans for each with a result for each; the same call again changes nothing', async () => {
    const there = server();
    const { structured: preview } = await there.call('mem_schedule_workout', args);
    const commit = { ...args, preview_token: preview.preview_token };
    const { structured } = await there.call('mem_schedule_workout', commit);
    expect(objects(structured).map(({ athlete_id, result }) => [athlete_id, result])).toEqual([
      ['a', 'planned'],
      ['b', 'planned'],
      ['c', 'not allowed to write'],
      ['d', 'could not be read'],
    ]);
    const again = await there.call('mem_schedule_workout', commit);
    expect(again.structured.written).toBe(false);
    expect(objects(again.structured)[0]).toMatchObject({ result: 'already there', session_id: 'w1' });
    expect(there.asked.get('calendar.addSession')).toBe(2);
  });

  it('reads back what was written, and says of each what the platform made of it', async () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => person(id));
    const steps = ['Step 2 is missing.', 'Load is 66.', 'The name is cut.', 'The text is cut.', 'The day is another.'];
    const there = connectMemory({ people, kept: { b: steps, c: 'unreadable', d: 'lost' } });
    const { structured: preview } = await there.call('mem_schedule_workout', args);
    const { structured } = await there.call('mem_schedule_workout', { ...args, preview_token: preview.preview_token });
    expect(objects(structured).map(({ result }) => result)).toEqual([
      'planned',
      'planned, but Memory understood it otherwise: Step 2 is missing. Load is 66. The name is cut. And 2 more.',
      'planned, but it could not be read back: look at it in a minute',
      'failed: The answer was lost; the same call again does not double it',
    ]);
    expect(structured.coverage).toEqual({ athletes: 4, planned: 3, not_known_to_be_as_sent: 2, not_planned: 1 });
  });

  it('asks for the style of prescribing when nobody has said, and remembers what was gone on with', async () => {
    const there = server();
    const { structured: preview } = await there.call('mem_schedule_workout', args);
    const [question] = (preview.preview as { notes: string[] }).notes;
    expect(question).toContain('by zone number ("Z4 power") or in % of threshold ("95% FTP")?');
    expect(question).toContain('The other way: mem_set_preferences {"targets":"zone"}');
    expect((await there.call('mem_get_preferences', {})).structured.preferences).toMatchObject({ targets: null });
    const { structured } = await there.call('mem_schedule_workout', { ...args, preview_token: preview.preview_token });
    expect(structured.notes).toContain('Remembered on this machine: you prescribe in % of threshold ("95% FTP").');
    expect((await there.call('mem_get_preferences', {})).structured.preferences).toMatchObject({ targets: 'percent' });
    const next = await there.call('mem_schedule_workout', { ...args, date: '2026-10-21' });
    expect(next.text).toContain('as you prescribe');
    expect(next.text).not.toContain('Ask the coach');
  });

  it('asks back about a session that is not written as the coach prescribes, and keeps the style', async () => {
    const there = server();
    await there.call('mem_set_preferences', { targets: 'zone' });
    const { structured: preview } = await there.call('mem_schedule_workout', args);
    expect(JSON.stringify(preview.preview)).toContain('Is that meant?');
    await there.call('mem_schedule_workout', { ...args, preview_token: preview.preview_token });
    expect((await there.call('mem_get_preferences', {})).structured.preferences).toMatchObject({ targets: 'zone' });
  });

  it.each([
    ['text', { sport: 'strength', steps: [], text: '3 x 8 squats' }],
    ['effort alone', { steps: [{ for: '8min', at: 'RPE 7' }] }],
    [
      'both forms',
      {
        steps: [
          { for: '8min', at: 'Z4 power' },
          { for: '8min', at: '90% FTP' },
        ],
      },
    ],
  ])('learns nothing from %s', async (_what, given) => {
    const there = server();
    const { steps, ...rest } = { ...args, ...given };
    const call = { ...rest, ...(steps.length > 0 && { steps }) };
    const { structured: preview, failure } = await there.call('mem_schedule_workout', call);
    expect(failure?.toText()).toBeUndefined();
    expect(JSON.stringify(preview.preview)).not.toContain('prescribe');
    await there.call('mem_schedule_workout', { ...call, preview_token: preview.preview_token });
    expect((await there.call('mem_get_preferences', {})).structured.preferences).toMatchObject({ targets: null });
  });

  it('plans strength as text, and a workout of the library', async () => {
    const strength = { date: '2026-10-20', athletes: ['b'], sport: 'strength', name: 'Gym', text: '3 x 8 squats' };
    const { structured } = await server().call('mem_schedule_workout', strength);
    expect(structured.preview).toMatchObject({ diff: [{ field: 'Name b (b)', after: 'Gym' }] });
    const { failure } = await server().call('mem_schedule_workout', {
      date: '2026-10-20',
      athletes: ['b'],
      library_workout_id: '77',
    });
    expect(failure?.kind).toBe('not_found');
  });

  it.each([
    [{ tag: undefined }, 'Neither athletes nor tag'],
    [{ tag: undefined, athletes: ['Name'] }, 'athletes match'],
    [{ date: '2026-10-01' }, 'lies before today'],
    [{ name: undefined }, 'A session needs'],
    [{ steps: [{ for: '8min', at: 'very hard' }] }, 'at'],
  ])('refuses %j', async (wrong, says) => {
    const { failure } = await server().call('mem_schedule_workout', { ...args, ...wrong });
    expect(failure?.toText()).toContain(says);
  });
});
