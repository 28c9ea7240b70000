import { gzipSync } from 'node:zlib';
import { connect } from '@core/mcp-kit/testing';
import { activityFile } from '@core/sandbox/files';
import { describe, expect, it } from 'vitest';
import { rememberPeople } from '../../../sandbox/index.ts';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { connected, objects } from '../../../test/connected.ts';
import { provider } from '../../provider.ts';

const tool = 'icu_upload_activity';
const people = rememberPeople();

/** The server with more files in the folder. */
function withFiles(files: Record<string, Uint8Array>) {
  const platform = sandboxPlatform({ people });
  const server = connect(provider, { ...platform, files: { ...platform.files, ...files } });
  return { ...server, sandbox: platform.sandbox };
}

/** A FIT file of the simulated athlete that the account does not have. */
function fitFile(): Uint8Array {
  const { me } = sandboxPlatform({ people }).sandbox.emulator.state;
  const session = me.simulated.sessions.find(({ sport }) => sport === 'run')!;
  const [recording, startLocal] = [me.simulated.recording(session)!, '2026-10-13T06:00:00'];
  return activityFile({ ...session, startLocal }, recording, me.profile, {});
}

describe(tool, () => {
  it('shows what the file holds, then uploads it once and reads it back', async () => {
    const server = connected({}, { review: 'always' });
    const { structured } = await server.call(tool, { file: 'evening-ride.gpx', name: 'After work' });
    const { diff } = structured.preview as { diff: { after: Record<string, unknown> }[] };
    expect(diff[0]?.after).toMatchObject({ format: 'gpx', start_utc: '2026-10-13T16:00Z', samples: 600 });
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
    const done = await server.call(tool, {
      file: 'evening-ride.gpx',
      name: 'After work',
      preview_token: structured.preview_token,
    });
    expect(objects(done.structured)).toEqual([
      expect.objectContaining({ start: '2026-10-13T18:00', name: 'After work' }),
    ]);
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('says that the same file was there already, or was deleted', async () => {
    const server = connected();
    const first = await server.call(tool, { file: 'evening-ride.gpx' });
    const again = await server.call(tool, { file: 'evening-ride.gpx' });
    expect(JSON.stringify(again.structured.notes)).toContain('1 of them were there already');
    const { id } = objects(first.structured)[0]!;
    server.sandbox.emulator.state.me.activities.remove(String(id));
    const buried = await connected().call(tool, { file: 'evening-ride.gpx' });
    expect(buried.structured.notes).toBeUndefined();
    server.sandbox.clock.advance(120_000);
    const gone = await server.call(tool, { file: 'evening-ride.gpx', name: 'x' });
    expect(JSON.stringify(gone.structured.notes)).toContain('allow_reupload');
  });

  it('takes FIT, also gzipped', async () => {
    const server = withFiles({ 'run.fit': fitFile(), 'run.fit.gz': gzipSync(fitFile()) });
    const plain = await server.call(tool, { file: 'run.fit' });
    expect(objects(plain.structured)[0]).toMatchObject({ sport: 'Run', start: '2026-10-13T06:00' });
    const packed = await server.call(tool, { file: 'run.fit.gz', dry_run: true });
    expect(JSON.stringify(packed.structured.preview)).toContain('running');
  });

  it('warns of a file that is cut, and refuses one that is no activity', async () => {
    const fit = fitFile();
    const server = withFiles({
      'cut.fit': fit.subarray(0, fit.length / 2),
      'note.txt': new TextEncoder().encode('hello'),
    });
    const cut = await server.call(tool, { file: 'cut.fit', dry_run: true });
    expect(JSON.stringify(cut.structured.preview)).toContain('damaged');
    const { failure } = await server.call(tool, { file: 'note.txt' });
    expect(failure).toMatchObject({
      kind: 'bad_input',
      message: expect.stringContaining('holds no recorded activity'),
    });
    expect((await server.call(tool, { file: 'missing.fit' })).failure?.kind).toBe('not_found');
    expect((await server.call(tool, { file: 'cut.fit', event_id: '1' })).failure?.kind).toBe('not_found');
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});
