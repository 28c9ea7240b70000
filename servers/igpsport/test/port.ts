import { type CallScope, type Failure, isFailure, type Logger } from '@core/mcp-kit';
import { Secret } from '@core/secrets';
import { type PlatformOptions, type SandboxPlatform, sandboxPlatform } from '../sandbox/platform.ts';
import { connectAccount } from '../src/client/account.ts';
import type { Settings } from '../src/config.ts';
import { toAthlete } from '../src/domain/athlete.ts';

export interface PortOptions {
  readonly settings?: Partial<Settings>;
  readonly credentials?: Readonly<Record<string, string>>;
  readonly platform?: SandboxPlatform;
  readonly fetch?: typeof globalThis.fetch;
}

/** A call that may write and has no end. */
export const openScope = (signal: AbortSignal = new AbortController().signal): CallScope => ({
  signal,
  mayWrite: () => true,
});

/** The client against a fresh emulator. */
export function connectPort(sandboxOptions: PlatformOptions = {}, options: PortOptions = {}) {
  const platform = options.platform ?? sandboxPlatform(sandboxOptions);
  const credentials = { ...platform.credentials, ...options.credentials };
  const logged: string[] = [];
  const log: Logger = { log: (level, message) => logged.push(`${level} ${message}`) };
  const connection = connectAccount(
    {
      settings: { ...platform.settings, ...options.settings },
      credential: async (name) => new Secret(credentials[name as keyof typeof credentials] ?? ''),
      log,
      now: platform.now,
      fetch: options.fetch ?? platform.fetch,
    },
    { version: '0.0.0', toAthlete },
  );
  const { sandbox } = platform;
  return {
    platform,
    sandbox,
    connection,
    logged,
    world: sandbox.emulator.state,
    port: connection.port(openScope()),
    /** Requests to the service since the start: `GET /service/…`. */
    sent: () => sandbox.emulator.requests.map(({ method, path }) => `${method} ${path}`),
  };
}

/** The failure that a call ends with; throws when it does not fail. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
  throw new Error('the call succeeded');
}
