import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const race = { name: 'Winter 10k', date: '2026-12-06', event_type: 'running road', priority: 'B', distance_km: 10 };

describe('tp_create_event', () => {
  it('puts a race on the calendar with its kind as the platform spells it', async () => {
    const server = connected();
    const { structured } = await server.call('tp_create_event', race);
    expect(structured).toMatchObject({
      written: true,
      event: { name: 'Winter 10k', date: '2026-12-06', type: 'RunningRoad', priority: 'B', distance_km: 10 },
    });
    expect(structured).not.toHaveProperty('notes');
    const listed = objects((await server.call('tp_get_events')).structured);
    expect(listed.filter(({ name }) => name === 'Winter 10k')).toHaveLength(1);
  });

  it('does not double the event when the call is repeated', async () => {
    const server = connected();
    await server.call('tp_create_event', race);
    const again = await server.call('tp_create_event', race);
    expect(again.structured).toMatchObject({ written: false, notes: [expect.stringContaining('already there')] });
    expect(server.writes()).toHaveLength(1);
  });

  it('refuses a kind that the platform would store as Undefined, with the nearest', async () => {
    const server = connected();
    const { failure } = await server.call('tp_create_event', { ...race, event_type: 'RunningRoads' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('RunningRoad') });
    expect(server.writes()).toEqual([]);
  });

  it('says what the day already holds', async () => {
    const { structured } = await connected().call('tp_create_event', { ...race, date: '2026-11-29', dry_run: true });
    expect((structured.preview as { notes: string[] }).notes).toEqual([
      'The day already holds the event "Ljubljana road race".',
    ]);
  });
});
