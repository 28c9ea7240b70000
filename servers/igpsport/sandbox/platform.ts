import { setTimeout as wait } from 'node:timers/promises';
import { otherRecorderFile } from '@core/sandbox/files';
import { createIgpsportSandbox, type IgpsportSandbox, type RegionId, type SandboxOptions } from './index.ts';
import { standInHash } from './signing/stand-in.ts';
import { userFiles } from './user-files.ts';

export interface PlatformOptions extends SandboxOptions {
  /** Milliseconds before every answer: how far away the service is. */
  readonly latencyMs?: number;
}

/** The emulator as the kit takes a platform: its `fetch`, its clock, and what it accepts. */
export interface SandboxPlatform {
  readonly sandbox: IgpsportSandbox;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly credentials: Readonly<Record<string, string>>;
  /** Files in the user's folder, for tools that read them. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The settings of a connection to it; a test adds what it needs. */
  readonly settings: {
    readonly region: RegionId;
    readonly baseUrl: undefined;
    readonly allowBaseUrl: false;
    readonly signing: 'auto';
    /** The stand-in's hash: no other build runs against the emulator. */
    readonly signingModule: string;
    readonly appVersion: undefined;
    readonly caFile: undefined;
    readonly cacheDir: undefined;
    readonly ftp: number | undefined;
    readonly lthr: number | undefined;
    readonly lang: 'en';
  };
}

/** A fresh emulator for a test, a demo or the conformance suite. */
export function sandboxPlatform(options: PlatformOptions = {}): SandboxPlatform {
  const sandbox = createIgpsportSandbox(options);
  const { latencyMs = 0 } = options;
  return {
    sandbox,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (latencyMs > 0) await wait(latencyMs, undefined, { signal: request.signal });
      return sandbox.fetch(request);
    },
    now: () => sandbox.clock.now(),
    credentials: { username: sandbox.username, password: sandbox.password },
    files: {
      ...userFiles(),
      get 'yesterday.fit'() {
        return otherRecorderFile(sandbox.athlete);
      },
    },
    settings: {
      region: sandbox.region,
      baseUrl: undefined,
      allowBaseUrl: false,
      signing: 'auto',
      signingModule: standInHash(),
      appVersion: undefined,
      caFile: undefined,
      cacheDir: undefined,
      ftp: undefined,
      lthr: undefined,
      lang: 'en',
    },
  };
}
