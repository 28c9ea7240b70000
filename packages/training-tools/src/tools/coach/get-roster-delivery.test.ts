import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../ports/index.ts';
import { connectMemory, objects } from '../../testing/index.ts';

const person = (id: string, tags: readonly string[] = []) => ({
  id,
  name: `Name ${id}`,
  tags,
  lastSeen: null,
  email: null,
  mayWrite: true,
});
const session = (sessionId: string, given: Partial<Delivery>): Delivery => ({
  sessionId,
  day: '2026-10-15',
  name: '4 x 8',
  sport: 'Ride',
  verdict: 'sent',
  devices: ['Garmin'],
  why: null,
  ...given,
});
const of = (...items: Delivery[]) => ({ items, skipped: {}, lastUpload: null });
const server = () =>
  connectMemory({
    people: [person('a', ['road']), person('b'), person('c')],
    deliveries: {
      a: of(session('1', {}), session('2', { verdict: 'failed', why: 'Garmin: no permission' })),
      b: of(session('3', { verdict: 'no_device', devices: [], why: 'nothing is connected' })),
    },
    closed: ['c'],
  });

describe('get_roster_delivery', () => {
  it('lists what will not arrive and why, and counts whom it could not read', async () => {
    const { structured } = await server().call('mem_get_roster_delivery', {});
    expect(objects(structured)).toEqual([
      expect.objectContaining({ athlete_id: 'a', session_ids: '2', verdict: 'failed', why: 'Garmin: no permission' }),
      expect.objectContaining({ athlete_id: 'b', session_ids: '3', verdict: 'no_device' }),
    ]);
    expect(structured.coverage).toEqual({ athletes: 3, read: 2, sessions: 3, not_sent: 2, unknown: 0 });
    expect((structured.notes as string[])[0]).toBe('1 of the athletes left out: forbidden.');
  });

  it('lists every session when asked, of one group', async () => {
    const { structured } = await server().call('mem_get_roster_delivery', { tag: 'road', all: true });
    expect(objects(structured).map(({ session_ids }) => session_ids)).toEqual(['1', '2']);
  });

  it('counts what the platform does not tell, and says why it cannot be known', async () => {
    const untold = session('4', { verdict: 'unknown', devices: [], why: 'nobody tells' });
    const there = connectMemory({ people: [person('a')], deliveries: { a: of(untold) } });
    const { structured } = await there.call('mem_get_roster_delivery', {});
    expect(structured).toMatchObject({
      rows: [],
      coverage: { sessions: 1, not_sent: 0, unknown: 1 },
      next: 'mem_get_roster_delivery {"days":7,"all":true}',
    });
    expect(structured.notes).toContain('1 session may arrive or not: nobody tells.');
    const { structured: every } = await there.call('mem_get_roster_delivery', { all: true });
    expect(objects(every)).toEqual([expect.objectContaining({ verdict: 'unknown', why: 'nobody tells' })]);
  });

  it('refuses a name that is not one athlete', async () => {
    const { failure } = await server().call('mem_get_roster_delivery', { athletes: ['Name'] });
    expect(failure?.kind).toBe('ambiguous');
  });
});
