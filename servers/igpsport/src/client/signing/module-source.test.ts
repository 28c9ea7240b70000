import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { standInHash, standInModule } from '../../../sandbox/signing/stand-in.ts';
import { connectPort, failureOf } from '../../../test/port.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'igpsport-signing-'));
});

const connectSigned = (settings: object = {}) =>
  connectPort({}, { settings: { signing: 'module', cacheDir: folder, ...settings } });

const assets = (sent: readonly string[]) => sent.filter((each) => each.includes('/assets/'));

describe('the module of the web app', () => {
  it('is fetched the way a browser does, once, and kept under its hash for its owner alone', async () => {
    const first = connectSigned();
    await first.port.profile.user();
    expect(first.sent().slice(0, 4)).toEqual([
      'GET /',
      'GET /assets/js/index-5f1c2a.js',
      'GET /assets/wasm/signer_bg-9b8e77.wasm',
      'GET /service/edge-core/api/public/key',
    ]);
    const kept = join(folder, 'signing', `${standInHash()}.wasm`);
    expect((await stat(kept)).mode & 0o777).toBe(0o600);
    const second = connectSigned();
    await second.port.profile.user();
    expect(assets(second.sent())).toEqual([]);
  });

  it('is fetched again when the kept one was changed on the disk', async () => {
    await connectSigned().port.profile.user();
    const kept = join(folder, 'signing', `${standInHash()}.wasm`);
    const bytes = await readFile(kept);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(kept, bytes);
    const again = connectSigned();
    await again.port.profile.user();
    expect(assets(again.sent())).toHaveLength(2);
    expect(again.logged.join()).toContain('was changed on this disk');
    expect((await readFile(kept)).equals(standInModule())).toBe(true);
  });

  it('is not run when it is a build that nobody has checked, until its hash is accepted', async () => {
    const { port, world, sent } = connectSigned();
    world.signingModule = standInModule({ build: 7 });
    const failure = await failureOf(port.profile.user());
    expect(failure.kind).toBe('blocked');
    expect(failure.message).toContain(standInHash({ build: 7 }));
    expect(sent().some((each) => each.includes('/public/key') || each.includes('login'))).toBe(false);
    expect(await readdir(folder)).toEqual([]);
    const accepted = connectSigned({ signingModule: standInHash({ build: 7 }).toUpperCase() });
    accepted.world.signingModule = standInModule({ build: 7 });
    expect((await accepted.port.profile.user()).nickName).toBe('Maja Demo');
  });

  it('is not run when the download was cut short or is no module at all', async () => {
    const cut = connectSigned();
    cut.world.signingModule = standInModule().slice(0, 700);
    expect((await failureOf(cut.port.profile.user())).message).toContain('a build that this version does not know');
    const page = connectSigned();
    page.world.signingModule = new TextEncoder().encode('<html>log in to the network</html>');
    expect((await failureOf(page.port.profile.user())).message).toContain('is no WebAssembly');
  });

  it('is the known build of the service when no hash was configured: the stand-in is none', async () => {
    const failure = await failureOf(connectSigned({ signingModule: undefined }).port.profile.user());
    expect(failure.kind).toBe('blocked');
  });

  it('is missed with a plain sentence when the web app changed', async () => {
    const { port, sandbox } = connectSigned();
    sandbox.emulator.faults.inject('html-200', { path: '//assets/js/index-5f1c2a.js' });
    const failure = await failureOf(port.profile.user());
    expect(failure.toText()).toMatch(/^contract: The web app of iGPSport no longer names its signing module\. Next: /);
  });

  it('works without a folder, and goes on when the folder cannot be written', async () => {
    expect((await connectSigned({ cacheDir: undefined }).port.profile.user()).nickName).toBe('Maja Demo');
    await writeFile(join(folder, 'file'), '');
    const blocked = connectSigned({ cacheDir: join(folder, 'file') });
    expect((await blocked.port.profile.user()).nickName).toBe('Maja Demo');
    expect(blocked.logged.join()).toContain('could not be kept');
  });
});
