import type { Route } from '@core/sandbox';
import type { World } from '../world.ts';

const SCRIPT = '/assets/js/index-5f1c2a.js';
const MODULE = '/assets/wasm/signer_bg-9b8e77.wasm';

/** The pages that a browser loads: the app, its entry script, and the signing module that the script names. */
export const webAppRoutes: readonly Route<World>[] = [
  {
    method: 'GET',
    path: '//',
    handler: () =>
      new Response(
        `<!doctype html><html><head><script type="module" crossorigin src="${SCRIPT}"></script></head></html>`,
        {
          headers: { 'content-type': 'text/html; charset=utf-8' },
        },
      ),
  },
  {
    method: 'GET',
    path: `/${SCRIPT}`,
    handler: () =>
      new Response(`const a="${MODULE}";export default()=>fetch(a);`, {
        headers: { 'content-type': 'application/javascript' },
      }),
  },
  {
    method: 'GET',
    path: `/${MODULE}`,
    handler: (_request, { state }) =>
      new Response(new Uint8Array(state.signingModule), { headers: { 'content-type': 'application/wasm' } }),
  },
];
