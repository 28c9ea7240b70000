import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

type Table = { columns: string[]; rows: unknown[][] };
const puts = (server: ReturnType<typeof connected>) => server.requests.filter(({ method }) => method === 'PUT');

describe('tp_update_ftp', () => {
  it('sets FTP with the bands of the platform’s calculator and keeps the method', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_ftp', { ftp: 260 });
    expect(objects(structured.thresholds as Table)).toEqual([
      { metric: 'power', sport: 'bike', threshold_w: 260, method: 4, method_name: 'Coggan' },
    ]);
    const zones = objects(structured.zones as Table);
    expect(zones).toHaveLength(7);
    expect(zones[3]).toMatchObject({ from_w: 235, to_w: 273 });
    expect(zones[6]).toMatchObject({ from_w: 391, to_w: null });
    expect(puts(server)).toHaveLength(1);
    expect(structured).not.toHaveProperty('notes');
  });

  it('leaves the zones of other sports as they are, which the platform would forget', async () => {
    const server = connected();
    const before = objects((await server.call('tp_get_athlete_settings')).structured.zones as Table);
    await server.call('tp_update_ftp', { ftp: 260 });
    const after = objects((await server.call('tp_get_athlete_settings')).structured.zones as Table);
    const others = (rows: typeof before) => rows.filter(({ metric, sport }) => metric !== 'power' || sport !== 'bike');
    expect(others(after)).toEqual(others(before));
    expect(after).toHaveLength(before.length);
  });

  it('shows threshold and every band before it writes', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_ftp', { ftp: 260, dry_run: true });
    const { diff } = structured.preview as { diff: { field: string; before: unknown; after: unknown }[] };
    expect(diff[0]).toEqual({ field: 'bike threshold_w', before: 241, after: 260 });
    expect(diff).toContainEqual({
      field: 'bike zone 7 Zone 7: Neuromuscular',
      before: '362 to open W',
      after: '391 to open W',
    });
    expect(puts(server)).toEqual([]);
  });

  it('refuses a method that derives the threshold from a test', async () => {
    const server = connected();
    const { failure } = await server.call('tp_update_ftp', { ftp: 260, method: 2 });
    expect(failure).toMatchObject({ kind: 'conflict', message: expect.stringContaining('from a test') });
    expect(puts(server)).toEqual([]);
  });

  it('refuses a method that the calculator does not know', async () => {
    const { failure } = await connected().call('tp_update_ftp', { ftp: 260, method: 39 });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('tp_get_zone_methods') });
  });

  it('moves the bands with the threshold when the calculator does not know their method, and says so', async () => {
    const server = connected();
    const bike = server.me.settings.zones.powerZones.find(({ workoutTypeId }) => workoutTypeId === 2);
    Object.assign(bike ?? {}, { calculationMethod: 39 });
    const { structured } = await server.call('tp_update_ftp', { ftp: 482 });
    const zones = objects(structured.zones as Table);
    expect(zones[0]).toMatchObject({ from_w: 0, to_w: 264 });
    expect(structured.notes).toContainEqual(expect.stringContaining('move with the threshold'));
  });

  it('says that the calculator is down, and writes nothing', async () => {
    const server = connected();
    server.sandbox.emulator.faults.inject('html-200', {
      method: 'POST',
      path: '/trainingzones/v1/users/{uid}/{metric}/calculate/{method}',
    });
    const { failure } = await server.call('tp_update_ftp', { ftp: 260 });
    expect(failure?.kind).toBe('contract');
    expect(puts(server)).toEqual([]);
  });

  it('refuses to write when a group could not be read, because it would be deleted', async () => {
    const server = connected();
    server.me.settings.zones.powerZones.push({ workoutTypeId: 'everything' });
    const { failure } = await server.call('tp_update_ftp', { ftp: 260 });
    expect(failure).toMatchObject({ kind: 'contract', message: expect.stringContaining('would delete them') });
    expect(puts(server)).toEqual([]);
  });

  it('names the way to zones of a sport that has none', async () => {
    const { failure } = await connected().call('tp_update_ftp', { ftp: 310, sport: 'run' });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('tp_create_zones') });
  });

  it('writes nothing when it already is so', async () => {
    const server = connected();
    await server.call('tp_update_ftp', { ftp: 260 });
    const again = await server.call('tp_update_ftp', { ftp: 260 });
    expect(again.structured).toMatchObject({ written: false });
    expect(puts(server)).toHaveLength(1);
  });

  it('asks first when the athlete is somebody else, and then changes that athlete only', async () => {
    const server = connected({ account: 'coach' });
    const [, other] = objects((await server.call('tp_list_athletes')).structured);
    const call = { ftp: 333, athlete: String(other?.id) };
    const { structured } = await server.call('tp_update_ftp', call);
    expect(structured).toMatchObject({
      written: false,
      preview: { summary: expect.stringContaining(String(other?.name)) },
    });
    await server.call('tp_update_ftp', { ...call, preview_token: structured.preview_token });
    const mine = objects(
      (await server.call('tp_get_athlete_settings', { metric: 'power' })).structured.thresholds as Table,
    );
    expect(mine.map(({ threshold_w }) => threshold_w)).not.toContain(333);
    expect(puts(server)[0]?.url).toContain(`/athletes/${other?.id}/powerzones`);
  });
});
