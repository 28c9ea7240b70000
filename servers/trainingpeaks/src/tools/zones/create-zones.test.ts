import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

type Table = { columns: string[]; rows: unknown[][] };
const call = { metric: 'power', sport: 'run', method: 4, threshold: 310 };

describe('tp_create_zones', () => {
  it('adds a group beside the others', async () => {
    const server = connected();
    const before = objects(
      (await server.call('tp_get_athlete_settings', { metric: 'power' })).structured.thresholds as Table,
    );
    const { structured } = await server.call('tp_create_zones', call);
    expect(objects(structured.thresholds as Table)).toMatchObject([{ sport: 'run', threshold_w: 310, method: 4 }]);
    const after = objects(
      (await server.call('tp_get_athlete_settings', { metric: 'power' })).structured.thresholds as Table,
    );
    expect(after).toHaveLength(before.length + 1);
    expect(structured).not.toHaveProperty('notes');
  });

  it('does not double a group when it is repeated', async () => {
    const server = connected();
    await server.call('tp_create_zones', call);
    expect((await server.call('tp_create_zones', call)).structured).toMatchObject({ written: false });
  });

  it('refuses a sport that has zones of its own', async () => {
    const { failure } = await connected().call('tp_create_zones', { ...call, sport: 'bike' });
    expect(failure).toMatchObject({ kind: 'conflict', next: expect.stringContaining('tp_update_ftp') });
  });

  it('takes a pace for speed', async () => {
    const { structured } = await connected().call('tp_create_zones', {
      metric: 'speed',
      sport: 'default',
      method: 2,
      threshold: '4:00/km',
    });
    expect(objects(structured.thresholds as Table)).toMatchObject([{ threshold_km_h: 15 }]);
  });

  it('refuses watts that are no number', async () => {
    const { failure } = await connected().call('tp_create_zones', { ...call, threshold: '4:10/km' });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('"threshold"') });
  });
});
