import { readActivity } from '@core/activity-files';
import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

const tool = 'igp_download_activity_file';

describe(tool, () => {
  const platform = sandboxPlatform();
  const server = connect(provider, platform);
  const { rides } = platform.sandbox.emulator.state;

  const bytesOf = async (args: Record<string, unknown>) => {
    const { outcome } = await server.call(tool, args);
    if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
    return { bytes: (await server.runtime.files.fetch(outcome.links[0]!.uri)).bytes, structured: outcome.structured };
  };

  it('hands out the FIT file byte for byte, named by day and title', async () => {
    const ride = rides.find('41200581')!;
    const { bytes, structured } = await bytesOf({ activity_id: '41200581' });
    expect([...bytes]).toEqual([...ride.fit()]);
    expect(structured).toMatchObject({
      bytes: bytes.length,
      file: expect.stringContaining(ride.startLocal.slice(0, 10)),
      notes: [expect.stringContaining('start and finish')],
    });
  });

  it('makes GPX of it that holds the same positions, times, heart rate and power', async () => {
    const { bytes } = await bytesOf({ activity_id: '41200572', format: 'gpx' });
    const [gpx, fit] = [readActivity(bytes), readActivity(rides.find('41200572')!.fit())];
    expect(gpx.format).toBe('gpx');
    const { latitude, longitude } = fit.samples.channels;
    const rows = [...fit.samples.time.keys()].filter(
      (row) => Number.isFinite(latitude?.[row]) && Number.isFinite(longitude?.[row]),
    );
    expect(gpx.samples.time.length).toBe(rows.length);
    expect(gpx.samples.startMs! + gpx.samples.time.at(-1)! * 1000).toBe(
      fit.samples.startMs! + fit.samples.time[rows.at(-1)!]! * 1000,
    );
    for (const name of ['latitude', 'longitude', 'heart_rate', 'power'] as const) {
      for (const [at, row] of rows.entries()) {
        const [own, other] = [fit.samples.channels[name]![row]!, gpx.samples.channels[name]![at]!];
        if (Number.isNaN(own)) expect(other).toBeNaN();
        else if (Math.abs(own - other) > 1e-6) expect.fail(`${name} of row ${row}: ${own} became ${other}`);
      }
    }
  });

  it('says why there is no GPX of a ride without positions, and no file of a ride that is not there', async () => {
    const indoors = rides.list().find(({ session }) => session?.sport === 'virtual-ride')!;
    const { failure } = await server.call(tool, { activity_id: String(indoors.rideId), format: 'gpx' });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('format fit') });
    expect((await server.call(tool, { activity_id: '999' })).failure?.kind).toBe('not_found');
  });

  it('escapes what people write into a title', async () => {
    const own = sandboxPlatform({ days: 30 });
    const ride = own.sandbox.emulator.state.rides.list().find(({ session }) => session?.sport !== 'virtual-ride')!;
    Object.assign(ride, { title: 'A & <b>"fast"</b>\u0007' });
    const own_server = connect(provider, own);
    const { outcome } = await own_server.call(tool, { activity_id: String(ride.rideId), format: 'gpx' });
    if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
    const { bytes } = await own_server.runtime.files.fetch(outcome.links[0]!.uri);
    expect(new TextDecoder().decode(bytes)).toContain('<name>A &amp; &lt;b&gt;&quot;fast&quot;&lt;/b&gt;</name>');
    expect(readActivity(bytes).problems).toEqual([]);
  });
});
