import type { DemoSandbox } from '@core/mcp-kit';

/** The emulator with its made-up coach, loaded only for `--demo`: a normal start never reads this chunk. */
export async function demo(): Promise<DemoSandbox> {
  const { sandboxPlatform } = await import('../sandbox/platform.ts');
  const { fetch, now, credentials } = sandboxPlatform({ now: new Date(), running: true, account: 'coach' });
  return { fetch, now, credentials, settings: {} };
}
