import { describe, expect, it } from 'vitest';
import { connected } from './connected.ts';

type Server = ReturnType<typeof connected>;

/** A read that fills the cache, what somebody then changes in the web application, our change, and where both must be. */
interface Case {
  readonly read: readonly [tool: string, args: object];
  readonly meanwhile: (server: Server) => void;
  readonly write: readonly [tool: string, args: object];
  readonly kept: (server: Server) => unknown;
}

const cases: Readonly<Record<string, Case>> = {
  zones: {
    read: ['tp_get_athlete_settings', {}],
    meanwhile: ({ me }) => Object.assign(me.settings.zones.powerZones[0]!, { threshold: 199 }),
    write: ['tp_update_ftp', { ftp: 260 }],
    kept: ({ me }) => me.settings.zones.powerZones.find(({ workoutTypeId }) => workoutTypeId === 0)?.threshold === 199,
  },
  events: {
    read: ['tp_get_events', {}],
    meanwhile: ({ me }) => me.events.put({ ...me.events.find(800_004), description: 'Meanwhile' }),
    write: ['tp_update_event', { event_id: '800004', priority: 'A' }],
    kept: ({ me }) => me.events.find(800_004)?.description === 'Meanwhile',
  },
  availability: {
    read: ['tp_get_availability', {}],
    meanwhile: ({ me }) => me.availability.set(50_001, { ...me.availability.get(50_001), description: 'Meanwhile' }),
    write: ['tp_update_availability', { availability_id: '50001', reason: 'Work' }],
    kept: ({ me }) => me.availability.get(50_001)?.description === 'Meanwhile',
  },
};

describe('what somebody else has changed since it was read', () => {
  it.each(Object.entries(cases))('is not put back with %s', async (_, { read, meanwhile, write, kept }) => {
    const server = connected();
    await server.call(...read);
    meanwhile(server);
    const { structured } = await server.call(...write);
    expect(structured.written).toBe(true);
    expect(kept(server)).toBe(true);
  });

  it('is seen before equipment is written', async () => {
    const first = connected();
    await first.call('tp_get_equipment');
    const reads = () =>
      first.requests.filter(({ method, url }) => method === 'GET' && url.endsWith('/equipment')).length;
    const before = reads();
    await first.call('tp_update_equipment', { equipment_id: '501', max_distance_km: 20_000, dry_run: true });
    expect(reads()).toBe(before + 1);
  });

  it('is seen before a note is written', async () => {
    const server = connected();
    const note_id = '39000003';
    await server.call('tp_get_note', { note_id });
    const reads = () => server.requests.filter(({ method, url }) => method === 'GET' && url.endsWith(note_id)).length;
    const before = reads();
    await server.call('tp_update_note', { note_id, title: 'Vienna', dry_run: true });
    expect(reads()).toBe(before + 1);
  });
});
