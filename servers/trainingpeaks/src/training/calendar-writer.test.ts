import { Failure } from '@core/mcp-kit';
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
    const { id, differs } = await write.addSession(who, draft, 'k');
    expect(differs).toEqual([]);
    expect(await write.find!(who, draft, 'k')).toBe(id);
    expect(await write.addSession(who, draft, 'k')).toEqual({ id, differs: [] });
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

  it('costs one request after the write to read back', async () => {
    const { write, who, requests } = writing();
    await write.addSession(who, intervals, 'k');
    const after = requests.slice(requests.findIndex(({ method }) => method === 'POST') + 1);
    expect(after.map(({ method }) => method)).toEqual(['GET']);
  });

  it.each(['kept', 'lost'])('says which step the platform dropped, its answer %s', async (answer) => {
    const { port, who } = writing();
    const create: typeof port.workouts.create = async ({ athlete, body }) => {
      const structure = JSON.parse(String(body.structure)) as { structure: { steps: unknown[] }[] };
      structure.structure[0]!.steps.pop();
      const made = await port.workouts.create({ athlete, body: { ...body, structure: JSON.stringify(structure) } });
      if (answer === 'kept') return made;
      throw new Failure('ambiguous_write', 'The answer was lost', { next: 'look' });
    };
    const dropping = calendarWriter({ ...port, workouts: { ...port.workouts, create } });
    const { differs } = await dropping.addSession(who, intervals, 'k');
    expect(differs).toEqual([expect.stringMatching(/^steps: sent .*4min.*, TrainingPeaks stored .*8min/)]);
  });

  it('is done when the workout cannot be read after the write', async () => {
    const { port, who } = writing();
    const getNow = () => Promise.reject(new Failure('upstream', 'down', { next: 'wait' }));
    const { id, differs } = await calendarWriter({ ...port, workouts: { ...port.workouts, getNow } }).addSession(
      who,
      intervals,
      'k',
    );
    expect(id).toMatch(/^\d+$/);
    expect(differs).toBeNull();
  });

  it('says that it is not known when the answer was lost and nothing is there', async () => {
    const { port, who } = writing();
    const create = () => Promise.reject(new Failure('ambiguous_write', 'The answer was lost', { next: 'look' }));
    const writer = calendarWriter({ ...port, workouts: { ...port.workouts, create } });
    await expect(writer.addSession(who, intervals, 'k')).rejects.toMatchObject({ kind: 'ambiguous_write' });
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

  it('finds a session whose answer was lost after the write, and does not plan it twice', async () => {
    const server = connected({ account: 'coach' });
    const { structured: preview } = await server.call('tp_schedule_workout', args);
    server.sandbox.emulator.faults.inject('answer-lost', {
      method: 'POST',
      path: '/fitness/v6/athletes/{aid}/workouts',
    });
    const lost = await server.call('tp_schedule_workout', { ...args, preview_token: preview.preview_token });
    expect(objects(lost.structured).map(({ result }) => result)).toEqual(['planned', 'planned']);
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
