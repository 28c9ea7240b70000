import { join } from 'node:path';
import type { CallScope, ConnectOptions } from '@core/mcp-kit';
import { createHttp, type Http, isLoopback } from '@core/mcp-kit/http';
import type { Settings } from '../../config.ts';
import { getSessionKey } from '../endpoints/login.ts';
import { type GatewayOptions, throughGateway } from '../gateway.ts';
import type { SharedOptions } from '../http.ts';
import type { Region } from '../regions.ts';
import { ACCESS_KEY, keySigner, readKey } from './key-signer.ts';
import { startModule } from './module-abi.ts';
import { KNOWN_MODULES, signingModule } from './module-source.ts';
import { type Signer, unsigned } from './signing.ts';

/** What makes signatures in the mode that is set: the configured key, or the web app's module with a fresh session key. */
export function signerLoader(
  { settings, credential, log }: ConnectOptions<Settings>,
  shared: SharedOptions,
  gate: Omit<GatewayOptions, 'signing' | 'session'>,
  scope: () => CallScope,
): () => Promise<Signer> {
  const webUrl = webUrlOf(gate.region, shared.baseUrl);
  const web = createHttp({
    ...shared,
    baseUrl: webUrl,
    service: 'The web app of iGPSport',
    account: () => 'web',
    fetch: asPlainText(gate.fetch),
  });
  const handshake = createHandshakeHttp(shared, gate);
  const { signingModule: accepted, cacheDir } = settings;
  return async () => {
    if (settings.signing === 'key') return keySigner(readKey((await credential('signing_key')).reveal()));
    const bytes = await signingModule({
      web,
      webUrl,
      folder: cacheDir === undefined ? undefined : join(cacheDir, 'signing'),
      accepted: accepted === undefined ? KNOWN_MODULES : [accepted.toLowerCase()],
      scope,
      log,
    });
    const module = await startModule(bytes);
    const { secret_key: sealed, accessKey } = await handshake.scoped(scope()).send(getSessionKey, {});
    module.openKey(Buffer.from(sealed, 'base64'));
    return { accessKey: accessKey ?? ACCESS_KEY, sign: module.sign };
  };
}

/** The handshake names the client, but carries neither login nor signature. */
function createHandshakeHttp(shared: SharedOptions, gate: Omit<GatewayOptions, 'signing' | 'session'>): Http {
  const headers = { 'x-access-key': ACCESS_KEY, 'x-platform': 'web' };
  return createHttp({
    ...shared,
    service: 'iGPSport',
    account: () => 'handshake',
    fetch: throughGateway({ ...gate, signing: unsigned, headers }),
  });
}

/** The web app's own address; beside a sandbox, the sandbox serves it. */
function webUrlOf(region: Region, baseUrl: string): string {
  return isLoopback(new URL(baseUrl).hostname) ? baseUrl : region.webUrl;
}

/** The kit takes a page for a network's login page. Here the page is what is wanted. */
function asPlainText(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!/html/i.test(response.headers.get('content-type') ?? '') || !response.ok) return response;
    return new Response(response.body, { status: response.status, headers: { 'content-type': 'text/plain' } });
  };
}
