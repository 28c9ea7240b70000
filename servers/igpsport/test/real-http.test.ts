import { afterEach, describe, expect, it } from 'vitest';
import { createIgpsportSandbox, type SandboxOptions } from '../sandbox/index.ts';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { type ServedIgpsport, serveIgpsport } from '../sandbox/serve.ts';
import type { Settings } from '../src/config.ts';
import { connectPort, failureOf } from './port.ts';

let served: ServedIgpsport | undefined;
afterEach(() => served?.close());

async function overHttp(options: SandboxOptions, settings: Partial<Settings> = {}) {
  const sandbox = createIgpsportSandbox(options);
  served = await serveIgpsport(sandbox);
  const platform = { ...sandboxPlatform(options), sandbox };
  return connectPort({}, { platform, fetch: globalThis.fetch, settings: { baseUrl: served.url, ...settings } });
}

describe.each(['cn', 'intl'] as const)('over real HTTP, %s', (region) => {
  it('logs in, lists, fetches a file from another port, saves and deletes', async () => {
    const { port, sandbox } = await overHttp({ region });
    const { items } = await port.activities.list({ limit: 5 });
    const bytes = await port.activities.file({ ride: items[0]?.rideId ?? '' });
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(served?.url).not.toBe(served?.storageUrl);
    expect(Object.keys(sandbox.storage.requests[0]?.headers ?? {})).not.toContain('authorization');
    const id = await port.workouts.save({ course: { title: '阈值 2x20', structure: [{ type: 'Step' }] } });
    expect((await port.workouts.get({ workout: id })).title).toBe('阈值 2x20');
    await port.workouts.remove({ workout: id });
  });
});

describe('signed requests over real HTTP', () => {
  it('are signed exactly as they are sent, uploads without a content type', async () => {
    const { port, world } = await overHttp({ region: 'cn' });
    world.quirks.signing = 'required';
    const { items } = await port.activities.list({ oldest: '2026-10-01', newest: '2026-10-14' });
    expect(items.length).toBeGreaterThan(3);
    await port.workouts.save({ course: { title: '节奏 “7:30, $5”', structure: [{ type: 'Step' }] } });
    const bytes = await port.activities.file({ ride: items[0]?.rideId ?? '' });
    await port.activities.upload({ fileName: '晚上 骑行.fit', bytes });
    expect(world.rides.list().map(({ title }) => title)).toContain('晚上 骑行');
    expect(world.signedRequests).toBeGreaterThan(5);
  });
});

describe('another address of the service', () => {
  it('is refused when it is not this machine and nobody allowed it, or when it would be readable on the way', async () => {
    for (const baseUrl of [
      'https://igpsport.evil.example',
      'http://10.0.0.7:4020',
      'ftp://127.0.0.1',
      'https://u:p@127.0.0.1',
    ]) {
      expect(() => connectPort({}, { settings: { baseUrl } })).toThrow();
    }
    expect(() =>
      connectPort({}, { settings: { baseUrl: 'https://igpsport.my.example', allowBaseUrl: true } }),
    ).not.toThrow();
  });

  it('that nobody answers at is a network failure', async () => {
    const { port } = connectPort({}, { fetch: globalThis.fetch, settings: { baseUrl: 'http://127.0.0.1:9' } });
    expect((await failureOf(port.profile.user())).kind).toBe('network');
  });
});
