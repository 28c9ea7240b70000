import { readWorkout } from '@core/workouts';
import { describe, expect, it } from 'vitest';
import { connected } from '../../test/connected.ts';
import { calendarWriter } from './calendar-writer.ts';

const DAY = '2026-10-21';

/** The writer with leave to write, as a tool has it after its change was confirmed. */
function writing() {
  const server = connected();
  const scope = { signal: AbortSignal.timeout(10_000), mayWrite: () => true, forWrite: true };
  const port = server.runtime.connection.port(scope);
  const who = { id: server.sandbox.athleteId, name: 'Maja Demo' };
  const stored = async (oldest: string, newest = oldest) =>
    (await port.events.list({ athlete: who.id, oldest, newest })).items;
  const writes = () => server.sandbox.emulator.writes();
  return { ...server, who, write: calendarWriter(port), stored, writes };
}

const steps = readWorkout({ sport: 'bike', name: '3 x 8', steps: [{ for: '8min', at: '100% FTP' }] });
const drafts = [
  ['a session with steps', { day: DAY, family: 'ride', name: '3 x 8', workout: steps }],
  ['strength as text', { day: DAY, family: 'strength', name: 'Gym', text: '3 x 8 squats' }],
] as const;

describe('writes to the calendar of Intervals.icu', () => {
  it.each(drafts)('finds %s by its key, and makes no second one', async (_what, draft) => {
    const { write, who, stored, writes } = writing();
    expect(await write.find!(who, draft, 'k')).toBeNull();
    const id = await write.addSession(who, draft, 'k');
    expect(await write.find!(who, draft, 'k')).toBe(id);
    expect(await write.find!(who, draft, 'another')).toBeNull();
    expect(await write.addSession(who, draft, 'k')).toBe(id);
    expect((await stored(DAY)).filter(({ name }) => name === draft.name)).toHaveLength(1);
    expect(writes()).toHaveLength(1);
  });

  it('writes strength as the text that it is', async () => {
    const { write, who, stored } = writing();
    const id = await write.addSession(who, drafts[1][1], 'k');
    const [own] = (await stored(DAY)).filter((event) => event.id === id);
    expect(own).toMatchObject({ type: 'WeightTraining', description: '3 x 8 squats', category: 'WORKOUT' });
  });

  it('writes a note once, visible or hidden as it is asked', async () => {
    const { write, who, stored, writes } = writing();
    const note = { day: DAY, name: 'Lights', text: 'Bring lights', visibility: 'athlete' } as const;
    const id = await write.addNote(who, note, 'n');
    expect(await write.addNote(who, note, 'n')).toBe(id);
    const hidden = await write.addNote(who, { ...note, visibility: 'coach' }, 'h');
    const notes = (await stored(DAY)).filter(({ name }) => name === 'Lights');
    expect(new Map(notes.map((each) => [each.id, each.hide_from_athlete === true]))).toEqual(
      new Map([
        [id, false],
        [hidden, true],
      ]),
    );
    expect(writes()).toHaveLength(2);
  });

  it.each([
    ['sick', 'SICK'],
    ['injured', 'INJURED'],
    ['holiday', 'HOLIDAY'],
    ['limited', 'HOLIDAY'],
  ] as const)('writes days that are %s as %s, once and to the last day', async (reason, category) => {
    const { write, who, stored, writes } = writing();
    const days = { day: DAY, lastDay: '2026-10-23', reason, text: 'until Friday' };
    const id = await write.addUnavailable(who, days, 'u');
    expect(await write.addUnavailable(who, days, 'u')).toBe(id);
    const [own] = (await stored(DAY, '2026-10-24')).filter((event) => event.id === id);
    expect(own).toMatchObject({ category, start_date_local: expect.stringContaining(DAY) });
    expect(own?.end_date_local).toContain('2026-10-24');
    expect(writes()).toHaveLength(1);
  });

  it('moves a session with its steps', async () => {
    const { write, who, stored } = writing();
    const id = await write.addSession(who, drafts[0][1], 'k');
    await write.move(who, id, '2026-10-22');
    expect((await stored(DAY)).map((event) => event.id)).not.toContain(id);
    const [moved] = (await stored('2026-10-22')).filter((event) => event.id === id);
    expect(moved).toMatchObject({ name: '3 x 8', description: expect.stringContaining('100%') });
  });

  it('removes a session', async () => {
    const { write, who, stored } = writing();
    const id = await write.addSession(who, drafts[1][1], 'k');
    await write.remove(who, id);
    expect((await stored(DAY)).map((event) => event.id)).not.toContain(id);
  });
});
