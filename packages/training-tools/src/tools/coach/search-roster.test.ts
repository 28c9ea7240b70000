import { describe, expect, it } from 'vitest';
import type { RosterAthlete, RosterWeek } from '../../ports/index.ts';
import { connectMemory, objects } from '../../testing/index.ts';

const person = (id: string, name: string, tags: readonly string[] = []): RosterAthlete => ({
  id,
  name,
  tags,
  lastSeen: null,
  email: `${id}@example.com`,
  mayWrite: true,
});
const people = [
  person('1', 'Ana Kovač', ['road']),
  person('2', 'Ana Kovačič'),
  person('3', 'Zoë O’Brien-García', ['road']),
  person('4', 'Marko Novak'),
];
const week = (id: string, atl: number, load: number): RosterWeek => ({
  athlete: { id, name: id },
  week: '2026-10-05',
  activities: 1,
  movingS: 60,
  load,
  fitness: { ctl: 50, atl },
  ramp: 0,
});
const search = async (args: object) => {
  const roster = [week('1', 60, 100), week('4', 90, 400)];
  return connectMemory({ people, roster }).call('mem_search_roster', args);
};
const ids = async (args: object) => objects((await search(args)).structured).map(({ athlete_id }) => athlete_id);

describe('search_roster', () => {
  it.each([
    ['by the beginning of a word', 'kov', ['1', '2']],
    ['without accents', 'Garcia zoe', ['3']],
    ['by e-mail', '4@Example.com', ['4']],
    ['by id', '2', ['2']],
  ])('finds %s', async (_, query, expected) => {
    expect(await ids({ query })).toEqual(expected);
  });

  it('forgives a slip and says that it guessed', async () => {
    const { structured } = await search({ query: 'Novka' });
    expect(objects(structured)).toEqual([expect.objectContaining({ athlete_id: '4' })]);
    expect((structured.notes as string[])[0]).toContain('ask which one is meant');
  });

  it('says who the account is, and never shows an e-mail address', async () => {
    const { structured, text } = await search({});
    expect(structured.whoami).toEqual({ id: 'm1', name: 'Memory', role: 'coach' });
    expect(JSON.stringify(structured) + text).not.toContain('@');
  });

  it('filters by tag and sorts', async () => {
    expect(await ids({ tag: 'Road' })).toEqual(['1', '3']);
    expect((await ids({ sort: 'form' })).slice(0, 2)).toEqual(['4', '1']);
    expect((await ids({ sort: 'load' }))[0]).toBe('4');
  });

  it('names the tags there are for one that is not', async () => {
    expect((await search({ tag: 'sea' })).failure?.next).toBe('use one of: road');
  });

  it('says that nobody matches', async () => {
    expect((await search({ query: 'xyzzy' })).structured.notes).toEqual([
      'Nobody matches; leave query out for everybody.',
    ]);
  });
});
