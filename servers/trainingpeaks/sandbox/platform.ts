import { API_KEY, createSandbox } from './emulator.ts';

/** The emulator as the kit's tests take a platform. */
export function sandboxPlatform() {
  const emulator = createSandbox();
  return {
    emulator,
    fetch: (input: string | URL | Request, init?: RequestInit) => emulator.fetch(new Request(input, init)),
    now: () => emulator.clock.now(),
    credentials: { api_key: API_KEY },
    settings: {},
  };
}
