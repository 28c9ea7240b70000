import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const call = { file: 'tempo.zwo', folder_id: '900001', sport: 'Ride' };

describe('icu_import_workout', () => {
  it('puts the file into the folder once and shows the steps that were understood', async () => {
    const server = connected();
    const { structured } = await server.call('icu_import_workout', call);
    expect(structured).toMatchObject({ written: true, workout: { name: 'tempo', sport: 'Ride', structured: true } });
    expect((await server.call('icu_import_workout', call)).structured.written).toBe(false);
    const listed = await server.call('icu_get_workouts_in_folder', { folder_id: '900001' });
    expect(objects(listed.structured).filter(({ name }) => name === 'tempo')).toHaveLength(1);
  });

  it.each([
    [{ ...call, file: 'ride.gpx' }, 'bad_input'],
    [{ ...call, file: 'missing.zwo' }, 'not_found'],
    [{ ...call, file: '../tempo.zwo' }, 'bad_input'],
    [{ ...call, folder_id: '1' }, 'not_found'],
  ])('refuses %j', async (args, kind) => {
    const { failure } = await connected().call('icu_import_workout', args);
    expect(failure?.kind).toBe(kind);
  });
});
