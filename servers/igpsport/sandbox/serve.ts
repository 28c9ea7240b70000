import { serveEmulator } from '@core/sandbox/http';
import type { IgpsportSandbox } from './index.ts';

export interface ServedIgpsport {
  /** The service, and in China its web app. */
  readonly url: string;
  /** The file store, on a port of its own. */
  readonly storageUrl: string;
  close(): Promise<void>;
}

/** Serves an emulator over real HTTP on loopback: the service on one port, its file store on another. */
export async function serveIgpsport(
  sandbox: IgpsportSandbox,
  options: { port?: number } = {},
): Promise<ServedIgpsport> {
  const { port } = options;
  const service = await serveEmulator(sandbox.emulator, port === undefined ? {} : { port });
  const storage = await serveEmulator(sandbox.storage, port === undefined ? {} : { port: port + 1 });
  sandbox.emulator.state.storageOrigin = storage.url;
  return {
    url: service.url,
    storageUrl: storage.url,
    close: async () => {
      await Promise.all([service.close(), storage.close()]);
    },
  };
}
