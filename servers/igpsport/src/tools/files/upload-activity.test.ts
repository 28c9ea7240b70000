import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { type PlatformOptions, sandboxPlatform } from '../../../sandbox/platform.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

const tool = 'igp_upload_activity';

/** The server with more files in the folder. */
function withFiles(files: Record<string, Uint8Array> = {}, options: PlatformOptions = {}) {
  const platform = sandboxPlatform({ days: 60, ...options });
  const server = connect(provider, { ...platform, files: { ...platform.files, ...files } }, { review: 'always' });
  return { ...server, platform, rides: platform.sandbox.emulator.state.rides };
}

const writes = ({ requests }: ReturnType<typeof withFiles>) =>
  requests.filter(({ method, url }) => method === 'PUT' || url.includes('uploadByOss'));

describe(tool, () => {
  it('shows what the file holds, then uploads it once and reads it back', async () => {
    const server = withFiles();
    const { structured } = await server.call(tool, { file: 'morning-ride.fit' });
    const { diff } = structured.preview as { diff: { after: Record<string, unknown> }[] };
    expect(diff[0]?.after).toMatchObject({ start: '2026-10-14T06:30:00', timer_s: 1199, samples: 1200 });
    expect(writes(server)).toEqual([]);
    const { preview_token } = structured;
    const done = await server.call(tool, { file: 'morning-ride.fit', preview_token });
    expect(done.structured.written).toBe(true);
    expect(objects(done.structured)).toEqual([
      expect.objectContaining({ start: '2026-10-14', name: 'morning-ride', sport: 'cycling' }),
    ]);
    expect(writes(server)).toHaveLength(2);
  });

  it('writes nothing when a ride of that length is there already', async () => {
    const server = withFiles();
    const copy = server.rides.list().find(({ session }) => session !== undefined)!;
    const again = withFiles({ 'copy.fit': copy.fit() });
    const { structured } = await again.call(tool, { file: 'copy.fit' });
    expect(structured).toMatchObject({ written: false, notes: [expect.stringContaining(String(copy.rideId))] });
    expect(writes(again)).toEqual([]);
  });

  it('says so when the service has not read the file yet', async () => {
    const server = withFiles();
    server.rides.add = () => server.rides.list()[0]!;
    const { structured } = await server.call(tool, { file: 'morning-ride.fit' });
    const done = await server.call(tool, { file: 'morning-ride.fit', preview_token: structured.preview_token });
    expect(done.structured).toMatchObject({ written: true, rows: [] });
    expect(String(done.structured.notes)).toContain('igp_list_activities of 2026-10-14');
  });

  it('warns of a file that is cut, and refuses one that is no FIT file before anything is asked', async () => {
    const whole = sandboxPlatform().files['morning-ride.fit']!;
    const text = new TextEncoder().encode('<gpx></gpx>');
    const server = withFiles({ 'cut.fit': whole.subarray(0, whole.length / 2), 'route.gpx': text });
    const cut = await server.call(tool, { file: 'cut.fit' });
    expect(JSON.stringify(cut.structured.preview)).toContain('damaged');
    const before = server.requests.length;
    const { failure } = await server.call(tool, { file: 'route.gpx' });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('is not a FIT file') });
    expect((await server.call(tool, { file: 'missing.fit' })).failure?.kind).toBe('not_found');
    expect(server.requests.length).toBe(before);
  });

  it('says where uploads work when the region has none', async () => {
    const server = withFiles({}, { region: 'intl' });
    const { structured } = await server.call(tool, { file: 'morning-ride.fit' });
    const { failure } = await server.call(tool, { file: 'morning-ride.fit', preview_token: structured.preview_token });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('China region only') });
  });
});
