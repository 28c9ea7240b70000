import { describe, expect, it } from 'vitest';
import { NEWCOMER_ID, OWN_ID, STRANGER_ID } from '../sandbox/index.ts';
import { connected } from './connected.ts';

const userReads = ({ sandbox }: ReturnType<typeof connected>) =>
  sandbox.emulator.requests.filter(({ path }) => path.startsWith('/users/v3/user')).length;

describe('the athlete of a call', () => {
  it('is the one who signed in when nobody is named: a coach never acts on the first of the roster', async () => {
    for (const account of ['coach', 'coach-outside'] as const) {
      const server = connected({ account });
      const { structured } = await server.call('tp_get_workouts', { oldest: '2026-10-12', newest: '2026-10-14' });
      expect(structured.athlete).toMatchObject({ id: String(OWN_ID) });
      const paths = server.sandbox.emulator.requests
        .map(({ path }) => path)
        .filter((path) => path.includes('/athletes/'));
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.every((path) => path.includes(`/athletes/${OWN_ID}/`))).toBe(true);
    }
  });

  it('is looked for again when the roster that is remembered does not have him', async () => {
    const server = connected({ account: 'coach' });
    await server.call('tp_get_profile', { athlete: 'ana kovač' });
    expect(userReads(server)).toBe(1);
    server.quirks.newcomerInRoster = true;
    const { structured } = await server.call('tp_get_profile', { athlete: 'Bine' });
    expect(structured.athlete).toEqual({ id: String(NEWCOMER_ID), name: 'Bine Hočevar' });
    expect(userReads(server)).toBe(2);
  });

  it('is found among those who were connected lately before the roster names them', async () => {
    const { structured } = await connected({ account: 'coach' }).call('tp_get_profile', { athlete: 'Bine Hočevar' });
    expect(structured.athlete).toMatchObject({ id: String(NEWCOMER_ID) });
  });

  it('is nobody when the name fits several, or an id is not of this account', async () => {
    const server = connected({ account: 'coach' });
    const ambiguous = await server.call('tp_get_profile', { athlete: 'Ana' });
    expect(ambiguous.failure).toMatchObject({ kind: 'ambiguous', message: expect.stringContaining('Ana Kovačič') });
    const stranger = await server.call('tp_get_profile', { athlete: String(STRANGER_ID) });
    expect(stranger.failure?.kind).toBe('not_found');
  });

  it('is asked for with no group list by somebody who coaches nobody', async () => {
    const server = connected();
    expect((await server.call('tp_get_profile', { athlete: 'Nobody' })).failure?.kind).toBe('not_found');
    expect(server.sandbox.emulator.requests.filter(({ path }) => path.includes('/coaches/'))).toEqual([]);
  });
});
