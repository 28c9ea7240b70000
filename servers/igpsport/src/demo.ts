import type { DemoSandbox } from '@core/mcp-kit';

/** The emulator with its made-up athlete, loaded only for `--demo`: a normal start never reads this chunk. */
export async function demo(): Promise<DemoSandbox> {
  const { sandboxPlatform } = await import('../sandbox/platform.ts');
  const { fetch, now, credentials } = sandboxPlatform({ now: new Date(), running: true });
  return { fetch, now, credentials, settings: { region: 'cn', 'cache-dir': ':memory:' } };
}
