import { serveEmulator } from '@core/sandbox/http';
import type { TrainingpeaksSandbox } from './index.ts';

export interface ServedTrainingpeaks {
  /** Both hosts behind one address: what `--base-url` takes. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves an emulator over real HTTP on loopback. Both hosts share the port, since their paths do not meet. */
export async function serveTrainingpeaks(
  sandbox: TrainingpeaksSandbox,
  options: { port?: number } = {},
): Promise<ServedTrainingpeaks> {
  return serveEmulator(sandbox.emulator, options);
}
