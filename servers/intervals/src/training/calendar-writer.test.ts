import { Failure } from '@core/mcp-kit';
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
  return { ...server, port, who, write: calendarWriter(port), stored, writes };
}

const steps = readWorkout({ sport: 'bike', name: '3 x 8', steps: [{ for: '8min', at: '100% FTP' }] });
const rests = readWorkout({
  sport: 'bike',
  name: '3 x 8',
  steps: [
    { for: '8min', at: '100% FTP' },
    { for: '4min', at: '50% FTP' },
  ],
});
const BULK = '/athlete/{id}/events/bulk';
const drafts = [
  ['a session with steps', { day: DAY, family: 'ride', name: '3 x 8', workout: steps }],
  ['strength as text', { day: DAY, family: 'strength', name: 'Gym', text: '3 x 8 squats' }],
] as const;

describe('writes to the calendar of Intervals.icu', () => {
  it.each(drafts)('finds %s by its key, and makes no second one', async (_what, draft) => {
    const { write, who, stored, writes } = writing();
    expect(await write.find!(who, draft, 'k')).toBeNull();
    const { id, differs } = await write.addSession(who, draft, 'k');
    expect(differs).toEqual([]);
    expect(await write.find!(who, draft, 'k')).toBe(id);
    expect(await write.find!(who, draft, 'another')).toBeNull();
    expect(await write.addSession(who, draft, 'k')).toEqual({ id, differs: [] });
    expect((await stored(DAY)).filter(({ name }) => name === draft.name)).toHaveLength(1);
    expect(writes()).toHaveLength(1);
  });

  it('writes strength as the text that it is', async () => {
    const { write, who, stored } = writing();
    const { id } = await write.addSession(who, drafts[1][1], 'k');
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

  it('costs one request after the write to read back', async () => {
    const { write, who, requests } = writing();
    await write.addSession(who, drafts[0][1], 'k');
    const after = requests.slice(requests.findIndex(({ method }) => method === 'POST') + 1);
    expect(after.map(({ method }) => method)).toEqual(['GET']);
  });

  it('says which step the platform dropped', async () => {
    const { port, who } = writing();
    const upsert: typeof port.events.upsert = ({ athlete, event }) => {
      const description = String(event.description).replace(/^- 4m.*\n?/m, '');
      return port.events.upsert({ athlete, event: { ...event, description } });
    };
    const dropping = calendarWriter({ ...port, events: { ...port.events, upsert } });
    const { differs } = await dropping.addSession(who, { ...drafts[0][1], workout: rests }, 'k');
    expect(differs?.join(' ')).toContain('4m');
  });

  it('says that a text was read as steps, and that a name was not kept', async () => {
    const { port, who, write } = writing();
    const text = { ...drafts[1][1], text: '- 10m 50%' };
    expect((await write.addSession(who, text, 'k')).differs?.join(' ')).toContain('read steps in the text');
    const upsert: typeof port.events.upsert = ({ athlete, event }) =>
      port.events.upsert({ athlete, event: { ...event, name: 'Other' } });
    const renaming = calendarWriter({ ...port, events: { ...port.events, upsert } });
    const { differs } = await renaming.addSession(who, drafts[1][1], 'l');
    expect(differs).toEqual(['name: sent Gym, stored Other.']);
  });

  it('finds a session whose answer was lost, and says so when it cannot', async () => {
    const { sandbox, who, write, writes } = writing();
    sandbox.emulator.faults.inject('answer-lost', { method: 'POST', path: BULK });
    const { id, differs } = await write.addSession(who, drafts[0][1], 'k');
    expect(differs).toEqual([]);
    expect(await write.find!(who, drafts[0][1], 'k')).toBe(id);
    expect(writes()).toHaveLength(1);
    sandbox.emulator.faults.clear();
    sandbox.emulator.faults.inject('http-500', { method: 'POST', path: BULK, times: 'always' });
    await expect(write.addSession(who, drafts[1][1], 'l')).rejects.toMatchObject({ kind: 'ambiguous_write' });
  });

  it('is done when the day cannot be read after the write', async () => {
    const { port, who } = writing();
    let written = false;
    const events: typeof port.events = {
      ...port.events,
      upsert: async (params) => {
        const answer = await port.events.upsert(params);
        written = true;
        return answer;
      },
      list: (params) =>
        written ? Promise.reject(new Failure('upstream', 'down', { next: 'wait' })) : port.events.list(params),
    };
    const { id, differs } = await calendarWriter({ ...port, events }).addSession(who, drafts[0][1], 'k');
    expect(id).toMatch(/^\d+$/);
    expect(differs).toBeNull();
  });
});
