import { otherRecorderFile } from '@core/sandbox/files';
import { createIntervalsSandbox, type IntervalsSandbox, type SandboxOptions } from './index.ts';
import { uploadFiles } from './upload-files.ts';
import { userFiles } from './user-files.ts';

/** The emulator as the kit takes a platform: its `fetch`, its clock, and what it accepts. */
export interface SandboxPlatform {
  readonly sandbox: IntervalsSandbox;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly credentials: Readonly<Record<string, string>>;
  /** Files in the user's folder, for tools that read them. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly settings: { readonly baseUrl: undefined; readonly allowBaseUrl: false; readonly gpsEnds: false };
}

/** A fresh emulator for a test, a demo or the conformance suite. */
export function sandboxPlatform(options: SandboxOptions = {}): SandboxPlatform {
  const sandbox = createIntervalsSandbox(options);
  return {
    sandbox,
    fetch: (input, init) => sandbox.emulator.fetch(new Request(input, init)),
    now: () => sandbox.clock.now(),
    credentials: { api_key: sandbox.apiKey },
    files: {
      ...userFiles(),
      ...uploadFiles(),
      get 'yesterday.fit'() {
        return otherRecorderFile(sandbox.athlete);
      },
    },
    settings: { baseUrl: undefined, allowBaseUrl: false, gpsEnds: false },
  };
}
