import { describe, expect, it } from 'vitest';
import { connected, YESTERDAY } from '../../../test/connected.ts';

const event_id = '800004';

describe('tp_update_event', () => {
  it('changes what is named and carries the rest through', async () => {
    const server = connected();
    const before = server.me.events.find(Number(event_id));
    const kept = { ...before };
    const { structured } = await server.call('tp_update_event', { event_id, priority: 'A', date: '2026-11-09' });
    expect(structured).toMatchObject({
      written: true,
      event: { priority: 'A', date: '2026-11-09', name: 'Autumn 10k', distance_km: 10 },
    });
    const after = server.me.events.find(Number(event_id));
    expect(String(after?.eventDate)).toContain('2026-11-09');
    expect({ ...after, atpPriority: kept.atpPriority, eventDate: kept.eventDate, goals: kept.goals }).toEqual(kept);
  });

  it('attaches workouts, which become legs in an order of the platform’s own', async () => {
    const server = connected();
    const ids = server.me.workouts
      .list()
      .slice(-3, -1)
      .map((workout) => String(server.me.workouts.row(workout).workoutId));
    const { structured } = await server.call('tp_update_event', { event_id, workout_ids: ids.toReversed() });
    expect(structured).toMatchObject({ written: true, event: { legs: 2 } });
    expect(structured).not.toHaveProperty('notes');
  });

  it('refuses a workout that does not exist, which the platform would drop in silence', async () => {
    const server = connected();
    const { failure } = await server.call('tp_update_event', { event_id, workout_ids: ['1'] });
    expect(failure?.kind).toBe('not_found');
    expect(server.writes()).toEqual([]);
  });

  it('finds an event of ten years ago', async () => {
    const server = connected();
    const old = {
      ...server.me.events.find(Number(event_id)),
      id: 77,
      eventDate: '2016-05-01T00:00:00',
      name: 'Long ago',
    };
    server.me.events.put(old);
    const { structured } = await server.call('tp_update_event', { event_id: '77', description: 'Rain.' });
    expect(structured).toMatchObject({ written: true, event: { description: 'Rain.' } });
  });

  it('writes nothing when it already is so', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_event', { event_id, priority: 'B' });
    expect(structured).toMatchObject({ written: false });
    expect(server.writes()).toEqual([]);
  });

  it('refuses an id that does not exist', async () => {
    const { failure } = await connected().call('tp_update_event', { event_id: '1', name: YESTERDAY });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('tp_get_events') });
  });
});
