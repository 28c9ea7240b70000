import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const TEMPO = {
  library_id: '2100001',
  name: '3x10 tempo',
  sport: 'Bike',
  steps: [
    { for: '15min', at: '50-65% FTP', kind: 'warmup' },
    { repeat: 3, steps: [{ for: '10min', at: '80-85% FTP' }] },
  ],
};

describe('tp_create_library_item', () => {
  it('stores a template under the names of the library, with outline and planned load', async () => {
    const server = connected();
    const { structured, failure } = await server.call('tp_create_library_item', TEMPO);
    expect(failure?.toText()).toBeUndefined();
    expect(structured).toMatchObject({
      written: true,
      item: { name: '3x10 tempo', sport: 'Bike', planned_time_s: 2700, planned_tss: expect.any(Number) },
    });
    const stored = [...server.world.library.items.values()].at(-1)!;
    expect(stored).toMatchObject({ itemName: '3x10 tempo', workoutTypeId: 2, totalTimePlanned: 0.75 });
    expect(stored.structure).toMatchObject({ primaryIntensityTargetOrRange: 'range', polyline: expect.any(Array) });
    expect((stored.structure as { polyline: unknown[] }).polyline).toHaveLength(16);
  });

  it('makes a template of a workout', async () => {
    const server = connected();
    const source = server.me.workouts.row(server.me.workouts.find(3_500_000_607)!);
    const { structured } = await server.call('tp_create_library_item', {
      library_id: '2100001',
      name: 'As done on Tuesday',
      workout_id: '3500000607',
    });
    expect(structured.item).toMatchObject({ name: 'As done on Tuesday', sport: 'Bike' });
    const stored = [...server.world.library.items.values()].at(-1)!;
    expect(stored.structure).toEqual(source.structure);
    expect(stored.tssPlanned).toBe(source.tssPlanned);
  });

  it('stores the same template once', async () => {
    const server = connected();
    await server.call('tp_create_library_item', TEMPO);
    const { structured } = await server.call('tp_create_library_item', TEMPO);
    expect(structured).toMatchObject({ written: false });
    expect(server.writes()).toHaveLength(1);
  });

  it.each([
    [{ ...TEMPO, sport: undefined }, 'bad_input', 'needs a `sport`'],
    [{ ...TEMPO, library_id: '2100002' }, 'blocked', 'belongs to TrainingPeaks'],
    [{ ...TEMPO, library_id: '9' }, 'not_found', 'no library 9'],
    [{ ...TEMPO, steps: [{ for: 'long' }] }, 'bad_input', 'steps'],
  ])('refuses %j', async (args, kind, message) => {
    const server = connected();
    const { failure } = await server.call('tp_create_library_item', args);
    expect(failure).toMatchObject({ kind, message: expect.stringContaining(message) });
    expect(server.writes()).toEqual([]);
  });
});
