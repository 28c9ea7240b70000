import { Console } from 'node:console';
import { Writable } from 'node:stream';

export interface Streams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

export interface ProtocolOutput {
  /** The only way to standard output from now on. */
  readonly output: Writable;
  /** Puts everything back. */
  readonly restore: () => void;
}

/**
 * Keeps standard output for the protocol: whatever anybody else prints there, by `console.log` or directly, goes to
 * standard error. One stray line would break the connection for the rest of the session.
 */
export function protocolOnly({ stdout, stderr }: Pick<Streams, 'stdout' | 'stderr'>): ProtocolOutput {
  const write = stdout.write.bind(stdout) as (chunk: Uint8Array, done: (error?: Error | null) => void) => boolean;
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      write(chunk, done);
    },
  });
  const fail = (error: Error): void => {
    output.destroy(error);
  };
  stdout.on('error', fail);
  const originalWrite = stdout.write;
  stdout.write = stderr.write.bind(stderr) as typeof stdout.write;

  const originalConsole = { ...globalThis.console };
  const toStderr = new Console({ stdout: stderr, stderr });
  for (const method of ['log', 'info', 'debug', 'dir', 'table', 'group', 'trace'] as const) {
    globalThis.console[method] = toStderr[method].bind(toStderr) as never;
  }
  return {
    output,
    restore: () => {
      stdout.write = originalWrite;
      stdout.removeListener('error', fail);
      Object.assign(globalThis.console, originalConsole);
    },
  };
}
