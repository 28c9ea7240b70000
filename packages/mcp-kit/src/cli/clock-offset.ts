import type { CliHost } from './host.ts';

/**
 * Seconds that this machine's clock is ahead of a web server's (`Date` header, whole seconds), half the round trip taken
 * off; `undefined` when the server cannot be reached or does not say.
 */
export async function clockOffset(
  url: string,
  { fetch = globalThis.fetch, now }: Pick<CliHost, 'fetch' | 'now'>,
): Promise<number | undefined> {
  try {
    const sent = now().getTime();
    const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5_000) });
    const received = now().getTime();
    const served = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(served) ? undefined : ((sent + received) / 2 - served) / 1000;
  } catch {
    return undefined;
  }
}
