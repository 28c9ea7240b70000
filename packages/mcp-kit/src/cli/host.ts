import type { Keychain } from '@core/secrets';
import type { SignalSource } from '../transport/stop-signals.ts';

/** A stream to a person or a pipe. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
export type Input = NodeJS.ReadableStream & {
  readonly isTTY?: boolean;
  readonly setRawMode?: (raw: boolean) => unknown;
};

/** Everything of the outside world that a command may touch. Tests hand in their own. */
export interface CliHost {
  /** What follows the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly home: string;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
  readonly nodeVersion: string;
  /** The Node program that runs this, and the script it was given. */
  readonly execPath: string;
  readonly script: string;
  readonly signals: SignalSource;
  readonly now: () => Date;
  /** Default: the keychain of this machine. */
  readonly keychain?: Keychain;
  /** Replaces the network. */
  readonly fetch?: typeof globalThis.fetch;
  /** Called with what nobody caught; the listener must not throw. */
  readonly onCrash: (listener: (error: unknown) => void) => void;
  readonly exit: (code: number) => void;
}
