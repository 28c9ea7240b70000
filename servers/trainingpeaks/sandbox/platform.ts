import { setTimeout as wait } from 'node:timers/promises';
import { otherRecorderFile } from '@core/sandbox/files';
import { createTrainingpeaksSandbox, type SandboxOptions, type TrainingpeaksSandbox } from './index.ts';
import { userFiles } from './user-files.ts';

export interface PlatformOptions extends SandboxOptions {
  /** Milliseconds before every answer: how far away the service is. */
  readonly latencyMs?: number;
}

/** The emulator as the kit takes a platform: its `fetch` for both hosts, its clock, and what it accepts. */
export interface SandboxPlatform {
  readonly sandbox: TrainingpeaksSandbox;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly credentials: Readonly<Record<string, string>>;
  readonly settings: { readonly baseUrl: undefined; readonly allowBaseUrl: false; readonly units: 'metric' };
  /** What lies in the files folder. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** A fresh emulator for a test, a demo or the conformance suite. */
export function sandboxPlatform(options: PlatformOptions = {}): SandboxPlatform {
  const sandbox = createTrainingpeaksSandbox(options);
  const { latencyMs = 0 } = options;
  return {
    sandbox,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (latencyMs > 0) await wait(latencyMs, undefined, { signal: request.signal });
      return sandbox.fetch(request);
    },
    now: () => sandbox.clock.now(),
    credentials: { auth_cookie: sandbox.cookie },
    settings: { baseUrl: undefined, allowBaseUrl: false, units: 'metric' },
    files: {
      ...userFiles(),
      get 'yesterday.fit'() {
        return otherRecorderFile(sandbox.athlete);
      },
    },
  };
}
