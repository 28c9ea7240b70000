import { readWorkout } from '@core/workouts';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../test/connected.ts';
import { calendarWriter } from './calendar-writer.ts';

const DAY = '2026-10-21';

/** The writer with leave to write, as a tool has it after its change was confirmed. */
function writing() {
  const server = connected({ account: 'coach' });
  const scope = { signal: AbortSignal.timeout(10_000), mayWrite: () => true, forWrite: true };
  const port = server.runtime.connection.port(scope);
  const who = { id: String(server.sandbox.athleteId), name: 'Maja Demo' };
  const stored = async (day: string) => (await port.workouts.list({ athlete: who.id, oldest: day, newest: day })).items;
  return { ...server, port, who, write: calendarWriter(port), stored };
}

const intervals = {
  day: DAY,
  family: 'ride',
  name: '4 x 8 threshold',
  workout: readWorkout({
    sport: 'bike',
    name: '4 x 8 threshold',
    steps: [
      {
        repeat: 4,
        steps: [
          { for: '8min', at: '100% FTP' },
          { for: '4min', at: '50% FTP' },
        ],
      },
    ],
  }),
} as const;
const strength = { day: DAY, family: 'strength', name: 'Gym', text: '3 x 8 squats' } as const;

describe('writes to the calendar of TrainingPeaks', () => {
  it.each([
    ['a session with steps', intervals],
    ['strength as text', strength],
  ])('finds %s that an earlier write made, and makes no second one', async (_what, draft) => {
    const { write, who, stored, changes } = writing();
    expect(await write.find!(who, draft, 'k')).toBeNull();
    const id = await write.addSession(who, draft, 'k');
    expect(await write.find!(who, draft, 'k')).toBe(id);
    expect(await write.addSession(who, draft, 'k')).toBe(id);
    expect((await stored(DAY)).filter(({ title }) => title === draft.name)).toHaveLength(1);
    expect(changes()).toHaveLength(1);
  });

  it('takes a session of another name, sport, day or other steps for another one', async () => {
    const { write, who } = writing();
    await write.addSession(who, intervals, 'k');
    const { workout, ...without } = intervals;
    const shorter = readWorkout({ sport: 'bike', name: workout.name ?? '', steps: [{ for: '8min', at: '100% FTP' }] });
    for (const other of [
      { ...intervals, name: '4 x 8' },
      { ...intervals, family: 'run' as const },
      { ...intervals, day: '2026-10-22' },
      { ...intervals, workout: shorter },
      { ...without, text: 'hard' },
    ]) {
      expect(await write.find!(who, other, 'k')).toBeNull();
    }
  });

  it('writes a note once, visible or hidden as it is asked', async () => {
    const { write, who, port, changes } = writing();
    const note = { day: DAY, name: 'Lights', text: 'Bring lights', visibility: 'athlete' } as const;
    const id = await write.addNote(who, note, 'n');
    expect(await write.addNote(who, note, 'n')).toBe(id);
    const hidden = await write.addNote(who, { ...note, visibility: 'coach' }, 'h');
    expect(hidden).not.toBe(id);
    const { items } = await port.notes.list({ athlete: who.id, oldest: DAY, newest: DAY });
    const own = items.filter(({ title }) => title === 'Lights').map(({ id: of, isHidden }) => [of, isHidden === true]);
    expect(new Map(own as [string, boolean][])).toEqual(
      new Map([
        [id, false],
        [hidden, true],
      ]),
    );
    expect(changes()).toHaveLength(2);
  });

  it.each(['sick', 'injured', 'holiday', 'limited'] as const)('writes days that are %s once', async (reason) => {
    const { write, who, port, changes } = writing();
    const days = { day: DAY, lastDay: '2026-10-23', reason, text: 'flu' };
    const id = await write.addUnavailable(who, days, 'u');
    expect(await write.addUnavailable(who, days, 'u')).toBe(id);
    const { items } = await port.availability.list({ athlete: who.id, oldest: DAY, newest: '2026-10-23' });
    expect(items.filter((each) => each.id === id)).toHaveLength(1);
    expect(changes()).toHaveLength(1);
  });

  it('moves a session with everything on it, and moving it there again writes nothing', async () => {
    const { write, who, stored, changes } = writing();
    const id = await write.addSession(who, intervals, 'k');
    await write.move(who, id, '2026-10-22');
    await write.move(who, id, '2026-10-22');
    expect(changes()).toHaveLength(2);
    expect((await stored(DAY)).map(({ workoutId }) => workoutId)).not.toContain(id);
    const [moved] = (await stored('2026-10-22')).filter(({ workoutId }) => workoutId === id);
    expect(moved).toMatchObject({ title: '4 x 8 threshold', totalTimePlanned: 0.8 });
    expect(moved?.structure).toBeTruthy();
  });

  it('removes a session', async () => {
    const { write, who, stored } = writing();
    const id = await write.addSession(who, strength, 'k');
    await write.remove(who, id);
    expect((await stored(DAY)).map(({ workoutId }) => workoutId)).not.toContain(id);
  });
});

describe('planning for a group on TrainingPeaks', () => {
  const args = {
    date: DAY,
    athletes: ['2400019', '2400014'],
    sport: 'ride',
    name: '4 x 8 threshold',
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
  const posted = ({ changes }: ReturnType<typeof connected>) => changes().filter(({ method }) => method === 'POST');

  it('says whose answer was lost after the write, and does not plan that session twice', async () => {
    const server = connected({ account: 'coach' });
    const { structured: preview } = await server.call('tp_schedule_workout', args);
    server.sandbox.emulator.faults.inject('answer-lost', {
      method: 'POST',
      path: '/fitness/v6/athletes/{aid}/workouts',
    });
    const lost = await server.call('tp_schedule_workout', { ...args, preview_token: preview.preview_token });
    expect(objects(lost.structured).map(({ result }) => String(result))).toEqual([
      expect.stringContaining('does not double it'),
      expect.stringContaining('does not double it'),
    ]);
    server.sandbox.emulator.faults.clear();
    expect(posted(server)).toHaveLength(2);
    const again = await server.call('tp_schedule_workout', args);
    expect(again.structured.written).toBe(false);
    expect(objects(again.structured).map(({ result }) => result)).toEqual(['already there', 'already there']);
    expect(posted(server)).toHaveLength(2);
  });

  it('writes only what is lacking when one athlete has it already', async () => {
    const server = connected({ account: 'coach' });
    const one = { ...args, athletes: ['2400019'] };
    const { structured: first } = await server.call('tp_schedule_workout', one);
    await server.call('tp_schedule_workout', { ...one, preview_token: first.preview_token });
    const { structured: preview } = await server.call('tp_schedule_workout', args);
    expect(preview.preview).toMatchObject({ summary: expect.stringContaining('for 1 of 2 athletes') });
    const { structured } = await server.call('tp_schedule_workout', { ...args, preview_token: preview.preview_token });
    expect(
      objects(structured)
        .map(({ result }) => result)
        .sort(),
    ).toEqual(['already there', 'planned']);
    expect(posted(server)).toHaveLength(2);
  });
});
