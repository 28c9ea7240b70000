import { createClock, createEmulator } from '@core/sandbox';

export const API_KEY = 'trainingpeaks-sandbox-key';

/** What the emulator holds until a test changes it. */
function seed() {
  return {
    me: { id: '7', name: 'Sam Sandbox', timezone: 'Europe/Berlin' },
    activities: [
      { id: 2, day: '2026-11-20', name: 'Hills', distance: 42_195 },
      { id: 1, day: '2026-11-19', name: 'Easy', distance: null },
    ],
  };
}

/** The platform's emulator: build it from what the live service was seen to do, never from our client. */
export function createSandbox() {
  return createEmulator({
    name: 'trainingpeaks',
    basePath: '/api/v1',
    origin: 'https://api.trainingpeaks.example',
    clock: createClock('2026-11-21T09:00:00Z'),
    state: seed,
    guard: (request) => (request.headers.get('authorization') === `Bearer ${API_KEY}` ? undefined : Response.json({ error: 'unauthorized' }, { status: 401 })),
    unmatched: (status) => Response.json({ error: 'unknown route' }, { status }),
    routes: [
      { method: 'GET', path: '/me', handler: (_request, { state }) => Response.json(state.me) },
      {
        method: 'GET',
        path: '/activities',
        handler: (_request, { state, query }) => {
          const oldest = query.get('oldest') ?? '';
          const newest = query.get('newest') ?? '9999';
          return Response.json(state.activities.filter(({ day }) => day >= oldest && day <= newest));
        },
      },
    ],
  });
}
