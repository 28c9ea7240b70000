import { HttpResponse, http, type RequestHandler } from 'msw';
import type { Emulator } from '../engine/emulator.ts';

/**
 * Handlers for `setupServer(...)` that answer every request to the service's origin. Start the server with
 * `onUnhandledFrame: 'error'`, so that nothing reaches the network. A connection fault becomes a network error.
 */
export function mswHandlers(
  emulator: Pick<Emulator<object>, 'fetch' | 'origin'>,
  origin: string = emulator.origin,
): RequestHandler[] {
  return [
    http.all(`${origin}/*`, async ({ request }) => {
      try {
        return await emulator.fetch(request);
      } catch {
        return HttpResponse.error();
      }
    }),
  ];
}
